package io.shomei.ipallowlist;

import static io.shomei.ipallowlist.IpAllowlistProblem.ADDRESS_NOT_ALLOWED;
import static io.shomei.ipallowlist.IpAllowlistProblem.IP_ALLOWLIST_NOT_ON_TRIAL;
import static io.shomei.ipallowlist.IpAllowlistProblem.IP_ALLOWLIST_OFF;
import static io.shomei.ipallowlist.IpAllowlistProblem.OWN_ADDRESS_MISSING;
import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Recent;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.IpAllowlist.Combination;
import io.shomei.tenant.Tenants;
import io.shomei.web.AddressRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each tenant's list, and the door that it keeps. */
@ApplicationScoped
public class IpAllowlists {
    /** How long another copy of the platform may still hold people to a list that was changed. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final IpAllowlistRepository lists;
    private final Policies policies;
    private final Tenants tenants;
    private final AuditLog audit;
    private final IpAllowlistConfig config;
    private final InstantSource clock;
    private final Recent<TenantId, IpAllowlist> recent;

    IpAllowlists(
            IpAllowlistRepository lists,
            Policies policies,
            Tenants tenants,
            AuditLog audit,
            IpAllowlistConfig config,
            InstantSource clock) {
        this.lists = lists;
        this.policies = policies;
        this.tenants = tenants;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
        this.recent = new Recent<>(KEPT, clock);
    }

    /** A list with what the policy makes of it. */
    record View(IpAllowlist list, Combination combine, Duration trialPeriod) {}

    /**
     * What somebody wants the list to be.
     *
     * @param seen version that the change was made from
     * @param confirmed whether a list without their own address is to be tried
     * @param comment why, for the history
     * @param withCertificate whether the request came with a certificate
     */
    record Change(
            int seen,
            List<AllowedRange> entries,
            boolean confirmed,
            @Nullable String comment,
            boolean withCertificate) {}

    /**
     * Refuses whoever comes from where the tenant's list does not let them; the refusal is in the history.
     *
     * @param withCertificate whether they log in, or logged in, with a certificate
     */
    public void admit(TenantId tenant, boolean withCertificate, Actor actor) {
        Combination combine = policies.of(tenant).ipAllowlist().combine();
        if (combine == Combination.OFF) {
            return;
        }
        List<AllowedRange> inForce = recent.get(tenant, this::list).inForceAt(clock.instant());
        if (!IpAllowlist.admits(combine, inForce, actor.address(), withCertificate)) {
            throw refused(tenant, actor);
        }
    }

    /** Refuses whoever comes from none of the ranges that something of theirs is for; where there are none, nobody. */
    public void admit(TenantId tenant, List<AddressRange> ranges, Actor actor) {
        List<AllowedRange> entries =
                ranges.stream().map(range -> new AllowedRange(range, "")).toList();
        if (!IpAllowlist.admits(Combination.AND, entries, actor.address(), false)) {
            throw refused(tenant, actor);
        }
    }

    private ProblemException refused(TenantId tenant, Actor actor) {
        audit.appendNow(AuditEntry.failed(tenant, AuditOperation.IPALLOWLIST_REFUSE, actor));
        return ADDRESS_NOT_ALLOWED
                .because("%s", String.valueOf(actor.address()))
                .inHistory();
    }

    @Transactional
    View view(TenantId tenant) {
        tenants.get(tenant);
        return view(tenant, list(tenant));
    }

    /** Whether a list would let the caller in who sends it; only their own tenant's can shut them out. */
    boolean admits(Caller caller, TenantId tenant, List<AllowedRange> entries, boolean withCertificate) {
        Policy.IpAllowlist policy = policies.of(tenant).ipAllowlist();
        return !caller.tenant().equals(tenant)
                || IpAllowlist.admits(policy.combine(), entries, caller.address(), withCertificate);
    }

    /**
     * Puts a list in the place of the tenant's. One that would refuse the caller is not applied; where they confirm that they
     * mean it, it is on trial: it holds for a while, and then the list before it holds again.
     */
    View change(Caller caller, TenantId tenant, Change change) {
        tenants.get(tenant);
        IpAllowlist changed = QuarkusTransaction.requiringNew().call(() -> {
            IpAllowlist present = present(tenant, change.seen());
            boolean guarded = policies.of(tenant).ipAllowlist().selfLockoutGuard();
            boolean shutsOut = guarded && !admits(caller, tenant, change.entries(), change.withCertificate());
            if (shutsOut && !change.confirmed()) {
                throw OWN_ADDRESS_MISSING.because("%s", caller.address());
            }
            Instant now = clock.instant();
            IpAllowlist.Trial trial =
                    shutsOut ? new IpAllowlist.Trial(change.entries(), now.plus(config.trialPeriod())) : null;
            IpAllowlist next = new IpAllowlist(
                    present.version() + 1, shutsOut ? present.entries() : change.entries(), trial, now, caller.name());
            lists.store(tenant, next);
            audit.append(AuditEntry.done(
                            tenant,
                            shutsOut ? AuditOperation.IPALLOWLIST_TRY : AuditOperation.IPALLOWLIST_CHANGE,
                            Actor.of(caller))
                    .with(Map.of(
                            "entries",
                            text(change.entries()),
                            "before",
                            text(present.inForceAt(now)),
                            "comment",
                            change.comment() == null ? "" : change.comment())));
            return next;
        });
        recent.forget(tenant);
        return view(tenant, changed);
    }

    /** Keeps the list of the caller's tenant that is on trial. Whoever does so shows by it that the list lets them in. */
    View confirm(Caller caller, int seen, boolean withCertificate) {
        TenantId tenant = caller.tenant();
        IpAllowlist changed = QuarkusTransaction.requiringNew().call(() -> {
            IpAllowlist present = present(tenant, seen);
            Instant now = clock.instant();
            IpAllowlist.Trial trial = present.trialAt(now).orElseThrow(() -> IP_ALLOWLIST_NOT_ON_TRIAL.because(""));
            // Another copy of the platform may have let them in a moment ago by the list before.
            if (!admits(caller, tenant, trial.entries(), withCertificate)) {
                throw OWN_ADDRESS_MISSING.because("%s", caller.address());
            }
            IpAllowlist next = new IpAllowlist(present.version() + 1, trial.entries(), null, now, caller.name());
            lists.store(tenant, next);
            audit.append(AuditEntry.done(tenant, AuditOperation.IPALLOWLIST_CONFIRM, Actor.of(caller))
                    .with(Map.of("entries", text(trial.entries()))));
            return next;
        });
        recent.forget(tenant);
        return view(tenant, changed);
    }

    /** Takes back what was on trial too long, and writes down that it was. */
    void endTrials() {
        Instant now = clock.instant();
        for (TenantId tenant : QuarkusTransaction.requiringNew().call(() -> lists.onTrialUntil(now))) {
            QuarkusTransaction.requiringNew().run(() -> endTrial(tenant, now));
            recent.forget(tenant);
        }
    }

    private void endTrial(TenantId tenant, Instant now) {
        IpAllowlist present = lists.lock(tenant);
        if (present.hasLapsedAt(now)) {
            lists.store(
                    tenant,
                    new IpAllowlist(
                            present.version() + 1, present.entries(), null, present.changedAt(), present.changedBy()));
            audit.append(AuditEntry.done(tenant, AuditOperation.IPALLOWLIST_LAPSE, Actor.PLATFORM)
                    .with(Map.of("entries", text(present.entries()))));
        }
    }

    private IpAllowlist present(TenantId tenant, int seen) {
        if (policies.of(tenant).ipAllowlist().combine() == Combination.OFF) {
            throw IP_ALLOWLIST_OFF.because("");
        }
        IpAllowlist present = lists.lock(tenant);
        if (present.version() != seen) {
            throw CHANGED_MEANWHILE.because("%d", present.version());
        }
        return present;
    }

    private IpAllowlist list(TenantId tenant) {
        return lists.findList(tenant).orElse(IpAllowlist.NONE);
    }

    private View view(TenantId tenant, IpAllowlist list) {
        return new View(list, policies.of(tenant).ipAllowlist().combine(), config.trialPeriod());
    }

    private static String text(List<AllowedRange> entries) {
        return entries.stream().map(each -> each.range().toString()).collect(Collectors.joining(", "));
    }
}

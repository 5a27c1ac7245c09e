package io.shomei.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Issuance.Approval;
import io.shomei.policy.Policy.MethodSwitch;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which users an administrator lets acquire a certificate (HK-040), where the policy's {@code issuance.approval} asks for it. Nobody lets
 * an administrator: theirs is allowed by the contract. What nobody made use of lapses after {@code enrolment.secretLifetime}, as the
 * secrets do that are handed out for an acquisition.
 */
@ApplicationScoped
public class Entitlements {
    /** Accounts that share a transaction. */
    private static final int CHUNK = 500;

    private final AccountRepository accounts;
    private final Tenants tenants;
    private final Policies policies;
    private final AuditLog audit;
    private final InstantSource clock;

    Entitlements(AccountRepository accounts, Tenants tenants, Policies policies, AuditLog audit, InstantSource clock) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this account acquires a certificate only when an administrator lets it. */
    public boolean isAskedFor(Account account) {
        return isAskedFor(account, policies.of(account.tenant()));
    }

    /** The same, under the policy of its tenant. */
    public static boolean isAskedFor(Account account, Policy policy) {
        return account.role() == Role.USER && policy.issuance().approval() == Approval.ENTITLEMENT;
    }

    /** Until when, inclusive, an account may acquire what it was let; null where it was not, and where that does not lapse. */
    public static @Nullable Instant lapsesAt(Account.Marks marks, Policy policy, ZoneId zone) {
        Instant since = marks.entitledAt();
        Period lifetime = policy.enrolment().secretLifetime();
        return since == null || lifetime == null
                ? null
                : since.atZone(zone).plus(lifetime).toInstant();
    }

    /** Whether the account may acquire a certificate, as far as an administrator decides that. */
    public boolean mayAcquire(Account account) {
        return !isAskedFor(account) || (account.marks().entitledAt() != null && !hasLapsed(account));
    }

    /** The same for another in the place of one that has ended: that it was let is enough, however long ago. */
    public boolean mayAcquireAgain(Account account) {
        return !isAskedFor(account) || account.marks().entitledAt() != null;
    }

    /**
     * Whether an administrator let the account acquire a certificate, and it can and has not done so yet.
     *
     * @param lastIssued when its newest certificate was issued, whatever became of that
     */
    public boolean isAwaiting(Account account, @Nullable Instant lastIssued) {
        return account.marks().awaitsCertificate(lastIssued) && !hasLapsed(account);
    }

    private boolean hasLapsed(Account account) {
        Instant until = lapsesAt(
                account.marks(),
                policies.of(account.tenant()),
                tenants.recent(account.tenant()).timeZone());
        return until != null && clock.instant().isAfter(until);
    }

    /**
     * Those that nobody made use of and that lapse within a time, each once: they are noted as told.
     *
     * @param notice how long before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Lapse> lapsing(TenantId tenant, Period notice, int limit) {
        Policy policy = policies.of(tenant);
        Period lifetime = policy.enrolment().secretLifetime();
        if (policy.issuance().approval() != Approval.ENTITLEMENT || lifetime == null) {
            return List.of();
        }
        ZoneId zone = tenants.recent(tenant).timeZone();
        Instant now = clock.instant();
        ZonedDateTime local = now.atZone(zone);
        Instant after = local.minus(lifetime).toInstant();
        Instant until = local.plus(notice).minus(lifetime).toInstant();
        return accounts.lapsingEntitlements(tenant, after, until, now, limit).stream()
                .map(account ->
                        new Lapse(account, Objects.requireNonNull(lapsesAt(account.marks(), policy, zone)), false))
                .toList();
    }

    /** Ends what nobody made use of in time, with every tenant's history telling it. */
    void endLapsed() {
        tenants.each("entitlements that have lapsed could not be ended", this::endLapsed);
    }

    /** The same of one tenant. */
    public void endLapsed(TenantId tenant) {
        Policy policy = policies.of(tenant);
        if (policy.issuance().approval() != Approval.ENTITLEMENT
                || policy.enrolment().secretLifetime() == null) {
            return;
        }
        while (QuarkusTransaction.requiringNew().call(() -> endSomeLapsed(tenant)) == CHUNK) {
            // The next ones.
        }
    }

    private int endSomeLapsed(TenantId tenant) {
        Policy policy = policies.of(tenant);
        Instant before = clock.instant()
                .atZone(tenants.recent(tenant).timeZone())
                .minus(Objects.requireNonNull(policy.enrolment().secretLifetime()))
                .toInstant();
        List<Account> unused = accounts.unusedEntitlements(tenant, before, CHUNK);
        unused.forEach(account -> mark(
                account, account.marks().entitled(null), AuditOperation.ACCOUNT_ENTITLEMENT_LAPSE, Actor.PLATFORM));
        return unused.size();
    }

    /**
     * Lets an account that the running transaction has locked acquire a certificate from now on, as one that never had one.
     *
     * @param anew whether earlier certificates are to count no more for how it logs in
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void entitle(Account account, boolean anew, Actor actor) {
        Instant now = clock.instant();
        Account.Marks marks = anew ? account.marks().initialised(now) : account.marks();
        mark(account, marks.entitled(now), AuditOperation.ACCOUNT_ENTITLE, actor);
    }

    /** Lets it acquire none any more. Where the policy switches by entitlement, it logs in again as one that never had one (B-11). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(Account account, Actor actor) {
        boolean restored = policies.of(account.tenant()).auth().methodSwitch().contains(MethodSwitch.BY_ENTITLEMENT);
        Account.Marks marks = restored ? account.marks().initialised(clock.instant()) : account.marks();
        mark(account, marks.entitled(null), AuditOperation.ACCOUNT_DISENTITLE, actor);
    }

    private void mark(Account account, Account.Marks marks, AuditOperation operation, Actor actor) {
        accounts.mark(account, marks);
        audit.append(AuditEntry.done(account.tenant(), operation, actor)
                .on(account.name(), account.id().value()));
    }
}

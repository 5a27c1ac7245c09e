package io.shomei.acquisition;

import static io.shomei.acquisition.AcquisitionProblem.CERTIFICATE_ISSUING;
import static io.shomei.enrolment.EnrolmentProblem.CERTIFICATE_NOT_ISSUABLE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Standing;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Begins attempts and has their certificates issued, whichever way they are gone: one at a time for an account. */
@ApplicationScoped
class AcquisitionWork {
    /** An issue in a request takes seconds. What is under way for longer was interrupted, and nothing of it was handed out. */
    private static final Duration LONGEST_ISSUE = Duration.ofMinutes(1);

    private final AcquisitionRepository repository;
    private final LogInSubjects subjects;
    private final Supersessions supersessions;
    private final Issuance issuance;
    private final CertificateRegister register;
    private final Profiles profiles;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Policies policies;
    private final Ids ids;
    private final InstantSource clock;

    AcquisitionWork(
            AcquisitionRepository repository,
            LogInSubjects subjects,
            Supersessions supersessions,
            Issuance issuance,
            CertificateRegister register,
            Profiles profiles,
            Accounts accounts,
            Tenants tenants,
            Policies policies,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.subjects = subjects;
        this.supersessions = supersessions;
        this.issuance = issuance;
        this.register = register;
        this.profiles = profiles;
        this.accounts = accounts;
        this.tenants = tenants;
        this.policies = policies;
        this.ids = ids;
        this.clock = clock;
    }

    /** How the account stands now. */
    @Transactional
    Standing standing(Account account) {
        return Standing.of(
                policies.of(account.tenant()),
                tenants.recent(account.tenant()).timeZone(),
                register.ofAccount(account.tenant(), account.id()),
                clock.instant());
    }

    /**
     * What somebody wants to begin.
     *
     * @param renews what it takes the place of
     * @param receipt by which they prove to be the same
     * @param token digest of the URL's, of the certificate's id
     */
    record Plan(
            Acquisition.Way way,
            Profile profile,
            @Nullable CertificateId renews,
            byte @Nullable [] receipt,
            @Nullable Function<CertificateId, byte[]> token) {}

    /**
     * An attempt, and what was revoked for it: certificates that were issued before and that nobody has told to have.
     *
     * @param revoked to be published after the commit
     */
    record Begun(Acquisition acquisition, List<Certificate> revoked) {}

    /**
     * Begins, in the running transaction, which has locked the account. An attempt that was interrupted ends; one that is under way in
     * another request refuses.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Begun begin(Account account, Plan plan, Actor actor) {
        Instant now = clock.instant();
        for (Acquisition earlier : repository.open(account)) {
            if (earlier.isUnderWay()) {
                if (now.isBefore(earlier.begunAt().plus(LONGEST_ISSUE))) {
                    throw CERTIFICATE_ISSUING.because("");
                }
                repository.fail(earlier, now);
            }
        }
        List<Certificate> revoked =
                supersessions.endUnconfirmed(account, standing(account).unconfirmed(), actor);
        CertificateId certificate = new CertificateId(ids.next());
        Acquisition acquisition = new Acquisition(
                account.tenant(),
                certificate,
                account.id(),
                plan.way(),
                plan.profile().id(),
                plan.renews(),
                plan.receipt(),
                now,
                String.valueOf(actor.address()),
                deadline(account, now, null),
                null,
                null,
                false);
        repository.add(acquisition, plan.token() == null ? null : plan.token().apply(certificate));
        return new Begun(acquisition, revoked);
    }

    /**
     * Issues the certificate under the id that was fixed, so that the same attempt yields no second one. Where it cannot be issued the
     * attempt ends.
     *
     * @param alongside what else belongs to the issue, with the deadline of its collection; in its transaction, with the account locked
     */
    Certificate issue(Acquisition acquisition, Order.Key key, Actor actor, BiConsumer<Certificate, Instant> alongside) {
        Account account =
                accounts.find(acquisition.tenant(), acquisition.account()).orElseThrow();
        Profile profile = profiles.get(acquisition.profile());
        issuance.tellAbandoned(acquisition.tenant(), List.of(acquisition.certificate()));
        Order order = subjects.order(acquisition.certificate(), account, profile, key, acquisition.deadline())
                .renewing(acquisition.renews());
        Outcome outcome = issuance.issue(acquisition.tenant(), List.of(order), actor, issued -> {
                    // Whatever ended it meanwhile, such as the service desk, comes first.
                    Account locked = accounts.lock(account);
                    Certificate certificate = register.find(acquisition.tenant(), acquisition.certificate())
                            .orElseThrow();
                    Instant until = deadline(account, acquisition.begunAt(), certificate.notAfter());
                    if (!locked.isActive() || !repository.issued(acquisition, until, clock.instant())) {
                        throw CERTIFICATE_NOT_ISSUABLE.because("%s", locked.state());
                    }
                    alongside.accept(certificate, until);
                })
                .getFirst();
        if (outcome instanceof Outcome.Refused refused) {
            throw CERTIFICATE_NOT_ISSUABLE.because("%s", refused.conflicts());
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> register.find(acquisition.tenant(), acquisition.certificate()))
                .orElseThrow();
    }

    @Transactional
    Optional<Acquisition> find(TenantId tenant, CertificateId certificate) {
        return repository.findAcquisition(tenant, certificate);
    }

    /** Ends an attempt of which nothing came. */
    void fail(Acquisition acquisition) {
        QuarkusTransaction.requiringNew().run(() -> repository.fail(acquisition, clock.instant()));
    }

    /** The facts of a certificate for the history. */
    static Map<String, String> facts(Certificate certificate) {
        return Map.of("serial", certificate.serial().hex());
    }

    /**
     * Until when it can be collected, by the policy's {@code download.window}.
     *
     * @param notAfter end of the certificate, once that is known
     */
    private Instant deadline(Account account, Instant begunAt, @Nullable Instant notAfter) {
        Policy policy = policies.of(account.tenant());
        Duration window = policy.download().window();
        if (window != null) {
            return begunAt.plus(window);
        }
        Tenant tenant = tenants.recent(account.tenant());
        return notAfter != null
                ? notAfter
                : begunAt.atZone(tenant.timeZone())
                        .plus(policy.enrolment().urlLifetime())
                        .toInstant();
    }
}

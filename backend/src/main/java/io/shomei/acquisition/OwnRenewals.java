package io.shomei.acquisition;

import static io.shomei.acquisition.AcquisitionProblem.RENEWAL_NOT_OFFERED;
import static io.shomei.acquisition.AcquisitionProblem.RENEWAL_NOT_OPEN;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.enrolment.AccountEnrolments;
import io.shomei.kernel.Caller;
import io.shomei.policy.Policies;
import io.shomei.session.OpenSessions;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Renews the certificate that somebody logged in with. The session, which is bound to that certificate, is the proof; what is begun is an
 * invitation like the desk's, whose URL and PIN are in the same hands at once. The present certificate stays valid.
 */
@ApplicationScoped
class OwnRenewals {
    private final AccountEnrolments enrolments;
    private final OpenSessions sessions;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Policies policies;
    private final AuditLog audit;
    private final InstantSource clock;

    OwnRenewals(
            AccountEnrolments enrolments,
            OpenSessions sessions,
            Accounts accounts,
            Tenants tenants,
            Policies policies,
            AuditLog audit,
            InstantSource clock) {
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.accounts = accounts;
        this.tenants = tenants;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The certificate of the caller's session, and what can be done about it. */
    record View(@Nullable Certificate certificate, RenewalOffer offer) {}

    @Transactional
    View view(Caller caller) {
        Certificate certificate = sessions.certificateOf(caller).orElse(null);
        return new View(
                certificate,
                RenewalOffer.of(
                        policies.of(caller.tenant()),
                        certificate,
                        tenants.renamedAt(caller.tenant()).orElse(null),
                        tenants.get(caller.tenant()).timeZone(),
                        clock.instant()));
    }

    /** Makes the PIN, which is told this once. Whoever begins again gets another, and the one before is good no more. */
    AccountEnrolments.Begun begin(Caller caller) {
        View view = view(caller);
        switch (view.offer()) {
            case RenewalOffer.NotOffered none -> throw RENEWAL_NOT_OFFERED.because("");
            case RenewalOffer.NotYet early -> throw RENEWAL_NOT_OPEN.because("%s", early.opensAt());
            case RenewalOffer.Open open -> {
                Account account =
                        accounts.find(caller.tenant(), caller.account()).orElseThrow();
                enrolments.requireCertifiable(account);
                Certificate present = Objects.requireNonNull(view.certificate());
                return QuarkusTransaction.requiringNew().call(() -> begin(caller, account, present, open));
            }
        }
    }

    private AccountEnrolments.Begun begin(Caller caller, Account account, Certificate present, RenewalOffer.Open open) {
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.CERTIFICATE_RENEW_BEGIN, Actor.of(caller))
                .on(account.name(), account.id().value())
                .with(Map.of("serial", present.serial().hex(), "why", open.why().name())));
        return enrolments.begin(accounts.lock(account), present.id());
    }
}

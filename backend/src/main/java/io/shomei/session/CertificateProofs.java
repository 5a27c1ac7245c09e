package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.account.secret.Check;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Language;
import io.shomei.policy.Policies;
import io.shomei.tenant.Tenants;
import io.shomei.web.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who somebody is by a presented certificate and a password, outside of a session: refused in the same words as a log-in. */
@ApplicationScoped
public class CertificateProofs {
    private final PresentedCertificates presented;
    private final Secrets secrets;
    private final Policies policies;
    private final Tenants tenants;

    CertificateProofs(PresentedCertificates presented, Secrets secrets, Policies policies, Tenants tenants) {
        this.presented = presented;
        this.secrets = secrets;
        this.policies = policies;
        this.tenants = tenants;
    }

    /** A certificate that logs in, and whose it is. */
    public record Proven(Certificate certificate, Account account) {}

    /** Refuses what no log-in would take, with the reason. */
    public Proven require(RequestFacts.Facts request) {
        Diagnosis diagnosis = presented.diagnose(Optional.ofNullable(request.presented()));
        if (diagnosis instanceof Diagnosis.Good(Certificate certificate, Account account)) {
            return new Proven(certificate, account);
        }
        throw (diagnosis instanceof Diagnosis.Site ? SessionProblem.CERTIFICATE_WITHOUT_ACCOUNT : diagnosis.problem())
                .because("");
    }

    /** Refuses unless it is the password or PIN that the account logs in with; failures count, and lock. */
    public void requirePassword(Actor by, Account account, String typed, Language language) {
        Optional<SecretKind> kind = SecretKind.ofLogIn(policies.of(account.tenant()));
        Check check =
                kind.map(known -> secrets.check(by, account, known, typed)).orElseGet(Check.Unset::new);
        switch (check) {
            case Check.Right right -> {
                // It is them.
            }
            case Check.Locked locked ->
                throw Refusals.locked(
                        locked,
                        account.role(),
                        policies.of(account.tenant()),
                        tenants.recent(account.tenant()).timeZone(),
                        language);
            case Check.Wrong wrong -> throw SessionProblem.LOG_IN_FAILED.because("");
            case Check.Unset unset -> throw SessionProblem.LOG_IN_FAILED.because("");
        }
    }
}

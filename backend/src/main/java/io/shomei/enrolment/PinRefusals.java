package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ACCESS_PIN_LOCKED;
import static io.shomei.enrolment.EnrolmentProblem.ACCESS_PIN_WRONG;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Refuses whoever has a URL and not the access PIN or secret that goes with it. Every refusal, and the lock that follows, is in the history of
 * the tenant whose certificate it is; what was typed is not.
 */
@ApplicationScoped
class PinRefusals {
    private static final Map<String, String> ACCESS_PIN = Map.of("kind", "ACCESS_PIN");

    private final AuditLog audit;

    PinRefusals(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * Somebody who wants to collect.
     *
     * @param target whose certificate it is, or its name
     * @param by who that would be, and from where
     */
    record Attempt(TenantId tenant, CertificateId certificate, String target, Actor by) {
        private AuditEntry failed(EnrolmentProblem problem) {
            return AuditEntry.failed(tenant, AuditOperation.CERTIFICATE_COLLECT, by)
                    .on(target, certificate.value())
                    .with(Map.of("problem", problem.slug()));
        }
    }

    /** It was not looked at. */
    ProblemException locked(Attempt attempt) {
        audit.appendNow(attempt.failed(ACCESS_PIN_LOCKED));
        return ACCESS_PIN_LOCKED.because("").inHistory();
    }

    /**
     * It was wrong.
     *
     * @param locks whether this failure was the last that the policy lets pass
     */
    ProblemException wrong(Attempt attempt, boolean locks) {
        List<AuditEntry> entries = new ArrayList<>(List.of(attempt.failed(ACCESS_PIN_WRONG)));
        if (locks) {
            entries.add(AuditEntry.done(attempt.tenant(), AuditOperation.SECRET_LOCK, attempt.by())
                    .on(attempt.target(), attempt.certificate().value())
                    .with(ACCESS_PIN));
        }
        audit.appendNow(entries);
        return ACCESS_PIN_WRONG.because("").inHistory();
    }
}

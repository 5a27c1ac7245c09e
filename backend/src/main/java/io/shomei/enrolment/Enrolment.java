package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_DORMANT;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_LAPSED;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_REVOKED;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_WITHDRAWN;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateState;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A one-time right to collect a certificate. */
record Enrolment(
        TenantId tenant,
        CertificateId certificate,
        Instant deadline,
        @Nullable Instant collectedAt) {

    /** Where an enrolment stands. */
    enum State {
        /** Nobody has the access PIN yet. */
        DORMANT,
        WAITING,
        COLLECTED,
        LAPSED,
        REVOKED,
        /** An officer took it back, or sent another in its place. */
        WITHDRAWN;

        /** Refuses when nothing can be collected any more, and says why. */
        void requireWaiting(@Nullable Instant collectedAt, Instant deadline) {
            switch (this) {
                case WAITING -> {}
                case DORMANT -> throw ENROLMENT_DORMANT.because("");
                case COLLECTED -> throw ENROLMENT_USED.because("%s", String.valueOf(collectedAt));
                case LAPSED -> throw ENROLMENT_LAPSED.because("%s", deadline);
                case REVOKED -> throw ENROLMENT_REVOKED.because("");
                case WITHDRAWN -> throw ENROLMENT_WITHDRAWN.because("");
            }
        }
    }

    State stateAt(Instant now, Certificate subject) {
        if (collectedAt != null) {
            return State.COLLECTED;
        }
        if (subject.state() instanceof CertificateState.Revoked) {
            return State.REVOKED;
        }
        return now.isAfter(deadline) ? State.LAPSED : State.WAITING;
    }

    void requireWaiting(Instant now, Certificate subject) {
        stateAt(now, subject).requireWaiting(collectedAt, deadline);
    }
}

package io.shomei.issuancejob;

import io.shomei.kernel.CertificateId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One certificate of a job. Its id and its name are fixed when the job begins, so that a line that is carried out again after a crash
 * yields the same certificate or none.
 *
 * @param number its place, from 1
 * @param renews what it takes the place of
 * @param issued null as long as it is not in the register
 */
record JobLine(
        int number,
        CertificateId certificate,
        String commonName,
        @Nullable CertificateId renews,
        @Nullable Failure failure,
        @Nullable Issued issued) {

    /** What the register says of it. */
    record Issued(Instant at, Instant notAfter, @Nullable Instant revokedAt) {}

    /** Why nothing came of a line. */
    enum Failure {
        NO_LICENCE,
        NAME_USED,
        KEY_USED,
        NOT_RENEWABLE,
        CANCELLED
    }

    enum State {
        ISSUING,
        ISSUED,
        FAILED,
        CANCELLED
    }

    State state() {
        if (issued != null) {
            return State.ISSUED;
        }
        return switch (failure) {
            case null -> State.ISSUING;
            case CANCELLED -> State.CANCELLED;
            case NO_LICENCE, NAME_USED, KEY_USED, NOT_RENEWABLE -> State.FAILED;
        };
    }
}

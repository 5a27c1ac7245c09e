package io.shomei.submission;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.request.bulk.RequestFileKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way for one subscriber administrator to hand in applications without an account. Its token is known to whoever has the URL; there is
 * a hash of it here.
 *
 * @param kind what may be applied for, and nothing else
 * @param holder whom it was made for
 * @param most submissions it is good for
 * @param used submissions that came through it
 * @param renews the certificates whose renewal it is for, and nothing else; none where its holder applies for whatever is needed
 */
record SubmissionLink(
        UUID id,
        TenantId tenant,
        RequestFileKind kind,
        Holder holder,
        int most,
        int used,
        Instant expiresAt,
        List<CertificateId> renews,
        Instant createdAt,
        String createdBy,
        @Nullable Instant revokedAt) {
    SubmissionLink {
        renews = List.copyOf(renews);
    }

    /** A subscriber administrator, as the officer knows them. */
    record Holder(String name, String email) {}

    /** Whether something can still be handed in. */
    enum State {
        OPEN,
        USED_UP,
        LAPSED,
        REVOKED
    }

    State stateAt(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (now.isAfter(expiresAt)) {
            return State.LAPSED;
        }
        return used < most ? State.OPEN : State.USED_UP;
    }

    /** Refuses unless something can be handed in now. */
    void requireOpen(Instant now) {
        State state = stateAt(now);
        if (state != State.OPEN) {
            throw SubmissionProblem.SUBMISSION_LINK_OVER.because("%s", state);
        }
    }
}

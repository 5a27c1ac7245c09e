package io.shomei.revocation.key;

import io.shomei.kernel.AccountId;
import io.shomei.pki.KeyFingerprint;
import io.shomei.revocation.bulk.BulkRevocationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that is said to be compromised.
 *
 * @param publicKeyInfo SubjectPublicKeyInfo in DER, where more than its digest is known
 * @param openedBy the operator; null where the public reported it
 * @param comment what whoever reported it said
 * @param challenge what whoever has the private key signs
 * @param bulk the revocations it led to; none where the key has no certificate
 */
// Compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
record KeyCompromise(
        UUID id,
        KeyFingerprint key,
        byte @Nullable [] publicKeyInfo,
        String challenge,
        Instant openedAt,
        @Nullable AccountId openedBy,
        @Nullable String opener,
        @Nullable String comment,
        Instant expiresAt,
        @Nullable Proof proof,
        @Nullable Instant submittedAt,
        @Nullable BulkRevocationId bulk) {

    /**
     * Kept as evidence.
     *
     * @param content the CSR in DER, or the signature
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Proof(Kind kind, byte[] content, Instant at) {
        enum Kind {
            CSR,
            SIGNATURE
        }
    }

    enum State {
        OPEN,
        PROVEN,
        SUBMITTED,
        LAPSED
    }

    /** Without an account: by whoever has the key, or says so. */
    boolean isReport() {
        return openedBy == null;
    }

    State stateAt(Instant now) {
        if (submittedAt != null) {
            return State.SUBMITTED;
        }
        if (!now.isBefore(expiresAt)) {
            return State.LAPSED;
        }
        return proof == null ? State.OPEN : State.PROVEN;
    }
}

package io.shomei.issuance;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.KeyFingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that no certificate may hold any more.
 *
 * @param by who had it blocked, for reading
 * @param certificate the one whose revocation blocked it
 * @param reference the document that the operator acted on
 */
public record BlockedKey(
        KeyFingerprint key,
        Instant since,
        Cause cause,
        String by,
        @Nullable AccountId account,
        @Nullable CertificateId certificate,
        @Nullable String reference,
        @Nullable String comment) {

    /** How it is known that the key is in wrong hands. */
    public enum Cause {
        /** A certificate of the key was revoked as compromised by somebody responsible for it. */
        REVOKED,
        /** Somebody proved to have the key. */
        PROVEN,
        /** The operator takes responsibility for it, on a document. */
        DECLARED
    }
}

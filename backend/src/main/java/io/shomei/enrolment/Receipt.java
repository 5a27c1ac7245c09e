package io.shomei.enrolment;

import io.shomei.pki.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How whoever collected something proves to be the same when the download broke: by the {@code Idempotency-Key} of the page that
 * collected, which nobody else has seen. Within ten minutes the same page gets the same again; that is one collection, not two.
 */
// Compared as octets, in one place.
@SuppressWarnings("ArrayRecordComponent")
record Receipt(byte @Nullable [] digest) {
    static final Duration WINDOW = Duration.ofMinutes(10);

    /**
     * @param idempotencyKey null where nothing is to be repeated
     */
    static Receipt of(@Nullable String idempotencyKey) {
        return new Receipt(
                idempotencyKey == null ? null : Digests.sha256(idempotencyKey.getBytes(StandardCharsets.UTF_8)));
    }

    boolean allowsRepetition() {
        return digest != null;
    }

    /** Whether this is the page that collected, and it is not too late. */
    boolean repeats(@Nullable Instant collectedAt, byte @Nullable [] receipt, Instant now) {
        return collectedAt != null
                && digest != null
                && receipt != null
                && MessageDigest.isEqual(digest, receipt)
                && !now.isAfter(collectedAt.plus(WINDOW));
    }
}

package io.shomei.revocation;

import io.shomei.pki.RevocationReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Why something is revoked.
 *
 * @param invalidityDate when the key is known or suspected to have been compromised; in whole seconds (RFC 5280 5.3.2)
 * @param reference the request document that an operator acts on
 */
public record Grounds(
        RevocationReason reason,
        @Nullable Instant invalidityDate,
        @Nullable String comment,
        @Nullable String reference) {

    public Grounds {
        invalidityDate = invalidityDate == null ? null : invalidityDate.truncatedTo(ChronoUnit.SECONDS);
        comment = textOrNull(comment);
        reference = textOrNull(reference);
    }

    public static Grounds of(RevocationReason reason) {
        return new Grounds(reason, null, null, null);
    }

    /** What the entry of a certificate says: it cannot have been in wrong hands before it was there. */
    @Nullable
    Instant invalidityDateFor(Instant notBefore) {
        return invalidityDate == null || invalidityDate.isAfter(notBefore) ? invalidityDate : notBefore;
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

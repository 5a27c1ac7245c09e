package io.shomei.pki;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an answer says of a certificate (RFC 6960 2.2). */
public sealed interface OcspStatus {

    /** It was issued and is not revoked. */
    record Good() implements OcspStatus {}

    /**
     * It is revoked for ever.
     *
     * @param reason null where none is told
     */
    record Revoked(Instant at, @Nullable RevocationReason reason) implements OcspStatus {}

    /** Nothing is known of it: it was not issued, or who answers does not speak for its issuer. */
    record Unknown() implements OcspStatus {}
}

package io.shomei.certificate;

import io.shomei.pki.RevocationReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a certificate is worth. Expiry is a matter of the clock, not of state. */
public sealed interface CertificateState {

    record Active() implements CertificateState {}

    /** Another one took its place, or waits to be collected; it stays valid until it ends or is revoked. */
    record Renewed() implements CertificateState {}

    /**
     * @param reason RFC 5280 5.3.1
     * @param invalidityDate when the key is known or suspected to have been compromised (RFC 5280 5.3.2)
     * @param by who revoked it, for reading
     */
    record Revoked(
            Instant at,
            RevocationReason reason,
            @Nullable Instant invalidityDate,
            @Nullable String comment,
            String by) implements CertificateState {

        /** Since when OCSP tells it: the register is asked for every answer, so there is nothing to wait for. */
        public Instant ocspVisibleSince() {
            return at;
        }
    }
}

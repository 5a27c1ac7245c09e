package io.shomei.issuance;

import io.shomei.keys.SigningKey;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.SignatureScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A certificate of the platform's own with its key.
 *
 * @param chain the authorities above it, the issuing one first, without the root
 */
public record OwnCertificate(
        OwnPurpose purpose,
        SigningKey key,
        SignatureScheme scheme,
        CertificateDer certificate,
        List<CertificateDer> chain) {

    public OwnCertificate {
        chain = List.copyOf(chain);
    }

    /** Another takes its place when two thirds of the time are over: the last third is for finding out why it did not. */
    public static boolean isRenewalTime(Instant notBefore, Instant notAfter, Instant now) {
        Duration lifetime = Duration.between(notBefore, notAfter);
        return now.isAfter(notBefore.plus(lifetime.multipliedBy(2).dividedBy(3)));
    }
}

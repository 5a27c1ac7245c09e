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

    /**
     * Signs with its key.
     *
     * @throws IllegalStateException where what was signed does not verify: a fault while signing can give the private key away, so
     *     such a signature never leaves
     */
    public byte[] sign(byte[] toBeSigned) {
        byte[] signature = key.sign(scheme, toBeSigned);
        if (!scheme.verify(key.publicKey(), toBeSigned, signature)) {
            throw new IllegalStateException("the signature of " + purpose.name() + " does not verify");
        }
        return signature;
    }

    /** Another takes its place when two thirds of the time are over: the last third is for finding out why it did not. */
    public static boolean isRenewalTime(Instant notBefore, Instant notAfter, Instant now) {
        Duration lifetime = Duration.between(notBefore, notAfter);
        return now.isAfter(notBefore.plus(lifetime.multipliedBy(2).dividedBy(3)));
    }
}

package io.shomei.authority;

import io.shomei.keys.SigningKey;
import io.shomei.lint.certificate.LintedCertificate;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import java.security.PublicKey;
import java.util.Optional;

/**
 * An authority together with its key. It signs certificates that passed every lint, and nothing else but its own
 * revocation lists; each signature is verified with the authority's public key before it is given out.
 */
public final class SigningAuthority {
    private final Authority authority;
    private final SigningKey key;
    private final SignatureScheme scheme;
    private final PublicKey publicKey;

    SigningAuthority(Authority authority, SigningKey key) {
        this.authority = authority;
        this.key = key;
        this.publicKey = key.publicKey();
        this.scheme = SignatureScheme.forKey(KeySpec.of(publicKey).orElseThrow());
    }

    public Authority authority() {
        return authority;
    }

    public SignatureScheme scheme() {
        return scheme;
    }

    /** Signs what was checked for this authority, and refuses what was checked for another one. */
    public CertificateDer sign(LintedCertificate linted) {
        if (!linted.issuer().equals(Optional.of(authority.certificate()))) {
            throw new IllegalArgumentException("the certificate was not checked for authority " + authority.name());
        }
        byte[] signature = verified(linted.certificate().encoded());
        return CertificateDer.assemble(linted.certificate(), scheme, signature);
    }

    /**
     * Signs the bytes of a revocation list.
     *
     * @param toBeSigned TBSCertList in DER
     */
    public byte[] signCrl(byte[] toBeSigned) {
        return verified(toBeSigned);
    }

    private byte[] verified(byte[] toBeSigned) {
        byte[] signature = key.sign(scheme, toBeSigned);
        // A fault while signing can give the private key away; such a signature never leaves.
        if (!scheme.verify(publicKey, toBeSigned, signature)) {
            throw new IllegalStateException("the signature of authority " + authority.name() + " does not verify");
        }
        return signature;
    }
}

package io.shomei.authority;

import io.shomei.keys.SigningKey;
import io.shomei.lint.certificate.LintedCertificate;
import io.shomei.lint.crl.LintedCrl;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Digests;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Message;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.SignedCrl;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An authority together with its key. It signs certificates and revocation lists that passed every lint, and nothing else;
 * each signature is verified with the authority's public key before it is given out.
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
     * Signs a revocation list that was checked for this authority, going through it once: for the key, for the verification, and to
     * see that it is what was checked.
     */
    public SignedCrl signCrl(LintedCrl linted) {
        if (!linted.issuer().equals(authority.certificate())) {
            throw new IllegalArgumentException("the list was not checked for authority " + authority.name());
        }
        var witness = new Witness(linted.crl());
        byte[] signature = key.sign(scheme, witness);
        require(witness.verifier.isRight(signature));
        if (!MessageDigest.isEqual(witness.digest.digest(), linted.sha256())) {
            throw new IllegalStateException("the list is another one than was checked");
        }
        return linted.crl().signed(scheme, signature);
    }

    /** Sees what the key is given. */
    private final class Witness implements Message {
        private final Message message;
        private SignatureScheme.Verifier verifier = scheme.verifier(publicKey);
        private MessageDigest digest = Digests.sha256();

        Witness(Message message) {
            this.message = message;
        }

        @Override
        public void forEach(Consumer<byte[]> pieces) {
            verifier = scheme.verifier(publicKey);
            digest = Digests.sha256();
            message.forEach(pieces.andThen(verifier).andThen(digest::update));
        }
    }

    private byte[] verified(byte[] toBeSigned) {
        byte[] signature = key.sign(scheme, toBeSigned);
        require(scheme.verify(publicKey, toBeSigned, signature));
        return signature;
    }

    private void require(boolean right) {
        // A fault while signing can give the private key away; such a signature never leaves.
        if (!right) {
            throw new IllegalStateException("the signature of authority " + authority.name() + " does not verify");
        }
    }
}

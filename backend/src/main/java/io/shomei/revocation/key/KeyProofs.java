package io.shomei.revocation.key;

import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_PROOF_WRONG;
import static io.shomei.revocation.key.KeyCompromiseProblem.PRIVATE_KEY_NOT_ACCEPTED;

import io.shomei.pki.KeyPossession;
import io.shomei.pki.KeyText;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is asked of whoever says to have a private key, and whether an answer to it proves that. */
final class KeyProofs {
    /** Says what a signature over it is for; with 32 digits it still fits into a CN (X.520: 64 characters). */
    private static final String CHALLENGE = "shomei-key-compromise-";

    private static final int CHALLENGE_OCTETS = 16;
    private static final Pattern CSR =
            Pattern.compile("-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]*)-----END");

    private KeyProofs() {}

    static String challenge(SecureRandom random) {
        byte[] octets = new byte[CHALLENGE_OCTETS];
        random.nextBytes(octets);
        return CHALLENGE + HexFormat.of().formatHex(octets);
    }

    /** Whoever sends one has given it away. */
    static void refusePrivateKeys(@Nullable String csr, @Nullable String signature) {
        if (KeyText.read(csr == null ? "" : csr) instanceof KeyText.PrivateKey
                || KeyText.read(signature == null ? "" : signature) instanceof KeyText.PrivateKey) {
            throw PRIVATE_KEY_NOT_ACCEPTED.because("");
        }
    }

    /**
     * A CSR of the key that names the challenge, or a signature over it.
     *
     * @throws io.shomei.kernel.ProblemException where it proves nothing, with the reason
     */
    static KeyCompromise.Proof of(KeyCompromise open, @Nullable String csr, @Nullable String signature, Instant now) {
        KeyCompromise.Proof.Kind kind = csr == null ? KeyCompromise.Proof.Kind.SIGNATURE : KeyCompromise.Proof.Kind.CSR;
        byte[] content = decoded(csr == null ? signature : csrBody(csr));
        KeyPossession possession =
                csr == null ? bySignature(open, content) : KeyPossession.byCsr(content, open.key(), open.challenge());
        if (possession != KeyPossession.PROVEN) {
            throw KEY_PROOF_WRONG.because("%s", possession);
        }
        return new KeyCompromise.Proof(kind, content, now);
    }

    private static KeyPossession bySignature(KeyCompromise open, byte[] signature) {
        byte[] info = open.publicKeyInfo();
        return info == null ? KeyPossession.UNREADABLE : KeyPossession.bySignature(signature, info, open.challenge());
    }

    private static String csrBody(String text) {
        Matcher pem = CSR.matcher(text);
        return pem.find() ? pem.group(1) : text;
    }

    private static byte[] decoded(@Nullable String base64) {
        try {
            return Base64.getDecoder().decode(base64 == null ? "" : base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw KEY_PROOF_WRONG.because("%s", KeyPossession.UNREADABLE);
        }
    }
}

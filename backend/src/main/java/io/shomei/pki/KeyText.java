package io.shomei.pki;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody hands over to name a key: PEM (RFC 7468) of something that holds it, or its fingerprint. Foreign text: whatever it is, one of these comes out. */
public sealed interface KeyText {

    /**
     * @param publicKeyInfo SubjectPublicKeyInfo in DER
     */
    // Compared nowhere.
    @SuppressWarnings("ArrayRecordComponent")
    record Key(byte[] publicKeyInfo) implements KeyText {}

    record Fingerprint(KeyFingerprint fingerprint) implements KeyText {}

    /** Nobody should have it but its owner, and nobody should send it. */
    record PrivateKey() implements KeyText {}

    record Other() implements KeyText {}

    static KeyText read(String text) {
        // First of all, so that nothing else is done with it.
        if (Pem.PRIVATE_KEY.matcher(text).find()) {
            return new PrivateKey();
        }
        Matcher block = Pem.BLOCK.matcher(text);
        if (block.find()) {
            return key(block.group(1), block.group(2));
        }
        return KeyFingerprint.parse(text).<KeyText>map(Fingerprint::new).orElseGet(Other::new);
    }

    private static KeyText key(String label, String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            byte[] info = switch (label) {
                case "CERTIFICATE" ->
                    CertificateDer.read(der)
                            .orElseThrow(() -> new DerException("no certificate"))
                            .publicKeyInfo();
                case "PUBLIC KEY" -> der;
                default -> KeyPossession.keyOfCsr(der);
            };
            PublicKeyInfo.read(info);
            return new Key(info);
        } catch (DerException | IllegalArgumentException unreadable) {
            return new Other();
        }
    }

    /** Blocks of RFC 7468. */
    final class Pem {
        static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY");
        static final Pattern BLOCK = Pattern.compile(
                "-----BEGIN (CERTIFICATE|PUBLIC KEY|(?:NEW )?CERTIFICATE REQUEST)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

        private Pem() {}
    }
}

package io.shomei.audit.seal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Deque;
import java.util.List;

/**
 * Verifies an export of the history offline, with nothing but a public key that the reader trusts: {@code java AuditVerify.java EXPORT
 * KEY}. It shares no code with what made the export, on purpose, and imports nothing but the JDK. The format is that of
 * docs/operations/audit.md.
 */
public final class AuditVerify {
    private static final int SIGNED_LINES = 5;
    private static final int MAX_LEVEL = 62;
    private static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";

    private AuditVerify() {}

    /** What was found. */
    public record Result(boolean genuine, String words) {}

    /**
     * @param arguments the export; the key in PEM: the sealing certificate, its public key alone, or the certificate of an authority
     *     above it
     */
    @SuppressWarnings("SystemOut") // A program for the command line.
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: AuditVerify EXPORT KEY.pem");
            System.exit(2);
        }
        Result result = verify(Path.of(arguments[0]), Path.of(arguments[1]));
        System.out.println(result.words());
        System.exit(result.genuine() ? 0 : 1);
    }

    /** Reads an export once, from the beginning to the end; memory stays the same however long it is. */
    public static Result verify(Path export, Path key) {
        try (BufferedReader lines = Files.newBufferedReader(export, UTF_8)) {
            Head head = Head.read(lines);
            head.verify(Files.readString(key));
            Leaves leaves = new Leaves();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                leaves.add(line);
            }
            leaves.require(head);
            return new Result(
                    true,
                    "GENUINE: %d events as they were sealed at %s by %s; %d others are not shown."
                            .formatted(leaves.shown, head.at, head.origin, head.size - leaves.shown));
        } catch (Wrong wrong) {
            return new Result(false, "NOT GENUINE: " + wrong.getMessage());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            return new Result(false, "NOT GENUINE: it cannot be read: " + unreadable.getMessage());
        }
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /** The signed text and what stands below it. */
    private static final class Head {
        private final byte[] text;
        private final String origin;
        private final long size;
        private final byte[] root;
        private final Instant at;
        private byte[] signature = new byte[0];
        private final List<X509Certificate> certificates = new ArrayList<>();

        private Head(List<String> signed) throws Wrong {
            text = (String.join("\n", signed) + "\n").getBytes(UTF_8);
            if (!signed.getFirst().equals("shomei-audit-seal 1")) {
                throw new Wrong("it is not an export of a history");
            }
            origin = after("origin ", signed.get(1));
            size = Long.parseLong(after("size ", signed.get(2)));
            root = Base64.getDecoder().decode(after("root ", signed.get(3)));
            at = Instant.parse(after("at ", signed.get(4)));
        }

        static Head read(BufferedReader lines) throws IOException, GeneralSecurityException, Wrong {
            List<String> signed = new ArrayList<>();
            for (int i = 0; i < SIGNED_LINES; i++) {
                signed.add(present(lines.readLine()));
            }
            Head head = new Head(signed);
            for (String line = present(lines.readLine()); !line.isEmpty(); line = present(lines.readLine())) {
                String[] words = line.split(" ", 2);
                switch (words[0]) {
                    case "signature" -> head.signature = Base64.getDecoder().decode(words[1]);
                    case "certificate" ->
                        head.certificates.add(certificate(Base64.getDecoder().decode(words[1])));
                    case "time-stamp" -> {
                        // RFC 3161: openssl ts verifies it.
                    }
                    default -> throw new Wrong("line '" + words[0] + "' is unknown");
                }
            }
            return head;
        }

        /** That the text is signed by the key the reader trusts, or by one it certifies. */
        void verify(String pem) throws GeneralSecurityException, Wrong {
            PublicKey trusted = publicKey(pem);
            if (!isSignedBy(trusted)) {
                if (certificates.isEmpty()
                        || !isSignedBy(certificates.getFirst().getPublicKey())) {
                    throw new Wrong("the signature is not right");
                }
                requireSigner(certificates.getFirst());
                requireChain(trusted);
            }
        }

        private boolean isSignedBy(PublicKey key) throws GeneralSecurityException {
            Signature verifier =
                    Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(text);
            try {
                return verifier.verify(signature);
            } catch (GeneralSecurityException notOne) {
                return false;
            }
        }

        /** The same authority certifies who logs in, too: only what is made for signing documents (RFC 9336) may seal. */
        private static void requireSigner(X509Certificate certificate) throws GeneralSecurityException, Wrong {
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes == null || !purposes.contains(DOCUMENT_SIGNING)) {
                throw new Wrong("the certificate of the key that signed it is not one for sealing");
            }
        }

        private void requireChain(PublicKey trusted) throws GeneralSecurityException, Wrong {
            for (int i = 0; i < certificates.size(); i++) {
                X509Certificate each = certificates.get(i);
                each.checkValidity(Date.from(at));
                if (i > 0 && each.getBasicConstraints() < 0) {
                    throw new Wrong("a certificate above the signer's is no authority's");
                }
                if (isIssuedBy(each, trusted)) {
                    return;
                }
                if (i + 1 < certificates.size()
                        && !isIssuedBy(each, certificates.get(i + 1).getPublicKey())) {
                    break;
                }
            }
            throw new Wrong("the key that signed it is not certified by the one you trust");
        }

        private static boolean isIssuedBy(X509Certificate certificate, PublicKey issuer) {
            try {
                certificate.verify(issuer);
                return true;
            } catch (GeneralSecurityException other) {
                return false;
            }
        }

        private static PublicKey publicKey(String pem) throws GeneralSecurityException {
            byte[] der = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("(?s)^.*?-----BEGIN [A-Z ]+-----", "")
                            .replaceAll("(?s)-----END.*$", ""));
            if (pem.contains("-----BEGIN CERTIFICATE-----")) {
                return certificate(der).getPublicKey();
            }
            for (String algorithm : List.of("EC", "RSA")) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
                } catch (GeneralSecurityException another) {
                    // The next one.
                }
            }
            throw new GeneralSecurityException("the key is neither a certificate nor a public key in PEM");
        }

        private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        }

        private static String after(String words, String line) throws Wrong {
            if (!line.startsWith(words)) {
                throw new Wrong("'" + words.strip() + "' is missing");
            }
            return line.substring(words.length());
        }

        private static String present(String line) throws Wrong {
            if (line == null) {
                throw new Wrong("it ends too early");
            }
            return line;
        }
    }

    /** Puts the root together, leaf by leaf (RFC 6962 2.1). */
    private static final class Leaves {
        private final Deque<Subtree> complete = new ArrayDeque<>();
        private long next;
        private long shown;

        private record Subtree(int level, byte[] hash) {}

        void add(String line) throws GeneralSecurityException, Wrong {
            if (line.startsWith("event ")) {
                shown++;
                add(0, hash(0, line.substring("event ".length()).getBytes(UTF_8)));
            } else if (line.startsWith("hidden ")) {
                String[] words = line.split(" ");
                add(Integer.parseInt(words[1]), Base64.getDecoder().decode(words[2]));
            } else {
                throw new Wrong("a line is neither an event nor a hash");
            }
        }

        void require(Head head) throws GeneralSecurityException, Wrong {
            if (next != head.size) {
                throw new Wrong("%d events were sealed, and here are %d".formatted(head.size, next));
            }
            byte[] root = complete.isEmpty()
                    ? MessageDigest.getInstance("SHA-256").digest()
                    : complete.pop().hash();
            while (!complete.isEmpty()) {
                root = hash(1, complete.pop().hash(), root);
            }
            if (!Arrays.equals(root, head.root)) {
                throw new Wrong("an event was changed, removed or put in");
            }
        }

        private void add(int level, byte[] hash) throws GeneralSecurityException, Wrong {
            if (level < 0 || level > MAX_LEVEL || next % (1L << level) != 0) {
                throw new Wrong("a hash stands in a wrong place");
            }
            Subtree subtree = new Subtree(level, hash);
            while (!complete.isEmpty() && complete.peek().level() == subtree.level()) {
                subtree =
                        new Subtree(subtree.level() + 1, hash(1, complete.pop().hash(), subtree.hash()));
            }
            complete.push(subtree);
            next += 1L << level;
        }

        private static byte[] hash(int kind, byte[]... parts) throws GeneralSecurityException {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) kind);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        }
    }
}

package io.shomei.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;

/**
 * Writes key files (RFC 7292). Each is opened again with its password and compared before it leaves, because the person who cannot
 * open it has no second copy of the key.
 */
public final class Pkcs12 {
    /** Enough for a password of a hundred random bits: guessing it is hopeless however fast one guess is. */
    public static final int ITERATIONS_FOR_GENERATED_PASSWORD = 2_048;

    /** For what people choose. */
    public static final int ITERATIONS_FOR_CHOSEN_PASSWORD = 100_000;

    private static final byte[] DATA = Der.oid("1.2.840.113549.1.7.1");
    private static final byte[] ENCRYPTED_DATA = Der.oid("1.2.840.113549.1.7.6");
    private static final byte[] SHROUDED_KEY_BAG = Der.oid("1.2.840.113549.1.12.10.1.2");
    private static final byte[] CERTIFICATE_BAG = Der.oid("1.2.840.113549.1.12.10.1.3");
    private static final byte[] X509_CERTIFICATE = Der.oid("1.2.840.113549.1.9.22.1");
    private static final byte[] FRIENDLY_NAME = Der.oid("1.2.840.113549.1.9.20");
    private static final byte[] LOCAL_KEY_ID = Der.oid("1.2.840.113549.1.9.21");

    private Pkcs12() {}

    /** How the file is protected. */
    public enum Profile {
        /** PBES2 with AES-256-CBC, PBKDF2 and MAC with HMAC-SHA-256. */
        MODERN,
        /** 3DES and SHA-1, for importers that know nothing else. */
        COMPAT
    }

    /** As the longer form, with the iterations that are safe for any password. */
    public static byte[] write(
            Profile profile,
            PrivateKey key,
            List<CertificateDer> chain,
            String friendlyName,
            char[] password,
            SecureRandom entropy) {
        return write(profile, ITERATIONS_FOR_CHOSEN_PASSWORD, key, chain, friendlyName, password, entropy);
    }

    /**
     * One key and its certificates, leaf first.
     *
     * @param password printable ASCII: importers disagree about how anything else is encoded
     */
    public static byte[] write(
            Profile profile,
            int iterations,
            PrivateKey key,
            List<CertificateDer> chain,
            String friendlyName,
            char[] password,
            SecureRandom entropy) {
        if (chain.isEmpty() || password.length == 0 || !isPrintableAscii(password)) {
            throw new IllegalArgumentException("a chain and a password of printable ASCII are needed");
        }
        try {
            Pkcs12Cipher cipher = Pkcs12Cipher.of(profile, iterations, password, entropy);
            byte[] attributes = attributes(friendlyName, chain.getFirst());
            byte[] safe = Der.sequence(
                    encrypted(cipher, certificates(chain, attributes)), contentInfo(key(cipher, key, attributes)));
            byte[] file = Der.sequence(Der.integer(3), contentInfo(safe), cipher.mac(safe));
            reopen(file, key, chain, password);
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot write a key file", e);
        }
    }

    private static byte[] key(Pkcs12Cipher cipher, PrivateKey key, byte[] attributes) throws GeneralSecurityException {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new IllegalArgumentException("the key does not leave its token");
        }
        Pkcs12Cipher.Sealed sealed = cipher.seal(encoded);
        Arrays.fill(encoded, (byte) 0);
        byte[] bag = Der.sequence(sealed.algorithm(), Der.octets(sealed.ciphertext()));
        return Der.sequence(Der.sequence(SHROUDED_KEY_BAG, Der.context(0, bag), attributes));
    }

    private static byte[] certificates(List<CertificateDer> chain, byte[] leafAttributes) {
        byte[][] bags = new byte[chain.size()][];
        for (int i = 0; i < bags.length; i++) {
            byte[] certificate = Der.sequence(
                    X509_CERTIFICATE, Der.context(0, Der.octets(chain.get(i).encoded())));
            bags[i] = i == 0
                    ? Der.sequence(CERTIFICATE_BAG, Der.context(0, certificate), leafAttributes)
                    : Der.sequence(CERTIFICATE_BAG, Der.context(0, certificate));
        }
        return Der.sequence(bags);
    }

    /** RFC 7292 4.2: the name people see, and what ties the key to its certificate. */
    private static byte[] attributes(String friendlyName, CertificateDer leaf) {
        byte[] name = Der.element(Der.BMP_STRING, friendlyName.getBytes(StandardCharsets.UTF_16BE));
        byte[] first = Der.sequence(FRIENDLY_NAME, Der.set(name));
        byte[] second = Der.sequence(LOCAL_KEY_ID, Der.set(Der.octets(leaf.sha1Fingerprint())));
        // X.690 11.6: a SET OF is sorted by its encodings.
        return Arrays.compareUnsigned(first, second) <= 0 ? Der.set(first, second) : Der.set(second, first);
    }

    private static byte[] contentInfo(byte[] content) {
        return Der.sequence(DATA, Der.context(0, Der.octets(content)));
    }

    private static byte[] encrypted(Pkcs12Cipher cipher, byte[] content) throws GeneralSecurityException {
        Pkcs12Cipher.Sealed sealed = cipher.seal(content);
        byte[] info = Der.sequence(DATA, sealed.algorithm(), Der.contextPrimitive(0, sealed.ciphertext()));
        return Der.sequence(ENCRYPTED_DATA, Der.context(0, Der.sequence(Der.integer(0), info)));
    }

    private static void reopen(byte[] file, PrivateKey key, List<CertificateDer> chain, char[] password)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), password);
        Enumeration<String> aliases = store.aliases();
        while (aliases.hasMoreElements()) {
            String alias = aliases.nextElement();
            Key read = store.getKey(alias, password);
            Certificate leaf = store.getCertificate(alias);
            if (read instanceof PrivateKey opened
                    && leaf != null
                    && Arrays.equals(leaf.getEncoded(), chain.getFirst().encoded())
                    && isSame(opened, key, chain.getFirst())) {
                return;
            }
        }
        throw new GeneralSecurityException("the key file does not hold what was written");
    }

    /** The key that came back is the one that went in, and the certificate is its. */
    private static boolean isSame(PrivateKey opened, PrivateKey written, CertificateDer leaf) {
        if (opened instanceof RSAPrivateKey rsa && leaf.publicKey() instanceof RSAPublicKey certified) {
            return Arrays.equals(opened.getEncoded(), written.getEncoded())
                    && rsa.getModulus().equals(certified.getModulus());
        }
        // Providers encode one EC key in more than one way; a signature tells, and costs next to nothing.
        SignatureScheme scheme = leaf.keySpec().map(SignatureScheme::forKey).orElseThrow();
        byte[] probe = leaf.sha256Fingerprint();
        return scheme.verify(leaf.publicKey(), probe, scheme.sign(CryptoProvider.adopt(opened), probe));
    }

    private static boolean isPrintableAscii(char[] password) {
        for (char c : password) {
            if (c < 0x20 || c > 0x7E) {
                return false;
            }
        }
        return true;
    }
}

package io.shomei.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;

/**
 * Writes key files (RFC 7292). Before one leaves, another implementation checks its password and takes it to pieces, and what is in it is
 * compared, because the person who cannot open it has no second copy of the key.
 */
public final class Pkcs12 {
    /** For twelve legible characters that were drawn, some sixty bits: together, guessing one takes 2<sup>70</sup> digests. */
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
            reopen(file, cipher, key, chain, password);
            return file;
        } catch (GeneralSecurityException | IOException | PKCSException e) {
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

    /** The password is checked by the MAC; what is encrypted is opened with the key that was derived: deriving it again is what a file costs. */
    private static void reopen(
            byte[] file, Pkcs12Cipher cipher, PrivateKey key, List<CertificateDer> chain, char[] password)
            throws GeneralSecurityException, IOException, PKCSException {
        PKCS12PfxPdu opened = new PKCS12PfxPdu(file);
        if (!opened.isMacValid(new BcPKCS12MacCalculatorBuilderProvider(JdkDigest::of), password)) {
            throw new GeneralSecurityException("the password does not open the key file");
        }
        InputDecryptorProvider decryptors = algorithm -> new Opener(cipher, algorithm);
        List<byte[]> certificates = new ArrayList<>();
        boolean hasKey = false;
        for (ContentInfo content : opened.getContentInfos()) {
            PKCS12SafeBagFactory bags = content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)
                    ? new PKCS12SafeBagFactory(content, decryptors)
                    : new PKCS12SafeBagFactory(content);
            for (PKCS12SafeBag bag : bags.getSafeBags()) {
                if (bag.getBagValue() instanceof X509CertificateHolder certificate) {
                    certificates.add(certificate.getEncoded());
                } else if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo sealed) {
                    byte[] read = sealed.decryptPrivateKeyInfo(decryptors).getEncoded();
                    byte[] written = key.getEncoded();
                    hasKey = Arrays.equals(read, written);
                    Arrays.fill(read, (byte) 0);
                    Arrays.fill(written, (byte) 0);
                }
            }
        }
        boolean hasChain = certificates.size() == chain.size()
                && IntStream.range(0, chain.size())
                        .allMatch(i ->
                                Arrays.equals(certificates.get(i), chain.get(i).encoded()));
        if (!hasKey || !hasChain || !isOf(key, chain.getFirst())) {
            throw new GeneralSecurityException("the key file does not hold what was written");
        }
    }

    private record Opener(Pkcs12Cipher cipher, AlgorithmIdentifier algorithm) implements InputDecryptor {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public InputStream getInputStream(InputStream sealed) {
            try {
                return new ByteArrayInputStream(cipher.open(algorithm, sealed.readAllBytes()));
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("what was written does not open", e);
            }
        }
    }

    private static boolean isOf(PrivateKey key, CertificateDer leaf) {
        if (key instanceof RSAPrivateKey rsa && leaf.publicKey() instanceof RSAPublicKey certified) {
            return rsa.getModulus().equals(certified.getModulus());
        }
        // A signature tells, and costs next to nothing.
        SignatureScheme scheme = leaf.keySpec().map(SignatureScheme::forKey).orElseThrow();
        byte[] probe = leaf.sha256Fingerprint();
        return scheme.verify(leaf.publicKey(), probe, scheme.sign(CryptoProvider.adopt(key), probe));
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

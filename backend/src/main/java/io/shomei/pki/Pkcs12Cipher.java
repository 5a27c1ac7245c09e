package io.shomei.pki;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Password-based protection of one key file. The JDK derives keys two to three times as fast as Bouncy Castle. */
sealed interface Pkcs12Cipher {
    String JDK = "SunJCE";

    static Pkcs12Cipher of(Pkcs12.Profile profile, int iterations, char[] password, SecureRandom entropy)
            throws GeneralSecurityException {
        return switch (profile) {
            case MODERN -> Modern.of(iterations, password, entropy);
            case COMPAT -> new Compat(iterations, password, entropy);
        };
    }

    /**
     * Encrypted bytes.
     *
     * @param algorithm AlgorithmIdentifier in DER
     */
    // Handed on at once, compared nowhere.
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(byte[] algorithm, byte[] ciphertext) {}

    Sealed seal(byte[] plain) throws GeneralSecurityException;

    /** @param algorithm as it is in the file */
    byte[] open(AlgorithmIdentifier algorithm, byte[] ciphertext) throws GeneralSecurityException;

    /** The MacData over the file's contents (RFC 7292 4). */
    byte[] mac(byte[] contents) throws GeneralSecurityException;

    /**
     * RFC 8018 6.2 (PBES2). The key and the certificates of a file are encrypted under one derived key, each with an initialization vector of
     * its own: deriving is what a file costs.
     */
    // Lives while one file is written.
    @SuppressWarnings("ArrayRecordComponent")
    record Modern(int iterations, char[] password, byte[] salt, SecretKey key, SecureRandom entropy)
            implements Pkcs12Cipher {
        private static final byte[] PBES2 = Der.oid("1.2.840.113549.1.5.13");
        private static final byte[] PBKDF2 = Der.oid("1.2.840.113549.1.5.12");
        private static final byte[] HMAC_SHA_256 = Der.oid("1.2.840.113549.2.9");
        private static final byte[] AES_256_CBC = Der.oid("2.16.840.1.101.3.4.1.42");
        private static final byte[] SHA_256 = Der.oid("2.16.840.1.101.3.4.2.1");

        static Modern of(int iterations, char[] password, SecureRandom entropy) throws GeneralSecurityException {
            byte[] salt = random(entropy, 16);
            var spec = new PBEKeySpec(password, salt, iterations, 256);
            try {
                byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256", JDK)
                        .generateSecret(spec)
                        .getEncoded();
                return new Modern(iterations, password, salt, new SecretKeySpec(key, "AES"), entropy);
            } finally {
                spec.clearPassword();
            }
        }

        @Override
        public Sealed seal(byte[] plain) throws GeneralSecurityException {
            byte[] iv = random(entropy, 16);
            return new Sealed(algorithm(iv), cipher(Cipher.ENCRYPT_MODE, iv).doFinal(plain));
        }

        /** Derives nothing anew: only what was sealed under this key is opened. */
        @Override
        public byte[] open(AlgorithmIdentifier algorithm, byte[] ciphertext) throws GeneralSecurityException {
            byte[] iv = ASN1OctetString.getInstance(PBES2Parameters.getInstance(algorithm.getParameters())
                            .getEncryptionScheme()
                            .getParameters())
                    .getOctets();
            if (!algorithm.equals(AlgorithmIdentifier.getInstance(algorithm(iv)))) {
                throw new GeneralSecurityException("the file names another derivation");
            }
            return cipher(Cipher.DECRYPT_MODE, iv).doFinal(ciphertext);
        }

        private byte[] algorithm(byte[] iv) {
            byte[] derivation = Der.sequence(
                    PBKDF2,
                    Der.sequence(
                            Der.octets(salt), Der.integer(iterations), Der.sequence(HMAC_SHA_256, Der.nullElement())));
            byte[] encryption = Der.sequence(AES_256_CBC, Der.octets(iv));
            return Der.sequence(PBES2, Der.sequence(derivation, encryption));
        }

        private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding", JDK);
            cipher.init(mode, key, new IvParameterSpec(iv));
            return cipher;
        }

        @Override
        public byte[] mac(byte[] contents) throws GeneralSecurityException {
            return macData("HmacPBESHA256", SHA_256, iterations, password, random(entropy, 16), contents);
        }
    }

    /** RFC 7292 appendix C: pbeWithSHAAnd3-KeyTripleDES-CBC. */
    // Lives while one file is written.
    @SuppressWarnings("ArrayRecordComponent")
    record Compat(int iterations, char[] password, SecureRandom entropy) implements Pkcs12Cipher {
        private static final byte[] PBE_SHA1_3DES = Der.oid("1.2.840.113549.1.12.1.3");
        private static final byte[] SHA_1 = Der.oid("1.3.14.3.2.26");

        @Override
        public Sealed seal(byte[] plain) throws GeneralSecurityException {
            byte[] salt = random(entropy, 8);
            byte[] parameters = Der.sequence(Der.octets(salt), Der.integer(iterations));
            return new Sealed(
                    Der.sequence(PBE_SHA1_3DES, parameters),
                    cipher(Cipher.ENCRYPT_MODE, salt, iterations).doFinal(plain));
        }

        @Override
        public byte[] open(AlgorithmIdentifier algorithm, byte[] ciphertext) throws GeneralSecurityException {
            PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
            return cipher(
                            Cipher.DECRYPT_MODE,
                            parameters.getIV(),
                            parameters.getIterations().intValueExact())
                    .doFinal(ciphertext);
        }

        private Cipher cipher(int mode, byte[] salt, int rounds) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede", JDK);
            cipher.init(mode, passwordKey(password), new PBEParameterSpec(salt, rounds));
            return cipher;
        }

        @Override
        public byte[] mac(byte[] contents) throws GeneralSecurityException {
            return macData("HmacPBESHA1", SHA_1, iterations, password, random(entropy, 8), contents);
        }
    }

    private static byte[] macData(
            String algorithm, byte[] hashOid, int iterations, char[] password, byte[] salt, byte[] contents)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm, JDK);
        mac.init(passwordKey(password), new PBEParameterSpec(salt, iterations));
        byte[] digestInfo = Der.sequence(Der.sequence(hashOid, Der.nullElement()), Der.octets(mac.doFinal(contents)));
        return Der.sequence(digestInfo, Der.octets(salt), Der.integer(iterations));
    }

    private static SecretKey passwordKey(char[] password) throws GeneralSecurityException {
        var spec = new PBEKeySpec(password);
        try {
            return SecretKeyFactory.getInstance("PBEWithSHA1AndDESede", JDK).generateSecret(spec);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] random(SecureRandom entropy, int octets) {
        byte[] bytes = new byte[octets];
        entropy.nextBytes(bytes);
        return bytes;
    }
}

package io.shomei.pki;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Chooses, once, who computes. Amazon Corretto signs P-256 five times as fast as Bouncy Castle and RSA twice as fast as the JDK;
 * where it does not load (another processor, no native access), Bouncy Castle does all of its work in one provider.
 */
public final class CryptoProvider {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final Provider SIGNING = fastest();

    private CryptoProvider() {}

    /** Signs, verifies and generates RSA, EC and Ed25519 keys. */
    public static Provider signing() {
        return SIGNING;
    }

    /**
     * Signs and verifies with Ed25519 what is longer than a mebibyte. RFC 8032 5.1 wants the message whole, and Corretto holds no
     * more than that.
     */
    static Provider wholeMessages() {
        return SIGNING == BOUNCY_CASTLE ? BOUNCY_CASTLE : Security.getProvider("SunEC");
    }

    /** Lets the whole process compute with it, TLS and random numbers included. */
    public static void install() {
        if (SIGNING != BOUNCY_CASTLE) {
            Security.insertProviderAt(SIGNING, 1);
        }
    }

    /** For what only Bouncy Castle knows. */
    public static Provider bouncyCastle() {
        return BOUNCY_CASTLE;
    }

    /**
     * The same key as a key of {@link #signing()}. Do it once when a key is loaded: a foreign key is converted again at every
     * signature, which costs half the speed. A key that cannot be encoded (a token's) or that the provider does not know stays.
     */
    public static PrivateKey adopt(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            return key;
        }
        try {
            return keyFactory(algorithm(key.getAlgorithm())).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            return key;
        }
    }

    /** As {@link #adopt(PrivateKey)}, for a key that verifies. */
    public static PublicKey adopt(PublicKey key) {
        try {
            return publicKey(algorithm(key.getAlgorithm()), key.getEncoded());
        } catch (GeneralSecurityException e) {
            return key;
        }
    }

    /** Reads keys of this family, RSA, EC or Ed25519, as {@link #signing()} likes them best. */
    public static KeyFactory keyFactory(String family) throws NoSuchAlgorithmException {
        // Corretto signs with the JDK's Ed25519 keys and has no factory of its own.
        return SIGNING.getService("KeyFactory", family) == null
                ? KeyFactory.getInstance(family)
                : KeyFactory.getInstance(family, SIGNING);
    }

    /** Reads a SubjectPublicKeyInfo of this family. */
    static PublicKey publicKey(String family, byte[] publicKeyInfo) throws GeneralSecurityException {
        return keyFactory(family).generatePublic(new X509EncodedKeySpec(publicKeyInfo));
    }

    private static String algorithm(String name) {
        return switch (name) {
            case "ECDSA" -> "EC";
            case "EdDSA" -> "Ed25519";
            default -> name;
        };
    }

    private static Provider fastest() {
        try {
            return Corretto.isLoaded() ? Corretto.provider() : BOUNCY_CASTLE;
        } catch (LinkageError e) {
            return BOUNCY_CASTLE;
        }
    }

    /** Apart, so that this class can be verified where the library is not there. */
    private static final class Corretto {
        static boolean isLoaded() {
            return AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
        }

        static Provider provider() {
            return AmazonCorrettoCryptoProvider.INSTANCE;
        }
    }
}

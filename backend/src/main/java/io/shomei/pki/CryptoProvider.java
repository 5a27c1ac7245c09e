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
 * Chooses who computes, by what was measured for each algorithm (docs/adr/0022): Amazon Corretto for RSA, elliptic curves and
 * Ed25519, Bouncy Castle for ML-DSA. Where Corretto does not load (another processor, no native access), Bouncy Castle does it all.
 */
public final class CryptoProvider {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final boolean CORRETTO_LOADS = correttoLoads();
    /** Behind the JDK's first provider, which has the digests and random numbers; who signs is never asked for by order. */
    private static final int BEHIND_DIGESTS = 2;

    private CryptoProvider() {}

    /** Who signs, verifies and generates keys of this family; see {@link KeySpec#family}. */
    public static Provider of(String family) {
        return of(family, CORRETTO_LOADS);
    }

    static Provider of(String family, boolean correttoLoads) {
        return correttoLoads && !family.startsWith("ML-DSA") ? Corretto.provider() : BOUNCY_CASTLE;
    }

    /**
     * As {@link #of(String)}, for messages longer than a mebibyte: RFC 8032 5.1 wants the message whole for Ed25519, and Corretto
     * holds no more than that.
     */
    static Provider ofLongMessages(String family) {
        return CORRETTO_LOADS && family.equals("Ed25519") ? Security.getProvider("SunEC") : of(family);
    }

    /**
     * Lets the whole process compute with the fastest, TLS included. Digests and random numbers stay with the JDK: they are of small
     * pieces, thousands of them for one password, and a call out of Java costs as much as the work.
     */
    public static void install() {
        if (CORRETTO_LOADS) {
            Security.insertProviderAt(Corretto.provider(), BEHIND_DIGESTS);
        }
    }

    /** For what only Bouncy Castle knows. */
    public static Provider bouncyCastle() {
        return BOUNCY_CASTLE;
    }

    /**
     * The same key as a key of the provider that computes with it. Do it once when a key is loaded: a foreign key is converted again
     * at every signature, which costs half the speed. A key that cannot be encoded (an HSM's) or that the provider does not know
     * stays.
     */
    public static PrivateKey adopt(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            return key;
        }
        try {
            return keyFactory(family(key.getAlgorithm())).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            return key;
        }
    }

    /** As {@link #adopt(PrivateKey)}, for a key that verifies. */
    public static PublicKey adopt(PublicKey key) {
        try {
            return publicKey(family(key.getAlgorithm()), key.getEncoded());
        } catch (GeneralSecurityException e) {
            return key;
        }
    }

    /** Reads keys of this family as the provider that computes with them likes them best. */
    public static KeyFactory keyFactory(String family) throws NoSuchAlgorithmException {
        Provider provider = of(family);
        // Corretto signs with the JDK's Ed25519 keys and has no factory of its own.
        return provider.getService("KeyFactory", family) == null
                ? KeyFactory.getInstance(family)
                : KeyFactory.getInstance(family, provider);
    }

    /** What we call the algorithm that a key says it has: providers have several names for one. */
    public static String family(String algorithm) {
        return switch (algorithm) {
            case "ECDSA" -> "EC";
            case "EdDSA" -> "Ed25519";
            case "ML-DSA" -> "ML-DSA-65";
            default -> algorithm;
        };
    }

    /** Reads a SubjectPublicKeyInfo of this family. */
    static PublicKey publicKey(String family, byte[] publicKeyInfo) throws GeneralSecurityException {
        return keyFactory(family).generatePublic(new X509EncodedKeySpec(publicKeyInfo));
    }

    private static boolean correttoLoads() {
        try {
            return Corretto.isLoaded();
        } catch (LinkageError e) {
            return false;
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

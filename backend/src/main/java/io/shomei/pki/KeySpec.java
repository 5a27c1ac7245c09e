package io.shomei.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;

/** The kinds of key a certificate may hold. A new algorithm is a new constant here and in {@link SignatureScheme}. */
public enum KeySpec {
    RSA_2048("RSA", 2048, "RSA 2048"),
    RSA_3072("RSA", 3072, "RSA 3072"),
    RSA_4096("RSA", 4096, "RSA 4096"),
    P256("EC", 256, "EC P-256"),
    P384("EC", 384, "EC P-384"),
    ED25519("Ed25519", 255, "Ed25519"),
    /** FIPS 204, security category 3: for an authority whose relying parties know it. */
    ML_DSA_65("ML-DSA-65", 15_616, "ML-DSA-65");

    private final String family;
    private final int bits;
    private final String displayName;

    KeySpec(String family, int bits, String displayName) {
        this.family = family;
        this.bits = bits;
        this.displayName = displayName;
    }

    /** What JCA calls the algorithm: RSA, EC, Ed25519 or ML-DSA-65. */
    public String family() {
        return family;
    }

    /** Of the modulus, the curve, or the public key. */
    public int bits() {
        return bits;
    }

    /** The name people read: {@code RSA 2048}, {@code EC P-256}. */
    public String displayName() {
        return displayName;
    }

    public boolean isRsa() {
        return family.equals("RSA");
    }

    public KeyPair generate(SecureRandom entropy) {
        try {
            return generate(CryptoProvider.of(family), entropy);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot generate " + displayName, e);
        }
    }

    /**
     * Generates where this provider does it, an HSM for instance.
     *
     * @throws GeneralSecurityException where it makes no such keys
     */
    public KeyPair generate(Provider provider, SecureRandom entropy) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family, provider);
        switch (this) {
            case RSA_2048, RSA_3072, RSA_4096 ->
                generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), entropy);
            case P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), entropy);
            case P384 -> generator.initialize(new ECGenParameterSpec("secp384r1"), entropy);
            case ED25519, ML_DSA_65 -> {
                // The algorithm's name says it all, and Corretto's generators of these take no parameters.
            }
        }
        return generator.generateKeyPair();
    }

    public static Optional<KeySpec> of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return encoded == null ? Optional.empty() : ofPublicKeyInfo(encoded);
    }

    /** Reads the kind from a SubjectPublicKeyInfo. */
    public static Optional<KeySpec> ofPublicKeyInfo(byte[] publicKeyInfo) {
        try {
            return PublicKeyInfo.read(publicKeyInfo).spec();
        } catch (DerException e) {
            return Optional.empty();
        }
    }
}

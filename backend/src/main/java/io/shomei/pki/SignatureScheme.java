package io.shomei.pki;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** How we sign. A new algorithm is a new constant; nothing else in this package names one. */
public enum SignatureScheme {
    SHA256_WITH_RSA("SHA256withRSA", "RSA", "1.2.840.113549.1.1.11"),
    SHA384_WITH_RSA("SHA384withRSA", "RSA", "1.2.840.113549.1.1.12"),
    ECDSA_WITH_SHA256("SHA256withECDSA", "EC", "1.2.840.10045.4.3.2"),
    ECDSA_WITH_SHA384("SHA384withECDSA", "EC", "1.2.840.10045.4.3.3"),
    ED25519("Ed25519", "Ed25519", Oids.ED25519),
    ML_DSA_65("ML-DSA-65", "ML-DSA-65", Oids.ML_DSA_65);

    private final String jcaName;
    private final String family;
    private final String oid;
    // Never written to, and handed out as a copy.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] algorithmIdentifier;

    SignatureScheme(String jcaName, String family, String oid) {
        this.jcaName = jcaName;
        this.family = family;
        this.oid = oid;
        // RFC 4055 5: NULL for PKCS#1 v1.5. RFC 5758 3.2, RFC 8410 3, RFC 9881 2: absent for the others.
        this.algorithmIdentifier =
                family.equals("RSA") ? Der.sequence(Der.oid(oid), Der.nullElement()) : Der.sequence(Der.oid(oid));
    }

    public String jcaName() {
        return jcaName;
    }

    public String oid() {
        return oid;
    }

    /** The AlgorithmIdentifier in DER. */
    public byte[] algorithmIdentifier() {
        return algorithmIdentifier.clone();
    }

    /** The scheme for a key of this kind: the hash is as strong as the key (BR 7.1.3.2). */
    public static SignatureScheme forKey(KeySpec key) {
        return switch (key) {
            case RSA_2048, RSA_3072 -> SHA256_WITH_RSA;
            case RSA_4096 -> SHA384_WITH_RSA;
            case P256 -> ECDSA_WITH_SHA256;
            case P384 -> ECDSA_WITH_SHA384;
            case ED25519 -> ED25519;
            case ML_DSA_65 -> ML_DSA_65;
        };
    }

    public boolean fits(KeySpec key) {
        return switch (this) {
            case SHA256_WITH_RSA, SHA384_WITH_RSA -> key.isRsa();
            // BR 7.1.3.2.2 ties the hash to the curve.
            case ECDSA_WITH_SHA256 -> key == KeySpec.P256;
            case ECDSA_WITH_SHA384 -> key == KeySpec.P384;
            case ED25519 -> key == KeySpec.ED25519;
            case ML_DSA_65 -> key == KeySpec.ML_DSA_65;
        };
    }

    /** The scheme with exactly this AlgorithmIdentifier. */
    public static Optional<SignatureScheme> ofAlgorithmIdentifier(byte[] encoded) {
        for (SignatureScheme scheme : values()) {
            if (Arrays.equals(scheme.algorithmIdentifier, encoded)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    /** Signs with a key of the provider of its family; see {@link CryptoProvider#adopt(PrivateKey)}. */
    public byte[] sign(PrivateKey key, byte[] data) {
        return sign(CryptoProvider.of(family), key, data);
    }

    /** Signs with a key that only this provider knows: an HSM's. */
    public byte[] sign(Provider provider, PrivateKey key, byte[] data) {
        return signature(provider, key, Message.of(data));
    }

    /** As {@link #sign(PrivateKey, byte[])}, what may be too long to be held at once. */
    public byte[] sign(PrivateKey key, Message message) {
        return signature(CryptoProvider.ofLongMessages(family), key, message);
    }

    /** As {@link #sign(Provider, PrivateKey, byte[])}, what may be too long to be held at once. */
    public byte[] sign(Provider provider, PrivateKey key, Message message) {
        return signature(provider, key, message);
    }

    private byte[] signature(Provider provider, PrivateKey key, Message message) {
        try {
            Signature signature = Signature.getInstance(jcaName, provider);
            signature.initSign(key);
            message.forEach(piece -> update(signature, piece));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + jcaName, e);
        }
    }

    /** Whether the signature is right. A key or signature that cannot be read is not right. */
    public boolean verify(PublicKey key, byte[] data, byte[] signature) {
        return verify(CryptoProvider.of(family), jcaName, key, data, signature);
    }

    /** Verifies a signature on what goes by, piece by piece. */
    public Verifier verifier(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(jcaName, CryptoProvider.ofLongMessages(family));
            verifier.initVerify(key);
            return new Verifier(verifier);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify with " + jcaName, e);
        }
    }

    /** Sees a message once. */
    public static final class Verifier implements Consumer<byte[]> {
        private final Signature verifier;

        private Verifier(Signature verifier) {
            this.verifier = verifier;
        }

        @Override
        public void accept(byte[] piece) {
            update(verifier, piece);
        }

        /** Whether the signature is right for what was seen. One that cannot be read is not right. */
        public boolean isRight(byte[] signature) {
            try {
                return verifier.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    static boolean verify(Provider provider, String jcaName, PublicKey key, byte[] data, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(jcaName, provider);
            verifier.initVerify(key);
            verifier.update(data);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void update(Signature signature, byte[] piece) {
        try {
            signature.update(piece);
        } catch (SignatureException e) {
            throw new IllegalStateException(e);
        }
    }
}

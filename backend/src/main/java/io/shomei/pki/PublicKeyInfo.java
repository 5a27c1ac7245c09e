package io.shomei.pki;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SubjectPublicKeyInfo taken apart (RFC 5280 4.1.2.7).
 *
 * @param family what JCA calls the algorithm, or its dotted identifier where it is not one of ours
 * @param spec the kind, where it is one of ours
 * @param modulus of an RSA key
 * @param exponent of an RSA key
 * @param key the subjectPublicKey's octets
 */
// A record of DER is compared nowhere; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
public record PublicKeyInfo(
        String family,
        Optional<KeySpec> spec,
        @Nullable BigInteger modulus,
        @Nullable BigInteger exponent,
        byte[] key) {

    public static PublicKeyInfo read(byte[] encoded) throws DerException {
        DerReader outer = new DerReader(encoded);
        DerReader info = outer.sequence();
        outer.requireEnd();
        DerReader algorithm = info.sequence();
        String oid = algorithm.oid();
        byte[] key = info.octetsOfBits();
        info.requireEnd();
        return switch (oid) {
            case Oids.RSA -> rsa(algorithm, key);
            case Oids.EC -> ec(algorithm, key);
            case Oids.ED25519 -> plain(KeySpec.ED25519, 32, algorithm, key);
            case Oids.ML_DSA_65 -> plain(KeySpec.ML_DSA_65, 1952, algorithm, key);
            default -> new PublicKeyInfo(oid, Optional.empty(), null, null, key);
        };
    }

    /** What a person should read: {@code RSA 2048}, also for keys that are not ours. */
    public String description() {
        return spec.map(KeySpec::displayName)
                .orElseGet(() -> modulus == null ? family : family + " " + modulus.bitLength());
    }

    private static PublicKeyInfo rsa(DerReader algorithm, byte[] key) throws DerException {
        // RFC 3279 2.3.1: the parameters are NULL.
        algorithm.contents(Der.NULL);
        algorithm.requireEnd();
        DerReader outer = new DerReader(key);
        DerReader numbers = outer.sequence();
        outer.requireEnd();
        BigInteger modulus = numbers.integer();
        BigInteger exponent = numbers.integer();
        numbers.requireEnd();
        if (modulus.signum() <= 0 || exponent.signum() <= 0) {
            throw new DerException("RSA numbers are positive");
        }
        Optional<KeySpec> spec = switch (modulus.bitLength()) {
            case 2048 -> Optional.of(KeySpec.RSA_2048);
            case 3072 -> Optional.of(KeySpec.RSA_3072);
            case 4096 -> Optional.of(KeySpec.RSA_4096);
            default -> Optional.empty();
        };
        return new PublicKeyInfo("RSA", spec, modulus, exponent, key);
    }

    private static PublicKeyInfo ec(DerReader algorithm, byte[] key) throws DerException {
        // RFC 5480 2.1.1: only named curves; explicit parameters are where CVE-2020-0601 came in.
        String curve = algorithm.oid();
        algorithm.requireEnd();
        return switch (curve) {
            case Oids.P256 -> new PublicKeyInfo("EC", Optional.of(point(KeySpec.P256, 65, key)), null, null, key);
            case Oids.P384 -> new PublicKeyInfo("EC", Optional.of(point(KeySpec.P384, 97, key)), null, null, key);
            default -> new PublicKeyInfo("EC", Optional.empty(), null, null, key);
        };
    }

    private static KeySpec point(KeySpec spec, int length, byte[] key) throws DerException {
        // RFC 5480 2.2: the uncompressed form must be supported; we take no other, so that one key has one encoding.
        if (key.length != length || key[0] != 4) {
            throw new DerException("not an uncompressed point");
        }
        return spec;
    }

    /** RFC 8410 3 and RFC 9881 2: the parameters are absent, and the octets are the key. */
    private static PublicKeyInfo plain(KeySpec spec, int octets, DerReader algorithm, byte[] key) throws DerException {
        algorithm.requireEnd();
        if (key.length != octets) {
            throw new DerException("a key of kind %s has %d octets".formatted(spec.displayName(), octets));
        }
        return new PublicKeyInfo(spec.family(), Optional.of(spec), null, null, key);
    }
}

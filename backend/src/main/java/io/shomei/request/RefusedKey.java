package io.shomei.request;

import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Oids;
import java.math.BigInteger;
import java.util.Base64;

/**
 * Names the key of a certificate request that was refused, so that its applicant sees what was wrong with it.
 *
 * @param kind such as {@code RSA 1024} or {@code EC P-521}
 * @param exponent of an RSA key, in decimal; else empty
 */
record RefusedKey(String kind, String exponent) {
    private static final RefusedKey UNKNOWN = new RefusedKey("?", "");
    private static final int SHOWN_EXPONENT_BITS = 64;

    static RefusedKey of(String csr) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(csr.replaceAll("-----[A-Z ]*-----", ""));
            DerReader info = new DerReader(der).sequence().sequence();
            info.integer();
            info.sequence();
            return ofPublicKeyInfo(info.sequence());
        } catch (DerException | IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static RefusedKey ofPublicKeyInfo(DerReader info) throws DerException {
        DerReader algorithm = info.sequence();
        String oid = algorithm.oid();
        return switch (oid) {
            case Oids.RSA -> rsa(new DerReader(info.octetsOfBits()).sequence());
            case Oids.EC -> new RefusedKey("EC " + curve(algorithm.oid()), "");
            case Oids.ED25519 -> new RefusedKey("Ed25519", "");
            case Oids.ML_DSA_65 -> new RefusedKey("ML-DSA-65", "");
            default -> new RefusedKey(oid, "");
        };
    }

    private static RefusedKey rsa(DerReader numbers) throws DerException {
        int bits = numbers.integer().bitLength();
        BigInteger exponent = numbers.integer();
        boolean isShort = exponent.bitLength() <= SHOWN_EXPONENT_BITS;
        return new RefusedKey("RSA " + bits, isShort ? exponent.toString() : exponent.bitLength() + " bit");
    }

    private static String curve(String oid) {
        return switch (oid) {
            case Oids.P256 -> "P-256";
            case Oids.P384 -> "P-384";
            case Oids.P521 -> "P-521";
            // SEC 2 2.4.1: the curve of crypto-currencies, which people take for P-256.
            case "1.3.132.0.10" -> "secp256k1";
            default -> oid;
        };
    }
}

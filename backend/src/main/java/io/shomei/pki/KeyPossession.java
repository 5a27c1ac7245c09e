package io.shomei.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;

/**
 * Whether somebody has a private key, shown by a signature over a text that we chose. Unlike the check of an application this
 * takes weak keys too: it is these that get into wrong hands.
 */
public enum KeyPossession {
    PROVEN,
    /** It is no CSR, or its key cannot be computed with. */
    UNREADABLE,
    /** The CSR is of another key. */
    OTHER_KEY,
    /** The CSR names the text neither as CN nor as challengePassword, so it may have been made for something else. */
    TEXT_MISSING,
    SIGNATURE_WRONG;

    private static final int MAX_OCTETS = 16 * 1024;
    /** Beyond this the arithmetic itself would be the attack. */
    private static final int MAX_RSA_BITS = 8192;

    private static final int MAX_EXPONENT_BITS = 256;
    /** What an editor or a shell puts behind a line. */
    private static final List<String> LINE_ENDS = List.of("", "\n", "\r\n");

    /** A CSR (RFC 2986) of the key that names the text as its CN, or as its challengePassword (RFC 2985 5.4.1). */
    public static KeyPossession byCsr(byte[] der, KeyFingerprint key, String text) {
        if (der.length > MAX_OCTETS) {
            return UNREADABLE;
        }
        try {
            DerReader outer = new DerReader(der);
            DerReader request = outer.sequence();
            outer.requireEnd();
            byte[] signed = request.element(Der.SEQUENCE);
            CsrReader.Algorithm algorithm =
                    CsrReader.SIGNATURES.get(request.sequence().oid());
            byte[] signature = request.octetsOfBits();
            DerReader info = new DerReader(signed).sequence();
            info.integer();
            byte[] subject = info.element(Der.SEQUENCE);
            byte[] publicKeyInfo = info.element(Der.SEQUENCE);
            if (!KeyFingerprint.of(publicKeyInfo).equals(key)) {
                return OTHER_KEY;
            }
            if (!isCommonName(subject, text) && !isChallengePassword(info, text)) {
                return TEXT_MISSING;
            }
            PublicKeyInfo proven = PublicKeyInfo.read(publicKeyInfo);
            return algorithm != null
                            && algorithm.family().equals(proven.family())
                            && verifies(algorithm, publicKey(proven, publicKeyInfo), signed, signature)
                    ? PROVEN
                    : SIGNATURE_WRONG;
        } catch (DerException unreadable) {
            return UNREADABLE;
        }
    }

    /** A signature over the text, with or without a line end: RSA PKCS#1 v1.5 or ECDSA with a hash of SHA-2, or Ed25519. */
    public static KeyPossession bySignature(byte[] signature, byte[] publicKeyInfo, String text) {
        try {
            PublicKeyInfo info = PublicKeyInfo.read(publicKeyInfo);
            PublicKey key = publicKey(info, publicKeyInfo);
            List<CsrReader.Algorithm> algorithms = CsrReader.SIGNATURES.values().stream()
                    .filter(algorithm -> algorithm.family().equals(info.family()))
                    .toList();
            boolean right = LINE_ENDS.stream()
                    .map(end -> (text + end).getBytes(StandardCharsets.US_ASCII))
                    .anyMatch(signed ->
                            algorithms.stream().anyMatch(algorithm -> verifies(algorithm, key, signed, signature)));
            return right ? PROVEN : SIGNATURE_WRONG;
        } catch (DerException unreadable) {
            return UNREADABLE;
        }
    }

    /** The SubjectPublicKeyInfo of a CSR; nothing else of it is looked at. */
    static byte[] keyOfCsr(byte[] der) throws DerException {
        DerReader info = new DerReader(der).sequence().sequence();
        info.integer();
        info.element(Der.SEQUENCE);
        return info.element(Der.SEQUENCE);
    }

    private static boolean isCommonName(byte[] subject, String text) {
        try {
            return DistinguishedName.ofDer(subject).all(AttributeType.CN).contains(text);
        } catch (DnSyntaxException noNameOfOurs) {
            return false;
        }
    }

    private static boolean isChallengePassword(DerReader info, String text) throws DerException {
        DerReader attributes = info.atEnd() ? info : info.enter(0xA0);
        while (!attributes.atEnd()) {
            DerReader attribute = attributes.sequence();
            if (attribute.oid().equals(Oids.CHALLENGE_PASSWORD)) {
                DerReader values = attribute.enter(Der.SET);
                String password = new String(values.contents(values.nextTag()), StandardCharsets.UTF_8);
                return password.equals(text);
            }
        }
        return false;
    }

    private static PublicKey publicKey(PublicKeyInfo info, byte[] publicKeyInfo) throws DerException {
        if (info.modulus() != null
                && info.exponent() != null
                && (info.modulus().bitLength() > MAX_RSA_BITS || info.exponent().bitLength() > MAX_EXPONENT_BITS)) {
            throw new DerException("numbers too large to compute with");
        }
        try {
            return CryptoProvider.publicKey(info.family(), publicKeyInfo);
        } catch (GeneralSecurityException | RuntimeException unusable) {
            // Providers also throw unchecked exceptions at nonsense.
            throw new DerException("a key that cannot be used");
        }
    }

    private static boolean verifies(CsrReader.Algorithm algorithm, PublicKey key, byte[] signed, byte[] signature) {
        try {
            return SignatureScheme.verify(
                    CryptoProvider.of(algorithm.family()), algorithm.jcaName(), key, signed, signature);
        } catch (RuntimeException nonsense) {
            return false;
        }
    }
}

package io.shomei.pki;

import static io.shomei.pki.KeySpec.P256;
import static io.shomei.pki.KeySpec.P384;
import static io.shomei.pki.KeySpec.RSA_2048;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsrCheckTest {
    private static final Set<KeySpec> ALL = EnumSet.allOf(KeySpec.class);
    private static final byte[] SHA256_RSA = SignatureScheme.SHA256_WITH_RSA.algorithmIdentifier();

    @Test
    void aGoodRequestProvesItsKey() {
        byte[] der = Fixtures.csr(P256);
        assertThat(CsrCheck.ofDer(der, ALL)).isInstanceOfSatisfying(CsrCheck.Good.class, good -> {
            byte[] key = Fixtures.key("server", P256).getPublic().getEncoded();
            assertThat(good.csr().publicKeyInfo()).isEqualTo(key);
            assertThat(good.csr().keyFingerprint()).isEqualTo(Digests.sha256(key));
            assertThat(good.csr().subject()).isEqualTo(Fixtures.SERVER_NAME);
        });
        assertThat(CsrCheck.ofPem("Certificate Request:\n" + CertificateDer.pem("NEW CERTIFICATE REQUEST", der), ALL))
                .isInstanceOf(CsrCheck.Good.class);
        assertThat(CsrCheck.ofBase64(" " + Base64.getEncoder().encodeToString(der) + "\r\n", ALL))
                .isInstanceOf(CsrCheck.Good.class);
    }

    @ParameterizedTest
    @EnumSource(KeySpec.class)
    void everyKindOfKeyCanBeProved(KeySpec spec) {
        assertThat(CsrCheck.ofDer(Fixtures.csr(spec), EnumSet.of(spec)))
                .isInstanceOfSatisfying(
                        CsrCheck.Good.class,
                        good -> assertThat(good.csr().keySpec()).isEqualTo(spec));
    }

    @Test
    void sizesBetweenTheUsualOnesAreNotOurs() throws Exception {
        refused(rsa(2056, 65537), CsrFault.KEY_SIZE_FORBIDDEN);
    }

    @Test
    void otherParametersOfMlDsaAreNotOurs() {
        refused(csrOfPlainKey("2.16.840.1.101.3.4.3.17", 1312), CsrFault.KEY_ALGORITHM_FORBIDDEN);
        refused(csrOfPlainKey("2.16.840.1.101.3.4.3.19", 2592), CsrFault.KEY_ALGORITHM_FORBIDDEN);
        refused(csrOfPlainKey(Oids.ML_DSA_65, 1951), CsrFault.UNPARSABLE_KEY);
        refused(csrOfPlainKey(Oids.ED25519, 33), CsrFault.UNPARSABLE_KEY);
    }

    @Test
    void theSignatureIsOfTheKeysOwnFamily() {
        byte[] ed = Der.sequence(Der.oid(Oids.ED25519));
        KeyPair key = Fixtures.key("server", P256);
        refused(Fixtures.csr(key, "SHA256withECDSA", ed, Fixtures.SERVER_NAME), CsrFault.SIGNATURE_INVALID);
    }

    @Test
    void rsaOf1024BitsIsTooShort() throws Exception {
        refused(rsa(1024, 65537), CsrFault.KEY_SIZE_FORBIDDEN);
    }

    @Test
    void anExponentOf3IsForbidden() throws Exception {
        refused(rsa(2048, 3), CsrFault.EXPONENT_FORBIDDEN);
    }

    @Test
    void p521IsNotOurs() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp521r1"));
        byte[] algorithm = SignatureScheme.ECDSA_WITH_SHA256.algorithmIdentifier();
        refused(
                Fixtures.csr(generator.generateKeyPair(), "SHA256withECDSA", algorithm, Fixtures.SERVER_NAME),
                CsrFault.KEY_SIZE_FORBIDDEN);
    }

    @Test
    void aProfileNarrowsTheKeys() {
        assertThat(CsrCheck.ofDer(Fixtures.csr(P256), EnumSet.of(P384))).isEqualTo(bad(CsrFault.KEY_SIZE_FORBIDDEN));
        assertThat(CsrCheck.ofDer(Fixtures.csr(P256), EnumSet.of(RSA_2048)))
                .isEqualTo(bad(CsrFault.KEY_ALGORITHM_FORBIDDEN));
    }

    @Test
    void aBrokenSignatureProvesNothing() {
        for (KeySpec spec : ALL) {
            if (spec != KeySpec.RSA_4096 && spec != KeySpec.RSA_3072) {
                byte[] der = Fixtures.csr(spec);
                der[der.length - 1] ^= 1;
                refused(der, CsrFault.SIGNATURE_INVALID);
            }
        }
    }

    @Test
    void md5AndSha1AreForbidden() {
        KeyPair key = Fixtures.key("server", RSA_2048);
        byte[] md5 = Der.sequence(Der.oid("1.2.840.113549.1.1.4"), Der.nullElement());
        byte[] sha1 = Der.sequence(Der.oid("1.2.840.113549.1.1.5"), Der.nullElement());
        refused(Fixtures.csr(key, "MD5withRSA", md5, Fixtures.SERVER_NAME), CsrFault.SIGNATURE_ALGORITHM_FORBIDDEN);
        refused(Fixtures.csr(key, "SHA1withRSA", sha1, Fixtures.SERVER_NAME), CsrFault.SIGNATURE_ALGORITHM_FORBIDDEN);
    }

    @Test
    void trailingDataIsReported() {
        byte[] der = Fixtures.csr(P256);
        refused(Arrays.copyOf(der, der.length + 3), CsrFault.TRAILING_DATA);
    }

    @Test
    void aPointOffItsCurveIsNoKey() {
        byte[] der = Fixtures.csr(P256);
        byte[] key = Fixtures.key("server", P256).getPublic().getEncoded();
        int at = indexOf(der, key) + key.length - 1;
        der[at] ^= 1;
        refused(der, CsrFault.UNPARSABLE_KEY);
    }

    @Test
    void sizeIsBounded() {
        assertThat(CsrCheck.ofDer(new byte[20_000], ALL))
                .isEqualTo(new CsrCheck.Bad(List.of(CsrFault.TOO_LARGE), null));
        assertThat(CsrCheck.ofBase64("A".repeat(100_000), ALL))
                .isEqualTo(new CsrCheck.Bad(List.of(CsrFault.TOO_LARGE), null));
    }

    @Test
    void aKeyOfTheInfineonLibraryIsFound() {
        // As the library made them: p = k·M + (65537^a mod M), and likewise q.
        BigInteger primorial = BigInteger.ONE;
        for (int n = 2; n <= 701; n++) {
            if (BigInteger.valueOf(n).isProbablePrime(30)) {
                primorial = primorial.multiply(BigInteger.valueOf(n));
            }
        }
        BigInteger modulus = rocaPrime(primorial).multiply(rocaPrime(primorial));
        assertThat(KeyQuality.isRoca(modulus)).isTrue();
        assertThat(CsrCheck.ofDer(unsigned(modulus), ALL)).isInstanceOfSatisfying(CsrCheck.Bad.class, bad -> {
            assertThat(bad.faults()).contains(CsrFault.ROCA_KEY);
            assertThat(bad.subject()).isEqualTo(Fixtures.SERVER_NAME);
        });
    }

    @Test
    void closePrimesAreFound() {
        BigInteger p = BigInteger.probablePrime(1024, Fixtures.ENTROPY).setBit(1022);
        p = p.nextProbablePrime();
        BigInteger modulus = p.multiply(p.add(BigInteger.valueOf(5000)).nextProbablePrime());
        assertThat(KeyQuality.hasClosePrimes(modulus)).isTrue();
        assertThat(((CsrCheck.Bad) CsrCheck.ofDer(unsigned(modulus), ALL)).faults())
                .contains(CsrFault.FERMAT_CLOSE_PRIMES);
    }

    @Test
    void aSquareAndASmallFactorAreFound() {
        BigInteger p = BigInteger.probablePrime(1024, Fixtures.ENTROPY);
        assertThat(KeyQuality.hasClosePrimes(p.multiply(p))).isTrue();
        assertThat(KeyQuality.hasSmallFactor(p.multiply(BigInteger.valueOf(751))))
                .isTrue();
    }

    @Test
    void anOrdinaryKeyIsGood() {
        var key = (RSAPublicKey) Fixtures.key("server", RSA_2048).getPublic();
        assertThat(KeyQuality.faultsOfRsa(key.getModulus(), key.getPublicExponent()))
                .isEmpty();
    }

    @Test
    void aHugeModulusCostsNothing() {
        BigInteger modulus = BigInteger.ONE.shiftLeft(100_000).add(BigInteger.ONE);
        assertThat(((CsrCheck.Bad) CsrCheck.ofDer(unsigned(modulus), ALL)).faults())
                .contains(CsrFault.KEY_SIZE_FORBIDDEN);
    }

    private static BigInteger rocaPrime(BigInteger primorial) {
        BigInteger generator = BigInteger.valueOf(65537);
        while (true) {
            BigInteger residue = generator.modPow(new BigInteger(80, Fixtures.ENTROPY), primorial);
            BigInteger candidate = new BigInteger(1023 - primorial.bitLength(), Fixtures.ENTROPY)
                    .setBit(1023 - primorial.bitLength())
                    .multiply(primorial)
                    .add(residue);
            if (candidate.bitLength() == 1024 && candidate.testBit(1022) && candidate.isProbablePrime(20)) {
                return candidate;
            }
        }
    }

    private static byte[] csrOfPlainKey(String oid, int octets) {
        byte[] algorithm = Der.sequence(Der.oid(oid));
        byte[] info = Der.sequence(
                Der.integer(0),
                Fixtures.SERVER_NAME.encoded(),
                Der.sequence(algorithm, Der.bits(new byte[octets])),
                Der.context(0));
        return Der.sequence(info, SignatureScheme.ML_DSA_65.algorithmIdentifier(), Der.bits(new byte[3309]));
    }

    /** A request for this modulus with some signature: the key is judged first. */
    private static byte[] unsigned(BigInteger modulus) {
        byte[] numbers = Der.sequence(Der.integer(modulus), Der.integer(65537));
        byte[] key = Der.sequence(Der.sequence(Der.oid(Oids.RSA), Der.nullElement()), Der.bits(numbers));
        byte[] info = Der.sequence(Der.integer(0), Fixtures.SERVER_NAME.encoded(), key, Der.context(0));
        return Der.sequence(info, SHA256_RSA, Der.bits(new byte[256]));
    }

    private static byte[] rsa(int bits, int exponent) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)));
        return Fixtures.csr(generator.generateKeyPair(), "SHA256withRSA", SHA256_RSA, Fixtures.SERVER_NAME);
    }

    private static void refused(byte[] der, CsrFault... faults) {
        assertThat(CsrCheck.ofDer(der, ALL)).isEqualTo(bad(faults));
    }

    private static CsrCheck bad(CsrFault... faults) {
        return new CsrCheck.Bad(List.of(faults), Fixtures.SERVER_NAME);
    }

    private static int indexOf(byte[] in, byte[] part) {
        for (int at = 0; at + part.length <= in.length; at++) {
            if (Arrays.equals(in, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }
}

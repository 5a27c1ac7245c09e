package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question to the OCSP responder may look like, and what makes it malformed. */
class OcspRequestTest {
    private static final CertificateDer ISSUER = Fixtures.issuer(KeySpec.P256);
    private static final SerialNumber SERIAL = Fixtures.serial();
    private static final CertId ASKED = CertId.of(HashAlgorithm.SHA1, ISSUER, SERIAL);

    @ParameterizedTest
    @EnumSource(HashAlgorithm.class)
    void whatBouncyCastleAsksIsUnderstood(HashAlgorithm algorithm) throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var identifier = digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                new org.bouncycastle.asn1.ASN1ObjectIdentifier(algorithm.oid())));
        byte[] der = new OCSPReqBuilder()
                .addRequest(
                        new CertificateID(identifier, new JcaX509CertificateHolder(ISSUER.toX509()), SERIAL.value()))
                .build()
                .getEncoded();
        OcspRequest request = OcspRequest.read(der);
        assertThat(request.nonce()).isEmpty();
        CertId asked = request.certificates().getFirst();
        assertThat(asked.issuer()).contains(IssuerHash.of(algorithm, ISSUER));
        assertThat(asked.serial()).contains(SERIAL);
    }

    @Test
    void aSignatureAndARequestorMakeNoDifference() throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                .build(Fixtures.key("server", KeySpec.P256).getPrivate());
        byte[] der = new OCSPReqBuilder()
                .setRequestorName(new GeneralName(GeneralName.rfc822Name, "somebody@example.jp"))
                .addRequest(new CertificateID(
                        digests.get(CertificateID.HASH_SHA1),
                        new JcaX509CertificateHolder(ISSUER.toX509()),
                        SERIAL.value()))
                .setRequestExtensions(
                        new org.bouncycastle.asn1.x509.Extensions(new org.bouncycastle.asn1.x509.Extension(
                                OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, Der.octets(OcspRequests.nonce(32)))))
                .build(signer, new org.bouncycastle.cert.X509CertificateHolder[0])
                .getEncoded();
        OcspRequest request = OcspRequest.read(der);
        assertThat(request.certificates()).containsExactly(ASKED);
        assertThat(request.nonce()).contains(OcspNonce.of(OcspRequests.nonce(32)));
    }

    @Test
    void theParametersOfTheHashMayBeAbsent() throws Exception {
        byte[] absent = Der.sequence(
                Der.sequence(Der.oid(HashAlgorithm.SHA256.oid())),
                Der.octets(HashAlgorithm.SHA256.digest(ISSUER.subject().encoded())),
                Der.octets(HashAlgorithm.SHA256.digest(IssuerHash.key(ISSUER))),
                Der.integer(SERIAL.value()));
        CertId asked = OcspRequest.read(OcspRequests.request(Der.sequence(Der.sequence(absent))))
                .certificates()
                .getFirst();
        assertThat(asked.issuer()).contains(IssuerHash.of(HashAlgorithm.SHA256, ISSUER));
        assertThat(asked.encoded()).isEqualTo(absent);
    }

    @Test
    void aHashNobodyKnowsNamesNoIssuer() throws Exception {
        byte[] md5 = Der.sequence(
                Der.sequence(Der.oid("1.2.840.113549.2.5"), Der.nullElement()),
                Der.octets(new byte[16]),
                Der.octets(new byte[16]),
                Der.integer(1));
        OcspRequest request = OcspRequest.read(OcspRequests.request(Der.sequence(Der.sequence(md5))));
        assertThat(request.certificates().getFirst().issuer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1461501637330902918203684832716283019655932542976"})
    void anImpossibleSerialNumberIsAskedForButNobodys(BigInteger serial) throws Exception {
        byte[] id = Der.sequence(
                Der.sequence(Der.oid(HashAlgorithm.SHA1.oid()), Der.nullElement()),
                Der.octets(new byte[20]),
                Der.octets(new byte[20]),
                Der.integer(serial));
        OcspRequest request = OcspRequest.read(OcspRequests.request(Der.sequence(Der.sequence(id))));
        assertThat(request.certificates().getFirst().serial()).isEmpty();
    }

    @Test
    void twoGenerationsWithOneNameAreTold() {
        assertThat(IssuerHash.of(HashAlgorithm.SHA1, ISSUER))
                .isEqualTo(IssuerHash.of(HashAlgorithm.SHA1, ISSUER))
                .isNotEqualTo(IssuerHash.of(HashAlgorithm.SHA256, ISSUER))
                .isNotEqualTo(IssuerHash.of(HashAlgorithm.SHA1, Fixtures.issuer(KeySpec.P384)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 32, 33, 128})
    void aNonceHasOneTo128Octets(int octets) throws Exception {
        assertThat(OcspRequest.read(OcspRequests.withNonce(OcspRequests.nonce(octets), ASKED))
                        .nonce())
                .contains(OcspNonce.of(OcspRequests.nonce(octets)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129, 4096})
    void anyOtherNonceIsMalformed(int octets) {
        refused(OcspRequests.withNonce(OcspRequests.nonce(octets), ASKED), "1 to 128 octets");
        assertThatThrownBy(() -> OcspNonce.of(new byte[octets])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNonceIsAnOctetString() {
        refused(
                OcspRequests.of(List.of(ASKED), new Extension(Oids.OCSP_NONCE, false, Der.integer(7))),
                "expected tag 04");
    }

    @Test
    void whatIsUnderstoodMayBeCritical() throws Exception {
        byte[] basicOnly = Der.sequence(Der.oid(Oids.OCSP_BASIC));
        assertThat(OcspRequest.read(OcspRequests.of(
                                List.of(ASKED),
                                new Extension(Oids.OCSP_ACCEPTABLE_RESPONSES, true, basicOnly),
                                new Extension(Oids.OCSP_NONCE, true, Der.octets(OcspRequests.nonce(8)))))
                        .nonce())
                .isPresent();
    }

    @Test
    void whatIsNotUnderstoodMayNot() throws Exception {
        Extension strange = new Extension("2.5.29.99", false, Der.nullElement());
        Extension critical = new Extension("2.5.29.99", true, Der.nullElement());
        assertThat(OcspRequest.read(OcspRequests.of(List.of(ASKED), strange)).certificates())
                .containsExactly(ASKED);
        refused(OcspRequests.of(List.of(ASKED), critical), "not understood");
        byte[] single = Der.sequence(ASKED.encoded(), Der.context(0, Der.sequence(critical.encoded())));
        refused(OcspRequests.request(Der.sequence(single)), "not understood");
    }

    @Test
    void anExtensionStandsThereOnce() {
        Extension nonce = new Extension(Oids.OCSP_NONCE, false, Der.octets(OcspRequests.nonce(16)));
        refused(OcspRequests.of(List.of(ASKED), nonce, nonce), "twice");
    }

    @Test
    void aHundredCertificatesAreAskedForAtOnceAndNoMore() throws Exception {
        List<CertId> hundred = Collections.nCopies(OcspRequest.MAX_CERTIFICATES, ASKED);
        assertThat(OcspRequest.read(OcspRequests.of(hundred)).certificates()).hasSize(100);
        refused(OcspRequests.of(Collections.nCopies(OcspRequest.MAX_CERTIFICATES + 1, ASKED)), "more than 100");
        refused(OcspRequests.of(List.of()), "no certificate");
    }

    @Test
    void otherVersionsAreMalformed() throws Exception {
        byte[] list = OcspRequests.list(List.of(ASKED));
        byte[] one = Der.context(0, Der.integer(0));
        byte[] two = Der.context(0, Der.integer(1));
        assertThat(OcspRequest.read(Der.sequence(OcspRequests.tbs(one, list))).certificates())
                .containsExactly(ASKED);
        refused(Der.sequence(OcspRequests.tbs(two, list)), "not version 1");
    }

    @Test
    void garbageIsMalformed() {
        byte[] good = OcspRequests.of(ASKED);
        refused(new byte[0], "expected tag 30");
        refused("GET / HTTP/1.1".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "expected tag 30");
        refused(Arrays.copyOf(good, good.length - 1), "longer than its parent");
        refused(Arrays.copyOf(good, good.length + 1), "trailing data");
        // BER with an indefinite length is not DER.
        refused(new byte[] {0x30, (byte) 0x80, 0, 0}, "indefinite");
        refused(new byte[] {0x30, (byte) 0x84, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}, "longer than its parent");
    }

    private static void refused(byte[] der, String why) {
        assertThatThrownBy(() -> OcspRequest.read(der))
                .isInstanceOf(DerException.class)
                .hasMessageContaining(why);
    }
}

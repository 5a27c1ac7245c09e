package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateDerTest {

    @Test
    void aCertificateSaysWhatWasPutIn() throws Exception {
        CertificateDer certificate = Fixtures.server(KeySpec.P256, KeySpec.RSA_2048);
        assertThat(certificate.subject()).isEqualTo(Fixtures.SERVER_NAME);
        assertThat(certificate.issuer()).isEqualTo(Fixtures.ISSUER_NAME);
        assertThat(certificate.notBefore()).isEqualTo(Fixtures.NOW);
        assertThat(certificate.dnsNames()).containsExactly("www.a.ac.jp", "a.ac.jp");
        assertThat(certificate.emails()).isEmpty();
        assertThat(certificate.keyDescription()).isEqualTo("RSA 2048");
        assertThat(certificate.signatureAlgorithm()).isEqualTo("SHA256withECDSA");
        assertThat(certificate.sha256Fingerprint()).hasSize(32);
        X509Certificate x509 = certificate.toX509();
        assertThat(x509.getSerialNumber()).isEqualTo(certificate.serial().value());
        assertThat(x509.getNotAfter().toInstant()).isEqualTo(certificate.notAfter());
        x509.verify(Fixtures.key("issuer", KeySpec.P256).getPublic());
        assertThat(CertificateDer.ofDer(certificate.encoded())).isEqualTo(certificate);
    }

    @Test
    void theTextNamesEveryExtension() {
        assertThat(Fixtures.server(KeySpec.P256, KeySpec.P256).text())
                .contains(
                        "Version: 3 (0x2)",
                        "Subject: CN=www.a.ac.jp,O=A University, Tokyo",
                        "X509v3 Key Usage: critical",
                        "Digital Signature",
                        "TLS Web Server Authentication",
                        "CA:FALSE",
                        "DNS:www.a.ac.jp",
                        "URI:http://pki.example.jp/issuing.crl",
                        "OCSP - URI:http://pki.example.jp/ocsp",
                        "CPS: http://pki.example.jp/cps");
        assertThat(Fixtures.issuer(KeySpec.P256).text()).contains("CA:TRUE, pathlen:0");
    }

    @Test
    void yearsFrom2050AreGeneralizedTime() {
        assertThat(Fixtures.root(KeySpec.P256).tbs().notAfter()[0]).isEqualTo((byte) Der.GENERALIZED_TIME);
        assertThat(Fixtures.server(KeySpec.P256, KeySpec.P256).tbs().notAfter()[0])
                .isEqualTo((byte) Der.UTC_TIME);
    }

    @Test
    void withoutSubjectTheAlternativeNameIsCritical() throws Exception {
        UnsignedCertificate unsigned = Fixtures.serverTemplate(KeySpec.P256, KeySpec.P256)
                .build()
                .shape(
                        Fixtures.serial(),
                        Fixtures.NOW,
                        Fixtures.NOW.plusSeconds(60),
                        DistinguishedName.empty(),
                        Fixtures.key("server", KeySpec.P256).getPublic().getEncoded(),
                        List.of(
                                new AlternativeName.Email(
                                        MailAddress.parse("a@b.jp").orElseThrow()),
                                new AlternativeName.UserPrincipalName("a@corp")));
        assertThat(unsigned.read()
                        .extension(Oids.SUBJECT_ALTERNATIVE_NAME)
                        .orElseThrow()
                        .critical())
                .isTrue();
    }

    @Test
    void namedBitsLoseTheirTrailingZeros() {
        assertThat(Der.namedBits(EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT).stream()
                        .map(KeyUsage::bit)
                        .toList()))
                .isEqualTo(new byte[] {3, 2, 5, (byte) 0xA0});
        assertThat(Der.namedBits(List.of(8))).isEqualTo(new byte[] {3, 3, 7, 0, (byte) 0x80});
    }
}

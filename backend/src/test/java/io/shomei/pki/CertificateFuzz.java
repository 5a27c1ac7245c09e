package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A certificate that somebody shows. Where the JDK reads it, too, both see the same key, names, number and times. */
public final class CertificateFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return List.of(
                Fixtures.server(KeySpec.P256, KeySpec.P256).encoded(),
                Fixtures.server(KeySpec.RSA_2048, KeySpec.RSA_2048).encoded(),
                Fixtures.timeStamper(KeySpec.P256).encoded(),
                Fixtures.issuer(KeySpec.P384).encoded(),
                Fixtures.root(KeySpec.ML_DSA_65).encoded());
    }

    @Override
    public void take(byte[] input) throws DerException {
        Optional<CertificateDer> read = CertificateDer.read(input);
        if (read.isEmpty()) {
            return;
        }
        CertificateDer certificate = read.get();
        assertThat(certificate.encoded()).isEqualTo(input);
        // Whatever can be asked of it has an answer.
        assertThat(certificate.text()).startsWith("Certificate:");
        assertThat(certificate.keyDescription()).isNotEmpty();
        assertThat(certificate.signatureAlgorithm()).isNotEmpty();
        assertThat(certificate.dnsNames()).isNotNull();
        assertThat(certificate.emails()).isNotNull();
        assertThat(certificate.notBefore()).isNotNull();
        assertThat(certificate.subjectText()).isNotNull();
        assertThat(certificate.issuerText()).isNotNull();
        jdk(input).ifPresent(other -> compare(certificate, other));
    }

    private static void compare(CertificateDer certificate, X509Certificate other) {
        TbsCertificate tbs = certificate.tbs();
        assertThat(tbs.version()).isEqualTo(other.getVersion());
        assertThat(tbs.serial()).isEqualTo(other.getSerialNumber());
        assertThat(certificate.notBefore()).isEqualTo(other.getNotBefore().toInstant());
        assertThat(certificate.notAfter()).isEqualTo(other.getNotAfter().toInstant());
        if (isNameOfOurs(tbs.subject())) {
            assertThat(tbs.subject()).isEqualTo(other.getSubjectX500Principal().getEncoded());
        }
        if (certificate.keySpec().isPresent()) {
            assertThat(certificate.publicKeyInfo())
                    .isEqualTo(other.getPublicKey().getEncoded());
        }
        // The JDK takes any value but 0 for TRUE; here it is 255, as DER has it.
        if (certificate.mayCertifyAuthorities()) {
            assertThat(other.getBasicConstraints()).isPositive();
        }
        certificate
                .keyIdentifier()
                .ifPresent(key -> assertThat(other.getExtensionValue(Oids.SUBJECT_KEY_IDENTIFIER))
                        .endsWith(key));
        assertThat(tbs.extensions().stream().filter(Extension::critical).map(Extension::oid))
                .containsExactlyInAnyOrderElementsOf(
                        other.getCriticalExtensionOIDs() == null ? List.of() : other.getCriticalExtensionOIDs());
    }

    private static boolean isNameOfOurs(byte[] name) {
        try {
            return Arrays.equals(DistinguishedName.ofDer(name).encoded(), name);
        } catch (DnSyntaxException other) {
            return false;
        }
    }

    private static Optional<X509Certificate> jdk(byte[] input) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(input)));
        } catch (CertificateException refused) {
            return Optional.empty();
        }
    }
}

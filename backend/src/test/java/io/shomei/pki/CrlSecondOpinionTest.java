package io.shomei.pki;

import static io.shomei.testing.Interoperability.accepted;
import static io.shomei.testing.Interoperability.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Revocation lists of ours as others read, verify and use them: OpenSSL, GnuTLS, NSS, the JDK and Python's cryptography. */
class CrlSecondOpinionTest {
    private static final String FULL = "CRL, full";
    private static final String EMPTY = "CRL, empty";
    private static final String DELTA = "CRL, delta";
    private static final String PART = "CRL, part of one";
    private static final String LISTED = "Certificate that is revoked, by a full CRL";
    private static final String LISTED_IN_A_PART = "Certificate that is revoked, by its part of a CRL";
    private static final String OTHER_PART = "Certificate with another part of a CRL than it names";
    private static final String LIST = "http://pki.example.jp/issuing.crl";
    private static final String THIRD = "http://pki.example.jp/issuing.3.crl";
    private static final String CHANGES = "http://pki.example.jp/issuing.delta.crl";

    /** Tools that know only the wall clock are content, too. */
    private static final Instant NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

    @TempDir
    Path directory;

    private final CertificateDer leaf = leaf(LIST);

    @BeforeEach
    void chain() throws Exception {
        Fixtures.write(directory, "root.pem", Fixtures.root(KeySpec.P256).pem());
        Fixtures.write(directory, "issuer.pem", Fixtures.issuer(KeySpec.P256).pem());
        Fixtures.write(directory, "leaf.pem", leaf.pem());
    }

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "RSA_4096", "P256", "P384", "ED25519"})
    void openSslVerifiesTheSignature(KeySpec spec) throws Exception {
        Fixtures.write(directory, "issuer.pem", Fixtures.issuer(spec).pem());
        write("crl.der", crl(spec, revoked(leaf)));
        assertThat(openSslCrl("crl.der"))
                .contains("verify OK", "Key Compromise", "Superseded", "Invalidity Date", "X509v3 CRL Number")
                .doesNotContain("Unspecified");
        accepted(FULL, "OpenSSL", "openssl crl -CAfile …");
    }

    @Test
    void openSslRefusesTheCertificateThatIsListed() throws Exception {
        write("root.crl", rootCrl());
        write("crl.der", crl(KeySpec.P256, revoked(leaf(LIST))));
        assertThat(verify("crl.der").exitCode()).isZero();
        write("crl.der", crl(KeySpec.P256, revoked(leaf)));
        assertThat(verify("crl.der").output()).contains("certificate revoked");
        accepted(FULL, "OpenSSL", "openssl verify -crl_check_all");
        refused(LISTED, "OpenSSL", "openssl verify -crl_check_all");
    }

    @Test
    void openSslTakesAnEmptyListForWhatItIs() throws Exception {
        write("root.crl", rootCrl());
        write("crl.der", crl(KeySpec.P256, List.of()));
        assertThat(openSslCrl("crl.der")).contains("verify OK", "No Revoked Certificates");
        assertThat(verify("crl.der").exitCode()).isZero();
        accepted(EMPTY, "OpenSSL", "openssl verify -crl_check_all");
    }

    @Test
    void openSslUsesADelta() throws Exception {
        write("root.crl", rootCrl());
        write("crl.der", sign(template().freshestCrl(List.of(CHANGES)), List.of()));
        write("nothing.der", sign(template().number(number(43)).deltaBase(number(42)), List.of()));
        write("delta.der", sign(template().number(number(43)).deltaBase(number(42)), revoked(leaf)));
        assertThat(verify("crl.der", "-use_deltas", "-extended_crl", "-CRLfile", "nothing.der")
                        .exitCode())
                .isZero();
        assertThat(verify("crl.der", "-use_deltas", "-extended_crl", "-CRLfile", "delta.der")
                        .output())
                .contains("certificate revoked");
        assertThat(openSslCrl("delta.der")).contains("verify OK", "X509v3 Delta CRL Indicator: critical");
        String operation = "openssl verify -crl_check_all -use_deltas -extended_crl";
        accepted(DELTA, "OpenSSL", operation);
        refused("Certificate that is revoked, by a delta CRL", "OpenSSL", operation);
    }

    @Test
    void openSslUsesThePartThatTheCertificateNames() throws Exception {
        write("root.crl", rootCrl());
        CertificateDer third = leaf(THIRD);
        Fixtures.write(directory, "leaf.pem", third.pem());
        write("third.der", sign(part(THIRD), revoked(third)));
        write("other.der", sign(part(LIST), revoked(third)));
        assertThat(verify("third.der").output()).contains("certificate revoked");
        assertThat(verify("other.der").output()).contains("different CRL scope");
        write("third.der", sign(part(THIRD), List.of()));
        assertThat(verify("third.der").exitCode()).isZero();
        accepted(PART, "OpenSSL", "openssl verify -crl_check_all");
        refused(LISTED_IN_A_PART, "OpenSSL", "openssl verify -crl_check_all");
        refused(OTHER_PART, "OpenSSL", "openssl verify -crl_check_all");
    }

    @Test
    void aListNamesItselfByteForByteAsTheCertificatesDo() throws Exception {
        Extension point =
                leaf(THIRD).tbs().extension(Oids.CRL_DISTRIBUTION_POINTS).orElseThrow();
        byte[] inTheCertificate = point.reader().sequence().sequence().element(0xA0);
        TbsCertList list = part(THIRD).build().over(CrlEntries.NONE).read(entry -> {}, bytes -> {});
        Extension issuing = list.extension(Oids.ISSUING_DISTRIBUTION_POINT).orElseThrow();
        assertThat(issuing.reader().sequence().element(0xA0)).isEqualTo(inTheCertificate);
    }

    @Test
    void gnuTlsVerifiesTheSignature() throws Exception {
        for (var each : List.of(
                new Sample(FULL, crl(KeySpec.P256, revoked(leaf))),
                new Sample(EMPTY, crl(KeySpec.P256, List.of())),
                new Sample(DELTA, sign(template().deltaBase(number(41)), revoked(leaf))),
                new Sample(PART, sign(part(THIRD), revoked(leaf))))) {
            Fixtures.write(directory, "crl.pem", CertificateDer.pem("X509 CRL", each.der()));
            String output = Tool.ok(
                    directory,
                    "certtool",
                    "--verify-crl",
                    "--load-ca-certificate",
                    "issuer.pem",
                    "--infile",
                    "crl.pem");
            assertThat(output).as(each.what()).contains("Verified.");
            accepted(each.what(), "GnuTLS", "certtool --verify-crl");
        }
    }

    @Test
    void nssTakesTheListIntoItsDatabase() throws Exception {
        String database = "sql:" + directory.resolve("nss").toFile();
        assertThat(directory.resolve("nss").toFile().mkdir()).isTrue();
        Tool.ok(directory, "certutil", "-N", "-d", database, "--empty-password");
        Tool.ok(directory, "certutil", "-A", "-d", database, "-n", "root", "-t", "CT,C,C", "-i", "root.pem");
        Tool.ok(directory, "certutil", "-A", "-d", database, "-n", "issuer", "-t", ",,", "-i", "issuer.pem");
        Tool.ok(directory, "certutil", "-A", "-d", database, "-n", "leaf", "-t", ",,", "-i", "leaf.pem");
        Tool.ok(directory, "certutil", "-V", "-d", database, "-n", "leaf", "-u", "V");
        for (var each : List.of(
                new Sample(EMPTY, crl(KeySpec.P256, List.of())),
                new Sample(FULL, sign(template().number(number(43)).thisUpdate(NOW.plusSeconds(1)), revoked(leaf))))) {
            write("crl.der", each.der());
            Tool.ok(directory, "crlutil", "-I", "-d", database, "-i", "crl.der");
            accepted(each.what(), "NSS", "crlutil -I");
        }
        assertThat(Tool.ok(directory, "crlutil", "-L", "-d", database, "-n", "issuer"))
                .containsIgnoringCase(leaf.serial().hex().substring(0, 2));
        assertThat(Tool.run(directory, "certutil", "-V", "-d", database, "-n", "leaf", "-u", "V")
                        .output())
                .contains("revoked");
        refused(LISTED, "NSS", "certutil -V");
    }

    @Test
    void theJdkUsesTheList() throws Exception {
        for (var each : List.of(
                new Sample(FULL, crl(KeySpec.P256, revoked(leaf))), new Sample(EMPTY, crl(KeySpec.P256, List.of())))) {
            Optional<CertPathValidatorException> refusal = validate(leaf, each.der());
            if (each.what().equals(FULL)) {
                assertThat(refusal.orElseThrow().getCause()).isInstanceOf(CertificateRevokedException.class);
                refused(LISTED, "JDK", "PKIXRevocationChecker, PREFER_CRLS");
            } else {
                assertThat(refusal).isEmpty();
            }
            accepted(each.what(), "JDK", "PKIXRevocationChecker, PREFER_CRLS");
        }
        CertificateDer third = leaf(THIRD);
        assertThat(validate(third, sign(part(THIRD), List.of()))).isEmpty();
        assertThat(validate(third, sign(part(THIRD), revoked(third)))
                        .orElseThrow()
                        .getCause())
                .isInstanceOf(CertificateRevokedException.class);
        assertThat(validate(third, sign(part(LIST), List.of()))).isPresent();
        accepted(PART, "JDK", "PKIXRevocationChecker, PREFER_CRLS");
        refused(LISTED_IN_A_PART, "JDK", "PKIXRevocationChecker, PREFER_CRLS");
        refused(OTHER_PART, "JDK", "PKIXRevocationChecker, PREFER_CRLS");
    }

    @Test
    void pythonReadsAndVerifiesEveryKind() throws Exception {
        for (var each : List.of(
                new Sample(FULL, crl(KeySpec.P256, revoked(leaf))),
                new Sample(EMPTY, crl(KeySpec.P256, List.of())),
                new Sample(DELTA, sign(template().deltaBase(number(41)), revoked(leaf))),
                new Sample(PART, sign(part(THIRD), revoked(leaf))))) {
            write("crl.der", each.der());
            String output = Tool.ok(directory, "python3", "-c", """
                    from cryptography import x509
                    crl = x509.load_der_x509_crl(open("crl.der", "rb").read())
                    issuer = x509.load_pem_x509_certificate(open("issuer.pem", "rb").read())
                    leaf = x509.load_pem_x509_certificate(open("leaf.pem", "rb").read())
                    print("signature", crl.is_signature_valid(issuer.public_key()))
                    print("issuer", crl.issuer == issuer.subject)
                    print("entries", len(crl))
                    entry = crl.get_revoked_certificate_by_serial_number(leaf.serial_number)
                    print("leaf", None if entry is None else entry.extensions.get_extension_for_class(x509.CRLReason).value.reason.name)
                    print("extensions", sorted(type(e.value).__name__ for e in crl.extensions))
                    """);
            assertThat(output).as(each.what()).contains("signature True", "issuer True", "CRLNumber");
            assertThat(output).contains(each.what().equals(EMPTY) ? "leaf None" : "leaf key_compromise");
            accepted(each.what(), "Python cryptography", "load_der_x509_crl, is_signature_valid");
        }
    }

    @Test
    void openSslReadsAMillionEntries() throws Exception {
        int million = 1_000_000;
        CrlEntryWriter writer = new CrlEntryWriter(million);
        byte[] serial = Fixtures.serial().value().toByteArray();
        for (int i = 0; i < million; i++) {
            for (int octet = 0; octet < 3; octet++) {
                serial[serial.length - 1 - octet] = (byte) (i >>> (8 * octet));
            }
            writer.add(serial, NOW.minusSeconds(i), RevocationReason.SUPERSEDED, null);
        }
        UnsignedCrl crl = template().build().over(CrlEntries.of(writer.take(), million));
        write("crl.der", Fixtures.sign(crl, "issuer", KeySpec.P256));
        assertThat(Tool.ok(
                        directory,
                        "sh",
                        "-c",
                        "openssl crl -inform DER -in crl.der -CAfile issuer.pem -text -noout 2>&1"
                                + " | grep -cE 'Serial Number:|verify OK'"))
                .isEqualToIgnoringNewLines(String.valueOf(million + 1));
        accepted("CRL, 1,000,000 entries", "OpenSSL", "openssl crl -CAfile …");
    }

    /** A kind of list. */
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    private record Sample(String what, byte[] der) {}

    /** A certificate that names this list. */
    private static CertificateDer leaf(String list) {
        CertificateTemplate template = new CertificateTemplate.Builder(
                        Fixtures.ISSUER_NAME, SignatureScheme.ECDSA_WITH_SHA256)
                .authorityKeyOf(Fixtures.key("issuer", KeySpec.P256).getPublic().getEncoded())
                .keyUsage(EnumSet.of(KeyUsage.DIGITAL_SIGNATURE))
                .extendedKeyUsage(Set.of(ExtendedKeyUsage.SERVER_AUTH))
                .endEntity()
                .policies(List.of("1.3.6.1.4.1.99999.1"))
                .crlDistributionPoint(List.of(list))
                .build();
        return Fixtures.sign(
                template,
                Fixtures.key("issuer", KeySpec.P256),
                template.shape(
                        Fixtures.serial(),
                        NOW.minus(Duration.ofDays(10)),
                        NOW.plus(Duration.ofDays(100)),
                        Fixtures.SERVER_NAME,
                        Fixtures.key("server", KeySpec.P256).getPublic().getEncoded(),
                        Fixtures.dns("www.a.ac.jp")));
    }

    private static List<RevokedEntry> revoked(CertificateDer certificate) {
        Instant at = NOW.minusSeconds(3600);
        return List.of(
                new RevokedEntry(Fixtures.serial(), at, RevocationReason.UNSPECIFIED, null),
                new RevokedEntry(certificate.serial(), at, RevocationReason.KEY_COMPROMISE, at.minusSeconds(9999)),
                new RevokedEntry(Fixtures.serial(), at, RevocationReason.SUPERSEDED, null));
    }

    private static CrlTemplate.Builder template() {
        return template(KeySpec.P256);
    }

    private static CrlTemplate.Builder template(KeySpec spec) {
        return Fixtures.crlTemplate(spec).thisUpdate(NOW).nextUpdate(NOW.plus(Duration.ofDays(7)));
    }

    private static CrlTemplate.Builder part(String address) {
        return template().issuingDistributionPoint(DistributionPoint.issuing(List.of(address), false));
    }

    private static byte[] crl(KeySpec spec, List<RevokedEntry> entries) {
        return Fixtures.sign(template(spec).build().over(Fixtures.entries(entries)), "issuer", spec);
    }

    private static byte[] sign(CrlTemplate.Builder template, List<RevokedEntry> entries) {
        return Fixtures.sign(template.build().over(Fixtures.entries(entries)), "issuer", KeySpec.P256);
    }

    private static byte[] rootCrl() {
        CrlTemplate template = new CrlTemplate.Builder(Fixtures.ROOT_NAME, SignatureScheme.ECDSA_WITH_SHA256)
                .thisUpdate(NOW)
                .nextUpdate(NOW.plus(Duration.ofDays(60)))
                .number(BigInteger.ONE)
                .authorityKey(KeyIdentifier.of(
                        Fixtures.key("root", KeySpec.P256).getPublic().getEncoded()))
                .build();
        return Fixtures.sign(template.over(CrlEntries.NONE), "root", KeySpec.P256);
    }

    private static BigInteger number(long value) {
        return BigInteger.valueOf(value);
    }

    private void write(String name, byte[] der) throws Exception {
        Fixtures.write(directory, name, der);
    }

    private String openSslCrl(String file) throws Exception {
        return Tool.ok(
                directory, "openssl", "crl", "-inform", "DER", "-in", file, "-noout", "-text", "-CAfile", "issuer.pem");
    }

    private Tool verify(String list, String... further) throws Exception {
        String[] command = {
            "openssl",
            "verify",
            "-x509_strict",
            "-crl_check_all",
            "-attime",
            String.valueOf(NOW.plusSeconds(60).getEpochSecond()),
            "-CAfile",
            "root.pem",
            "-untrusted",
            "issuer.pem",
            "-CRLfile",
            "root.crl",
            "-CRLfile",
            list
        };
        String[] whole = Arrays.copyOf(command, command.length + further.length + 1);
        System.arraycopy(further, 0, whole, command.length, further.length);
        whole[whole.length - 1] = "leaf.pem";
        return Tool.run(directory, whole);
    }

    private static Optional<CertPathValidatorException> validate(CertificateDer certificate, byte[] crl)
            throws Exception {
        var factory = CertificateFactory.getInstance("X.509");
        var path = factory.generateCertPath(List.of(certificate.toX509()));
        var validator = CertPathValidator.getInstance("PKIX");
        var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(
                EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
        var parameters = new PKIXParameters(
                Set.of(new TrustAnchor(Fixtures.issuer(KeySpec.P256).toX509(), null)));
        parameters.setDate(Date.from(NOW.plusSeconds(60)));
        parameters.addCertPathChecker(checker);
        X509CRL list = (X509CRL) factory.generateCRL(new ByteArrayInputStream(crl));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(list))));
        try {
            validator.validate(path, parameters);
            return Optional.empty();
        } catch (CertPathValidatorException refused) {
            return Optional.of(refused);
        }
    }
}

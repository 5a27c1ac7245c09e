package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.testing.Interoperability;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we write is read and verified by others: OpenSSL, GnuTLS, NSS, keytool and the JDK's path validator. */
class SecondOpinionTest {
    private static final String PASSWORD = "correct-horse-7";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "P384", "ED25519"})
    void openSslVerifiesTheChainStrictly(KeySpec spec) throws Exception {
        writeChain(spec);
        Fixtures.write(directory, "issuing.crl", CertificateDer.pem("X509 CRL", crl(spec)));
        Fixtures.write(directory, "root.crl", CertificateDer.pem("X509 CRL", rootCrl(spec)));
        Tool.ok(
                directory,
                "openssl",
                "verify",
                "-x509_strict",
                "-purpose",
                "sslserver",
                "-verify_hostname",
                "a.ac.jp",
                "-attime",
                attime(),
                "-CAfile",
                "root.pem",
                "-untrusted",
                "issuer.pem",
                "-crl_check_all",
                "-CRLfile",
                "issuing.crl",
                "-CRLfile",
                "root.crl",
                "server.pem");
        assertThat(Tool.ok(directory, "openssl", "x509", "-in", "server.pem", "-noout", "-text"))
                .contains("DNS:www.a.ac.jp, DNS:a.ac.jp", "CA:FALSE", "OCSP - URI:http://pki.example.jp/ocsp");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "ED25519"})
    void gnuTlsVerifiesTheChain(KeySpec spec) throws Exception {
        Fixtures.write(directory, "root.pem", Fixtures.root(spec).pem());
        Fixtures.write(
                directory,
                "chain.pem",
                Fixtures.longLived(spec).pem() + Fixtures.issuer(spec).pem());
        String out = Tool.ok(
                directory, "certtool", "--verify", "--infile", "chain.pem", "--load-ca-certificate", "root.pem");
        assertThat(out).contains("Verified. The certificate is trusted.");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "P384", "ED25519", "ML_DSA_65"})
    void theJdkValidatesThePath(KeySpec spec) throws Exception {
        var factory = CertificateFactory.getInstance("X.509");
        var path = factory.generateCertPath(List.of(
                Fixtures.server(spec, spec).toX509(), Fixtures.issuer(spec).toX509()));
        var parameters =
                new PKIXParameters(Set.of(new TrustAnchor(Fixtures.root(spec).toX509(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(Fixtures.NOW.plusSeconds(60)));
        assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters))
                .isNotNull();
    }

    @Test
    void theJdkVerifiesWhatIsSignedWithMlDsa() throws Exception {
        KeyPair issuer = Fixtures.key("issuer", KeySpec.ML_DSA_65);
        PublicKey seenByTheJdk = KeyFactory.getInstance("ML-DSA", "SUN")
                .generatePublic(new X509EncodedKeySpec(issuer.getPublic().getEncoded()));
        Fixtures.server(KeySpec.ML_DSA_65, KeySpec.ML_DSA_65).toX509().verify(seenByTheJdk, "SUN");
        var crl = (X509CRL)
                CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(crl(KeySpec.ML_DSA_65)));
        crl.verify(seenByTheJdk, Security.getProvider("SUN"));
        Interoperability.accepted("Certificate, ML-DSA-65", "JDK", "X509Certificate.verify");
        Interoperability.accepted("CRL, ML-DSA-65", "JDK", "X509CRL.verify");
    }

    @Test
    void requestsThatTheJdkSignedWithMlDsaAreGood() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("ML-DSA-65", "SUN").generateKeyPair();
        byte[] csr =
                Fixtures.csr(key, "ML-DSA-65", SignatureScheme.ML_DSA_65.algorithmIdentifier(), Fixtures.SERVER_NAME);
        assertThat(CsrCheck.ofDer(csr, EnumSet.of(KeySpec.ML_DSA_65))).isInstanceOf(CsrCheck.Good.class);
    }

    @ParameterizedTest
    @EnumSource(Pkcs12.Profile.class)
    void othersOpenTheKeyFile(Pkcs12.Profile profile) throws Exception {
        for (KeySpec spec : List.of(KeySpec.RSA_2048, KeySpec.P256)) {
            Fixtures.write(directory, "key.p12", keyFile(profile, spec));
            String openSsl = Tool.ok(
                    directory,
                    "openssl",
                    "pkcs12",
                    "-in",
                    "key.p12",
                    "-passin",
                    "pass:" + PASSWORD,
                    "-nodes",
                    "-info",
                    "-legacy");
            assertThat(openSsl).contains("PRIVATE KEY", "friendlyName");
            assertThat(openSsl.split("BEGIN CERTIFICATE", -1)).hasSize(4);
            String keytool = Tool.ok(
                    directory,
                    Tool.ofTheJdk("keytool"),
                    "-list",
                    "-v",
                    "-keystore",
                    "key.p12",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD);
            assertThat(keytool).contains("Certificate chain length: 3", "PrivateKeyEntry");
            Tool.ok(directory, "certtool", "--p12-info", "--inder", "--infile", "key.p12", "--password", PASSWORD);
            String nss = Tool.ok(directory, "pk12util", "-l", "key.p12", "-W", PASSWORD);
            assertThat(nss).contains("Key(shrouded)");
        }
    }

    @Test
    void theModernKeyFileNeedsNoLegacy() throws Exception {
        Fixtures.write(directory, "key.p12", keyFile(Pkcs12.Profile.MODERN, KeySpec.RSA_2048));
        assertThat(Tool.ok(
                        directory,
                        "openssl",
                        "pkcs12",
                        "-in",
                        "key.p12",
                        "-passin",
                        "pass:" + PASSWORD,
                        "-info",
                        "-nokeys"))
                .contains("PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256", "MAC: sha256");
    }

    @Test
    void aWrongPasswordOpensNothing() throws Exception {
        Fixtures.write(directory, "key.p12", keyFile(Pkcs12.Profile.MODERN, KeySpec.P256));
        assertThat(Tool.run(directory, "openssl", "pkcs12", "-in", "key.p12", "-passin", "pass:wrong", "-nodes")
                        .exitCode())
                .isNotZero();
        Interoperability.refused("Key file, with a wrong password", "OpenSSL", "openssl pkcs12 -in … -nodes");
    }

    @Test
    void openSslReadsTheCertificateBundle() throws Exception {
        List<CertificateDer> chain = List.of(
                Fixtures.server(KeySpec.P256, KeySpec.P256),
                Fixtures.issuer(KeySpec.P256),
                Fixtures.root(KeySpec.P256));
        Fixtures.write(directory, "chain.p7b", Pkcs7.certsOnlyPem(chain));
        assertThat(Tool.ok(directory, "openssl", "pkcs7", "-in", "chain.p7b", "-print_certs", "-noout"))
                .contains("www.a.ac.jp", "Test Issuing CA", "Test Root CA");
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(Pkcs7.certsOnly(chain))))
                .hasSize(3);
        Tool.ok(directory, "certtool", "--p7-info", "--infile", "chain.p7b");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "RSA_3072", "P256", "P384", "ED25519"})
    void requestsOfOpenSslAreGood(KeySpec spec) throws Exception {
        String[] key = switch (spec) {
            case RSA_2048 -> new String[] {"rsa:2048"};
            case RSA_3072 -> new String[] {"rsa:3072"};
            case P256 -> new String[] {"ec", "-pkeyopt", "ec_paramgen_curve:P-256"};
            case P384 -> new String[] {"ec", "-pkeyopt", "ec_paramgen_curve:P-384"};
            default -> new String[] {"ed25519"};
        };
        var command = new ArrayList<>(List.of(
                "openssl",
                "req",
                "-new",
                "-nodes",
                "-keyout",
                "k.pem",
                "-out",
                "r.pem",
                "-utf8",
                "-subj",
                "/C=JP/ST=Tokyo/L=Chiyoda-ku/O=A University, Tokyo/CN=www.a.ac.jp",
                "-addext",
                "subjectAltName=DNS:www.a.ac.jp,DNS:b.a.ac.jp",
                "-newkey"));
        command.addAll(List.of(key));
        Tool.ok(directory, command.toArray(String[]::new));
        String pem = Files.readString(directory.resolve("r.pem"));
        CsrCheck check = CsrCheck.ofPem(pem, EnumSet.allOf(KeySpec.class));
        assertThat(check).isInstanceOfSatisfying(CsrCheck.Good.class, good -> {
            assertThat(good.csr().keySpec()).isEqualTo(spec);
            assertThat(good.csr().subject().sameAttributes(Fixtures.SERVER_NAME))
                    .isTrue();
            assertThat(good.csr().requestedDnsNames()).containsExactly("www.a.ac.jp", "b.a.ac.jp");
        });
    }

    private byte[] keyFile(Pkcs12.Profile profile, KeySpec spec) {
        return Pkcs12.write(
                profile,
                Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD,
                Fixtures.key("server", spec).getPrivate(),
                List.of(Fixtures.server(spec, spec), Fixtures.issuer(spec), Fixtures.root(spec)),
                "山田 太郎",
                PASSWORD.toCharArray(),
                Fixtures.ENTROPY);
    }

    private void writeChain(KeySpec spec) throws Exception {
        CertificateDer root = Fixtures.root(spec);
        CertificateDer issuer = Fixtures.issuer(spec);
        CertificateDer server = Fixtures.server(spec, spec);
        Fixtures.write(directory, "root.pem", root.pem());
        Fixtures.write(directory, "issuer.pem", issuer.pem());
        Fixtures.write(directory, "server.pem", server.pem());
    }

    private static byte[] crl(KeySpec spec) {
        return Fixtures.sign(Fixtures.crlTemplate(spec).build().over(CrlEntries.NONE), "issuer", spec);
    }

    private static byte[] rootCrl(KeySpec spec) {
        CrlTemplate template = new CrlTemplate.Builder(Fixtures.ROOT_NAME, SignatureScheme.forKey(spec))
                .thisUpdate(Fixtures.NOW)
                .nextUpdate(Fixtures.NOW.plusSeconds(86400 * 60))
                .number(BigInteger.ONE)
                .authorityKey(
                        KeyIdentifier.of(Fixtures.key("root", spec).getPublic().getEncoded()))
                .build();
        return Fixtures.sign(template.over(CrlEntries.NONE), "root", spec);
    }

    private static String attime() {
        return String.valueOf(Fixtures.NOW.plusSeconds(3600).getEpochSecond());
    }
}

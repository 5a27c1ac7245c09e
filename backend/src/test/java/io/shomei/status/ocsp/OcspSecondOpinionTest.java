package io.shomei.status.ocsp;

import static io.shomei.testing.Interoperability.accepted;
import static io.shomei.testing.Interoperability.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.shomei.authority.Authorities;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import io.shomei.pki.Tool;
import io.shomei.testing.Csrs;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.FreePorts;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we answer is understood and believed by others: OpenSSL, GnuTLS, NSS, the JDK, Python's cryptography, nginx. */
@ShomeiTest
class OcspSecondOpinionTest {
    private static final String DELEGATED = "OCSP answer, delegated signer";

    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    Http http;

    @Inject
    Authorities authorities;

    @TempDir
    Path directory;

    private Fixtures.Organisation tenant;
    private Person sato;
    private String url;

    @BeforeEach
    void anOfficer() throws Exception {
        tenant = given.tenant("second").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        url = authorities.ocspUrl();
        for (String authority : List.of("root", "server-p256", "server-p384", "server-rsa")) {
            fetch("/pki/" + authority + ".pem", authority + ".pem");
        }
    }

    @ParameterizedTest
    @CsvSource({"12,server-p256,P256", "11,server-p384,P384", "3,server-rsa,RSA_2048"})
    void openSslIsContent(String profile, String authority, KeySpec key) throws Exception {
        issued("good", profile, key);
        steps.revoke(sato, issued("bad", profile, key).getString("id"), "KEY_COMPROMISE")
                .then()
                .statusCode(201);
        trust("trust.pem", "root.pem", authority + ".pem");
        String out = Tool.ok(
                directory,
                "openssl",
                "ocsp",
                "-url",
                url,
                "-CAfile",
                "trust.pem",
                "-sha256",
                "-issuer",
                authority + ".pem",
                "-cert",
                "good.pem",
                "-cert",
                "bad.pem",
                "-serial",
                "0x1234");
        assertThat(out)
                .contains(
                        "Response verify OK",
                        "good.pem: good",
                        "bad.pem: revoked",
                        "Reason: keyCompromise",
                        "0x1234: unknown")
                // It says so where a nonce is missing or another one.
                .doesNotContain("WARNING");
        accepted(
                DELEGATED + ", " + key.displayName() + "; good, revoked and unknown in one, with a nonce",
                "OpenSSL",
                "openssl ocsp -url … -CAfile … -sha256 -issuer … -cert … -cert … -serial …");
        String withoutNonce = Tool.ok(
                directory,
                "openssl",
                "ocsp",
                "-url",
                url,
                "-CAfile",
                "trust.pem",
                "-issuer",
                authority + ".pem",
                "-cert",
                "good.pem",
                "-no_nonce");
        assertThat(withoutNonce).contains("Response verify OK", "good.pem: good");
        accepted(DELEGATED + ", " + key.displayName() + ", without a nonce", "OpenSSL", "openssl ocsp -no_nonce …");
    }

    @Test
    void openSslIsContentWithWhatAGetFetches() throws Exception {
        JsonPath certificate = issued("good", "12", KeySpec.P256);
        CertificateDer issuer = authorities.find("server-p256").orElseThrow().certificate();
        byte[] question = OcspRequests.of(
                CertId.of(HashAlgorithm.SHA1, issuer, SerialNumber.ofHex(certificate.getString("serial"))));
        Files.write(
                directory.resolve("answer.der"),
                new Asker(url)
                        .get("/" + Base64.getUrlEncoder().encodeToString(question))
                        .body());
        trust("trust.pem", "root.pem", "server-p256.pem");
        assertThat(Tool.ok(
                        directory,
                        "openssl",
                        "ocsp",
                        "-respin",
                        "answer.der",
                        "-CAfile",
                        "trust.pem",
                        "-issuer",
                        "server-p256.pem",
                        "-cert",
                        "good.pem"))
                .contains("Response verify OK", "good.pem: good");
        accepted(DELEGATED + ", fetched by GET", "OpenSSL", "openssl ocsp -respin …");
    }

    @ParameterizedTest
    @CsvSource({"12,server-p256,P256", "3,server-rsa,RSA_2048"})
    void gnuTlsIsContent(String profile, String authority, KeySpec key) throws Exception {
        issued("good", profile, key);
        steps.revoke(sato, issued("bad", profile, key).getString("id"), "SUPERSEDED")
                .then()
                .statusCode(201);
        trust("trust.pem", "root.pem", authority + ".pem");
        for (String nonce : List.of("--nonce", "--no-nonce")) {
            assertThat(ocsptool(authority, "good.pem", nonce))
                    .contains("Certificate Status: good", "Verifying OCSP Response: Success");
            assertThat(ocsptool(authority, "bad.pem", nonce))
                    .contains("Certificate Status: revoked", "Verifying OCSP Response: Success");
            accepted(
                    DELEGATED + ", " + key.displayName() + "; good and revoked",
                    "GnuTLS",
                    "ocsptool --ask=… --load-cert … --load-issuer … --load-trust … " + nonce);
        }
    }

    private String ocsptool(String authority, String certificate, String nonce) throws Exception {
        return Tool.run(
                        directory,
                        "ocsptool",
                        "--ask=" + url,
                        "--load-cert",
                        certificate,
                        "--load-issuer",
                        authority + ".pem",
                        "--load-trust",
                        "trust.pem",
                        nonce)
                .output();
    }

    @Test
    void nssIsContent() throws Exception {
        issued("good", "12", KeySpec.P256);
        steps.revoke(sato, issued("bad", "12", KeySpec.P256).getString("id"), "SUPERSEDED")
                .then()
                .statusCode(201);
        Tool.ok(directory, "certutil", "-N", "-d", ".", "--empty-password");
        Tool.ok(directory, "certutil", "-A", "-d", ".", "-n", "root", "-t", "C,,", "-i", "root.pem");
        Tool.ok(directory, "certutil", "-A", "-d", ".", "-n", "issuer", "-t", ",,", "-i", "server-p256.pem");
        for (String name : List.of("good", "bad")) {
            Tool.ok(directory, "certutil", "-A", "-d", ".", "-n", name, "-t", ",,", "-i", name + ".pem");
        }
        assertThat(Tool.run(directory, "ocspclnt", "-S", "good", "-d", ".").output())
                .contains("succeeded");
        assertThat(Tool.run(directory, "ocspclnt", "-S", "bad", "-d", ".").output())
                .contains("revoked");
        accepted(DELEGATED + "; good and revoked", "NSS", "ocspclnt -S … -d …");
    }

    @Test
    void theJdkIsContentWithTheWholePath() throws Exception {
        issued("good", "12", KeySpec.P256);
        String revoked = issued("bad", "12", KeySpec.P256).getString("id");
        validate(path("good.pem", "server-p256.pem"));
        validate(path("bad.pem", "server-p256.pem"));
        steps.revoke(sato, revoked, "SUPERSEDED").then().statusCode(201);
        CertPathValidatorException refused = org.junit.jupiter.api.Assertions.assertThrows(
                CertPathValidatorException.class, () -> validate(path("bad.pem", "server-p256.pem")));
        assertThat(refused.getReason()).isEqualTo(CertPathValidatorException.BasicReason.REVOKED);
        String operation = "PKIXRevocationChecker without fall-back to CRLs";
        accepted(DELEGATED + ", for the certificate and for its authority's", "JDK", operation);
        refused("Certificate that is revoked, by its OCSP answer", "JDK", operation);
    }

    @Test
    void pythonsCryptographyIsContent() throws Exception {
        JsonPath certificate = issued("good", "12", KeySpec.P256);
        steps.revoke(sato, certificate.getString("id"), "CESSATION_OF_OPERATION")
                .then()
                .statusCode(201);
        CertificateDer issuer = authorities.find("server-p256").orElseThrow().certificate();
        byte[] question = OcspRequests.withNonce(
                new byte[32],
                CertId.of(HashAlgorithm.SHA256, issuer, SerialNumber.ofHex(certificate.getString("serial"))));
        Files.write(
                directory.resolve("answer.der"), new Asker(url).post(question).body());
        Files.writeString(directory.resolve("read.py"), """
                from cryptography import x509
                from cryptography.hazmat.primitives.asymmetric import ec
                from cryptography.x509 import ocsp
                answer = ocsp.load_der_ocsp_response(open("answer.der", "rb").read())
                signer = answer.certificates[0]
                issuer = x509.load_pem_x509_certificate(open("server-p256.pem", "rb").read())
                issuer.public_key().verify(signer.signature, signer.tbs_certificate_bytes, ec.ECDSA(signer.signature_hash_algorithm))
                signer.public_key().verify(answer.signature, answer.tbs_response_bytes, ec.ECDSA(answer.signature_hash_algorithm))
                print(answer.response_status, answer.certificate_status, answer.revocation_reason, answer.hash_algorithm.name)
                print(answer.serial_number, len(answer.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce))
                """);
        assertThat(Tool.ok(directory, "/usr/bin/python3", "read.py"))
                .contains(
                        "OCSPResponseStatus.SUCCESSFUL OCSPCertStatus.REVOKED ReasonFlags.cessation_of_operation sha256",
                        SerialNumber.ofHex(certificate.getString("serial")).decimal());
        accepted(DELEGATED + "; revoked, with a nonce", "Python cryptography", "x509.ocsp.load_der_ocsp_response");
    }

    @Test
    void nginxStaplesTheAnswer() throws Exception {
        KeyPair key = Csrs.key(KeySpec.P256);
        issued("server", "12", key);
        Files.writeString(
                directory.resolve("server.key"),
                CertificateDer.pem("PRIVATE KEY", key.getPrivate().getEncoded()));
        trust("chain.pem", "server.pem", "server-p256.pem");
        trust("trust.pem", "root.pem", "server-p256.pem");
        int port = FreePorts.next();
        Files.writeString(directory.resolve("nginx.conf"), """
                pid nginx.pid;
                error_log error.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                    server {
                        listen 127.0.0.1:%d ssl;
                        ssl_certificate chain.pem;
                        ssl_certificate_key server.key;
                        ssl_stapling on;
                        ssl_stapling_verify on;
                        ssl_stapling_responder http://127.0.0.1:%d/ocsp;
                        ssl_trusted_certificate trust.pem;
                    }
                }
                """.formatted(
                        port, java.net.URI.create(url).getPort()));
        Tool.ok(directory, "nginx", "-p", directory.toString(), "-e", "error.log", "-c", "nginx.conf");
        try {
            // nginx asks when the first client comes, and staples for the next one.
            Eventually.isTrue("a stapled answer", () -> staple(port).contains("OCSP Response Status: successful"));
            assertThat(staple(port)).contains("Cert Status: good", "Verify return code: 0 (ok)");
            assertThat(Files.readString(directory.resolve("error.log"))).doesNotContain("OCSP");
            accepted(
                    DELEGATED + ", stapled",
                    "nginx",
                    "ssl_stapling and ssl_stapling_verify, with openssl s_client -status");
        } finally {
            Tool.ok(
                    directory,
                    "nginx",
                    "-p",
                    directory.toString(),
                    "-e",
                    "error.log",
                    "-c",
                    "nginx.conf",
                    "-s",
                    "stop");
        }
    }

    private String staple(int port) {
        try {
            return Tool.run(
                            directory,
                            "openssl",
                            "s_client",
                            "-connect",
                            "127.0.0.1:" + port,
                            "-status",
                            "-CAfile",
                            "root.pem")
                    .output();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private JsonPath issued(String name, String profile, KeySpec key) throws Exception {
        return issued(name, profile, Csrs.key(key));
    }

    /** A certificate that was applied for, also as a file of that name. */
    private JsonPath issued(String name, String profile, KeyPair key) throws Exception {
        JsonPath certificate = steps.apply(
                        sato, Row.of(tenant, name + ".a.ac.jp", key).with(Row.PROFILE, profile))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Files.write(
                directory.resolve(name + ".pem"),
                http.as(sato)
                        .get("/api/v1/certificates/{id}/certificate.pem", certificate.getString("id"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
        return certificate;
    }

    private void fetch(String path, String file) throws Exception {
        Files.write(
                directory.resolve(file),
                http.plain().get(path).then().statusCode(200).extract().asByteArray());
    }

    private void trust(String file, String... parts) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(Files.readString(directory.resolve(part)));
        }
        Files.writeString(directory.resolve(file), all);
    }

    private CertPath path(String... files) throws Exception {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String file : files) {
            certificates.add(read(file));
        }
        return CertificateFactory.getInstance("X.509").generateCertPath(certificates);
    }

    private X509Certificate read(String file) throws Exception {
        byte[] pem = Files.readString(directory.resolve(file)).getBytes(StandardCharsets.US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private void validate(CertPath path) throws Exception {
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(read("root.pem"), null)));
        parameters.addCertPathChecker(checker);
        assertThat(validator.validate(path, parameters)).isNotNull();
    }
}

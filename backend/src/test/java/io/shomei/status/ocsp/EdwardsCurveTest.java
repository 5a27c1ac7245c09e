package io.shomei.status.ocsp;

import static io.shomei.testing.Interoperability.accepted;
import static io.shomei.testing.Interoperability.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.authority.Authorities;
import io.shomei.issuance.Outcome;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.Tool;
import io.shomei.profile.Profiles;
import io.shomei.testing.Certifier;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line of authorities that signs with Ed25519 (RFC 8410): its lists and status answers are taken by OpenSSL and GnuTLS. */
@ShomeiTest
class EdwardsCurveTest {
    private static final String LINE = "private-ed25519";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    Certifier certifier;

    @Inject
    Authorities authorities;

    @Inject
    Profiles profiles;

    @TempDir
    Path directory;

    private CertificateDer issuer;

    @BeforeEach
    void oneThatIsGoodAndOneThatIsRevoked() throws Exception {
        Fixtures.Organisation tenant = given.tenant("edwards").withDomain("a.ac.jp");
        Person sato = tenant.officer("Hanako Sato");
        issuer = authorities.find(LINE).orElseThrow().certificate();
        CertificateDer root = authorities.find("root").orElseThrow().certificate();
        Files.writeString(directory.resolve("root.pem"), root.pem());
        Files.writeString(directory.resolve("issuer.pem"), issuer.pem());
        Files.writeString(directory.resolve("trust.pem"), root.pem() + issuer.pem());
        issued(tenant, "good");
        steps.revoke(sato, issued(tenant, "bad").id().toString(), "KEY_COMPROMISE")
                .then()
                .statusCode(201);
        Files.writeString(directory.resolve("crl.pem"), list(LINE));
        Files.writeString(directory.resolve("crls.pem"), list(LINE) + list("root"));
    }

    @Test
    void openSslTakesListsAndAnswers() throws Exception {
        assertThat(issuer.keySpec()).contains(KeySpec.ED25519);
        assertThat(verify("good.pem").output()).contains("good.pem: OK");
        assertThat(verify("bad.pem").output()).contains("certificate revoked");
        String operation = "openssl verify -x509_strict -crl_check_all …";
        accepted("Certificate, chain and CRLs of the Ed25519 line", "OpenSSL", operation);
        refused("Certificate that is revoked, by the CRL of the Ed25519 line", "OpenSSL", operation);
        assertThat(Tool.ok(
                        directory,
                        "openssl",
                        "ocsp",
                        "-url",
                        authorities.ocspUrl(),
                        "-CAfile",
                        "trust.pem",
                        "-issuer",
                        "issuer.pem",
                        "-cert",
                        "good.pem",
                        "-cert",
                        "bad.pem",
                        "-text"))
                .contains("Response verify OK", "good.pem: good", "bad.pem: revoked", "Signature Algorithm: ED25519");
        accepted("OCSP responses of the Ed25519 line; good and revoked", "OpenSSL", "openssl ocsp -url …");
    }

    @Test
    void gnuTlsTakesListsAndAnswers() throws Exception {
        assertThat(Tool.ok(
                        directory,
                        "certtool",
                        "--verify-crl",
                        "--load-ca-certificate",
                        "issuer.pem",
                        "--infile",
                        "crl.pem"))
                .contains("Verified.", "EdDSA-Ed25519");
        accepted("CRL of the Ed25519 line", "GnuTLS", "certtool --verify-crl");
        assertThat(ask("good.pem")).contains("Certificate Status: good", "Verifying OCSP Response: Success");
        assertThat(ask("bad.pem")).contains("Certificate Status: revoked", "Verifying OCSP Response: Success");
        accepted("OCSP responses of the Ed25519 line; good and revoked", "GnuTLS", "ocsptool --ask=… --load-trust …");
    }

    private Tool verify(String certificate) throws Exception {
        return Tool.run(
                directory,
                "openssl",
                "verify",
                "-x509_strict",
                "-crl_check_all",
                "-CRLfile",
                "crls.pem",
                "-CAfile",
                "root.pem",
                "-untrusted",
                "issuer.pem",
                certificate);
    }

    private String ask(String certificate) throws Exception {
        return Tool.run(
                        directory,
                        "ocsptool",
                        "--ask=" + authorities.ocspUrl(),
                        "--load-cert",
                        certificate,
                        "--load-issuer",
                        "issuer.pem",
                        "--load-trust",
                        "trust.pem",
                        "--nonce")
                .output();
    }

    private Outcome.Issued issued(Fixtures.Organisation tenant, String name) throws Exception {
        Outcome.Issued issued = certifier
                .issue(tenant.id(), profiles.get("client-ed25519"), KeySpec.ED25519, name + ".a.ac.jp")
                .issued();
        assertThat(issued.certificate().keySpec()).contains(KeySpec.ED25519);
        assertThat(issued.certificate().signatureAlgorithm()).isEqualTo(SignatureScheme.ED25519.jcaName());
        Files.writeString(directory.resolve(name + ".pem"), issued.certificate().pem());
        return issued;
    }

    private String list(String authority) {
        return CertificateDer.pem(
                "X509 CRL",
                http.plain()
                        .get("/pki/{name}.crl", authority)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
    }
}

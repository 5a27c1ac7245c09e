package io.shomei.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.kernel.Right;
import io.shomei.pki.Tool;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking a certificate out of use, and relying parties seeing it at once. */
@ShomeiTest
class RevokeCertificateTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @TempDir
    Path directory;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "UNSPECIFIED,",
        "KEY_COMPROMISE,KEY_COMPROMISE",
        "AFFILIATION_CHANGED,AFFILIATION_CHANGED",
        "SUPERSEDED,SUPERSEDED",
        "CESSATION_OF_OPERATION,CESSATION_OF_OPERATION"
    })
    void theCrlShowsTheRevocationAndItsReasonAtOnce(String reason, CRLReason shown) throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.revoke(sato, issued.getString("id"), reason)
                .then()
                .statusCode(201)
                .body("reason", equalTo(reason))
                .body("revokedAt", notNullValue());
        X509CRLEntry entry = crl("server-p256").getRevokedCertificate(serial(issued));
        assertThat(entry).isNotNull();
        // RFC 5280 5.3.1: unspecified is left out.
        assertThat(entry.getRevocationReason()).isEqualTo(shown);
        http.as(sato)
                .get("/api/v1/certificates/{id}", issued.getString("id"))
                .then()
                .body("status", equalTo("REVOKED"))
                .body("revocation.reason", equalTo(reason))
                .body("revocation.crlVisibleSince", notNullValue())
                .body("history.operation", hasItem("certificate.revoke"));
    }

    @Test
    void theAdministratorIsTold() {
        JsonPath issued = steps.issued(sato, tenant, "told.a.ac.jp");
        steps.revoke(sato, issued.getString("id"), "SUPERSEDED").then().statusCode(201);
        assertThat(Mailbox.await("told.a.ac.jp@example.ac.jp", "Certificate revoked")
                        .text())
                .contains("SUPERSEDED", serial(issued).toString());
    }

    @Test
    void openSslTakesTheCertificateBeforeAndRefusesItAfter() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        Files.writeString(directory.resolve("leaf.pem"), issued.getString("pem"));
        files();
        Tool.ok(directory, verify());
        steps.revoke(sato, issued.getString("id"), "KEY_COMPROMISE").then().statusCode(201);
        files();
        Tool after = Tool.run(directory, verify());
        assertThat(after.exitCode()).isNotZero();
        assertThat(after.output()).contains("certificate revoked");
    }

    @Test
    void aCompromiseReplacesAWeakerReasonAndNothingElseDoes() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        Refusals.is(steps.revoke(sato, id, "UNSPECIFIED"), 409, "certificate-already-revoked");
        Refusals.is(steps.revoke(sato, id, "SUPERSEDED"), 409, "certificate-already-revoked");
        steps.revoke(sato, id, "KEY_COMPROMISE").then().statusCode(201);
        Refusals.is(steps.revoke(sato, id, "KEY_COMPROMISE"), 409, "certificate-already-revoked");
        Refusals.is(steps.revoke(sato, id, "SUPERSEDED"), 409, "certificate-already-revoked");
    }

    @Test
    void theCrlTellsOfACompromiseThatWasFoundLater() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.revoke(sato, issued.getString("id"), "SUPERSEDED").then().statusCode(201);
        steps.revoke(sato, issued.getString("id"), "KEY_COMPROMISE").then().statusCode(201);
        assertThat(crl("server-p256").getRevokedCertificate(serial(issued)).getRevocationReason())
                .isEqualTo(CRLReason.KEY_COMPROMISE);
    }

    @Test
    void anExpiredCertificateCannotBeRevoked() {
        String id = steps.issued(sato, tenant, "old.a.ac.jp").getString("id");
        clock.advance(Duration.ofDays(200));
        Refusals.is(steps.revoke(tenant.officer("Saburo Ito"), id, "SUPERSEDED"), 409, "certificate-already-expired");
    }

    @Test
    void anOfficerDoesNotRevokeLogInCertificates() {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        Refusals.notPermitted(steps.revoke(sato, suzuki.certificate().toString(), "KEY_COMPROMISE"));
        http.as(suzuki).get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void onlyOfficersForServersRevokeThem() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        Refusals.needs(
                http,
                tenant.administrator("Taro Yamada"),
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "SUPERSEDED"))
                        .post("/api/v1/certificates/{id}/revocation", id));
        Refusals.notPermitted(
                steps.revoke(tenant.officer("Jiro Mori", Set.of(Right.CLIENT, Right.LISTS)), id, "SUPERSEDED"));
    }

    @Test
    void anotherTenantsCertificateIsNotThere() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        Refusals.unknown(
                stranger,
                http,
                id,
                (request, each) -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "SUPERSEDED"))
                        .post("/api/v1/certificates/{id}/revocation", each));
        http.as(sato).get("/api/v1/certificates/{id}", id).then().body("status", equalTo("ISSUED"));
    }

    @Test
    void whatCannotBeReadIsPointedAt() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        for (String[] wrong : new String[][] {
            {"{}", "/reason"},
            {"{\"reason\":\"CERTIFICATE_HOLD\"}", "/reason"},
            {"{\"reason\":\"SUPERSEDED\",\"comment\":\"" + "x".repeat(129) + "\"}", "/comment"},
            {"{\"reason\":\"SUPERSEDED\",\"force\":true}", "/force"}
        }) {
            http.as(sato)
                    .contentType(ContentType.JSON)
                    .body(wrong[0])
                    .post("/api/v1/certificates/{id}/revocation", id)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(wrong[1]));
        }
    }

    private String[] verify() {
        return new String[] {
            "openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", "www.a.ac.jp",
            "-crl_check_all", "-CAfile", "root.pem", "-untrusted", "issuer.pem", "-CRLfile", "root.crl",
            "-CRLfile", "issuer.crl", "leaf.pem"
        };
    }

    /** What relying parties fetch, as PEM. */
    private void files() throws Exception {
        String root = http.portal().get("/api/v1/authorities").path("items[0].name");
        Files.write(directory.resolve("root.pem"), fetch("/pki/" + root + ".pem"));
        Files.write(directory.resolve("issuer.pem"), fetch("/pki/server-p256.pem"));
        Files.writeString(
                directory.resolve("root.crl"),
                io.shomei.pki.CertificateDer.pem("X509 CRL", fetch("/pki/" + root + ".crl")));
        Files.writeString(
                directory.resolve("issuer.crl"),
                io.shomei.pki.CertificateDer.pem("X509 CRL", fetch("/pki/server-p256.crl")));
        // A list made after a revocation may begin with the second that follows it.
        Thread.sleep(1_000);
    }

    private byte[] fetch(String path) {
        return http.plain().get(path).then().statusCode(200).extract().asByteArray();
    }

    private X509CRL crl(String authority) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(fetch("/pki/" + authority + ".crl")));
    }

    private static BigInteger serial(JsonPath issued) {
        return new BigInteger(issued.getString("serial"), 16);
    }
}

package io.shomei.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.kernel.Right;
import io.shomei.pki.Tool;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The URL in the mail, which works once. */
@ShomeiTest
class CollectCertificateTest {
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

    @Test
    void theUrlTellsWhatItLeadsTo() {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "view.a.ac.jp");
        http.portal()
                .get("/api/v1/enrolments/{token}", waiting.token())
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("subjectDn", equalTo(tenant.dn("view.a.ac.jp")))
                .body("institutionEn", equalTo("University a"))
                .body("secretRequired", equalTo(false))
                .body("formats", equalTo(List.of("PEM", "FULLCHAIN", "PKCS7")));
    }

    @Test
    void aCertificateIsCollectedOnceAndTheOfficerIsTold() {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "once.a.ac.jp");
        collect(waiting, "PEM")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("once.a.ac.jp_"))
                .header("Content-Disposition", containsString(".cer"))
                .header("Cache-Control", equalTo("no-store"));
        Refusals.is(collect(waiting, "PEM"), 410, "enrolment-used");
        http.portal()
                .get("/api/v1/enrolments/{token}", waiting.token())
                .then()
                .statusCode(200)
                .body("state", equalTo("COLLECTED"))
                .body("formats", equalTo(List.of()));
        assertThat(Mailbox.await(sato.email(), "Certificate collected").text()).contains("once.a.ac.jp");
        http.as(sato)
                .get("/api/v1/certificates/{id}", waiting.certificate())
                .then()
                .body("status", equalTo("ISSUED"))
                .body("collection.state", equalTo("COLLECTED"))
                .body("history.operation", equalTo(List.of("certificate.issue", "certificate.collect")))
                .body("history[1].actor", equalTo("once.a.ac.jp@example.ac.jp"));
    }

    @Test
    void officersAreToldOfWhatTheirRightsAreFor() {
        Person other = tenant.officer("Jiro Mori", Set.of(Right.SERVER));
        tenant.officer("Ichiro Ito", Set.of(Right.CLIENT, Right.CODE_SIGNING, Right.LISTS));
        collect(steps.waiting(sato, tenant, "told.a.ac.jp"), "PEM").then().statusCode(200);
        http.as(sato)
                .get("/api/v1/notices?kind=certificate-collected")
                .then()
                .statusCode(200)
                .body("items.recipient", containsInAnyOrder(sato.email(), other.email()));
    }

    @Test
    void tenWhoComeAtOnceGetOneCertificate() throws Exception {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "ten.a.ac.jp");
        List<Response> answers = AtOnce.times(10, () -> collect(waiting, "FULLCHAIN"));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .hasSize(9)
                .allSatisfy(answer -> Refusals.is(answer, 410, "enrolment-used"));
    }

    @Test
    void everyFormatIsReadByOpenSsl() throws Exception {
        Files.write(directory.resolve("pem"), file("PEM"));
        assertThat(Tool.ok(directory, "openssl", "x509", "-in", "pem", "-noout", "-subject"))
                .contains("pem.a.ac.jp");
        Files.write(directory.resolve("chain"), file("FULLCHAIN"));
        assertThat(Tool.ok(directory, "openssl", "storeutl", "-noout", "-certs", "chain"))
                .contains("Total found: 2");
        Files.write(directory.resolve("p7b"), file("PKCS7"));
        assertThat(Tool.ok(directory, "openssl", "pkcs7", "-inform", "DER", "-in", "p7b", "-print_certs", "-noout"))
                .contains("pkcs7.a.ac.jp", "Root");
    }

    @Test
    void aFormatThatNeedsThePrivateKeyIsNotOffered() {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "p12.a.ac.jp");
        Refusals.is(collect(waiting, "P12"), 422, "format-not-offered");
        collect(waiting, "PEM").then().statusCode(200);
    }

    @Test
    void aUrlLapsesAfterItsDeadline() {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "late.a.ac.jp");
        clock.advance(Duration.ofDays(30).plusMinutes(1));
        Refusals.is(collect(waiting, "PEM"), 410, "enrolment-lapsed");
        http.portal()
                .get("/api/v1/enrolments/{token}", waiting.token())
                .then()
                .body("state", equalTo("LAPSED"))
                .body("formats", equalTo(List.of()));
        clock.advance(Duration.ofMinutes(-5));
        collect(waiting, "PEM").then().statusCode(200);
    }

    @Test
    void aRevokedCertificateCannotBeCollected() {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "revoked.a.ac.jp");
        steps.revoke(sato, waiting.certificate(), "CESSATION_OF_OPERATION")
                .then()
                .statusCode(201);
        Refusals.is(collect(waiting, "PEM"), 410, "enrolment-revoked");
    }

    @Test
    void aUrlThatWasNeverGivenIsUnknown() {
        String token = "A".repeat(43);
        Refusals.is(http.portal().get("/api/v1/enrolments/{token}", token), 404, "enrolment-unknown");
        Refusals.is(collect(new Steps.Waiting("", token), "PEM"), 404, "enrolment-unknown");
        Refusals.is(http.portal().get("/api/v1/enrolments/{token}", "A".repeat(129)), 400, "malformed-request");
    }

    @Test
    void whatCannotBeReadIsPointedAt() {
        http.portal()
                .contentType(ContentType.JSON)
                .body("{\"format\":\"DOC\"}")
                .post("/api/v1/enrolments/{token}/collection", "x")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/format"));
    }

    @Test
    void aBrowserWithASessionNeedsTheHeaderHereToo() {
        Refusals.is(
                http.cert(sato.identity())
                        .cookie("__Host-shomei", http.logIn(sato))
                        .contentType(ContentType.JSON)
                        .body(Map.of("format", "PEM"))
                        .post("/api/v1/enrolments/{token}/collection", "x"),
                403,
                "csrf-header-missing");
    }

    private byte[] file(String format) {
        Steps.Waiting waiting = steps.waiting(sato, tenant, format.toLowerCase(java.util.Locale.ROOT) + ".a.ac.jp");
        return collect(waiting, format).then().statusCode(200).extract().asByteArray();
    }

    private Response collect(Steps.Waiting waiting, String format) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", format))
                .post("/api/v1/enrolments/{token}/collection", waiting.token());
    }
}

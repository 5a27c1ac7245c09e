package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.kernel.Right;
import io.shomei.tenant.Tenant;
import io.shomei.testing.AtOnce;
import io.shomei.testing.EveryTenant;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the officer's confirmation to certificates and mails. */
@ShomeiTest
class SubmitRequestFileTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    RequestFileRepository files;

    @Inject
    EveryTenant everyTenant;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aConfirmedFileBecomesCertificatesAndMails() {
        Row www = Row.of(tenant, "www.a.ac.jp");
        Row mail = Row.of(tenant, "mail.a.ac.jp").with(Row.DNS_NAMES, "dNSName=imap.a.ac.jp");
        JsonPath file = steps.carriedOut(sato, Row.file(www, mail));
        assertThat(file.getString("state")).isEqualTo("DONE");
        assertThat(file.getLong("progress.done")).isEqualTo(2);
        assertThat(file.getLong("failed")).isZero();
        assertThat(file.getString("submittedBy")).isEqualTo("Hanako Sato");
        List<Map<String, Object>> rows = steps.rows(sato, file.getString("id"));
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row).containsEntry("outcome", "DONE").containsKey("serial"));
        http.as(sato)
                .get("/api/v1/certificates/{id}", rows.get(1).get("certificateId"))
                .then()
                .statusCode(200)
                .body("dnsNames", equalTo(List.of("mail.a.ac.jp", "imap.a.ac.jp")))
                .body("status", equalTo("WAITING_FOR_DOWNLOAD"))
                .body("requestFile.line", equalTo(2))
                .body("collection.state", equalTo("WAITING"))
                .body("history.operation", equalTo(List.of("certificate.issue")));
        assertThat(Mailbox.await(www.email(), "ready to collect").text())
                .contains("www.a.ac.jp", "https://localhost:", "/collect/");
        assertThat(Mailbox.await(mail.email(), "ready to collect").token())
                .isNotEqualTo(Mailbox.await(www.email(), "ready to collect").token());
        assertThat(operations())
                .contains(
                        "requestfile.upload",
                        "requestfile.submit",
                        "requestfile.start",
                        "certificate.issue",
                        "requestfile.finish");
    }

    @Test
    void rowsWithErrorsAreSkippedWhenTheOfficerChoseSo() {
        Row good = Row.of(tenant, "www.a.ac.jp");
        JsonPath file = steps.carriedOut(sato, Row.file(good, Row.of(tenant, "www.example.org")));
        assertThat(file.getString("state")).isEqualTo("DONE");
        assertThat(file.getLong("rows.refused")).isEqualTo(1);
        assertThat(file.getString("errorCodes[0].code")).isEqualTo("224");
        assertThat(steps.rows(sato, file.getString("id")))
                .extracting(row -> row.get("outcome"))
                .containsExactly("DONE", "REFUSED");
    }

    @Test
    void aFileThatIsToStopAtErrorsIsNotCarriedOut() {
        String file = steps.upload(
                        sato,
                        "ABORT",
                        "requests.tsv",
                        Row.file(Row.of(tenant, "www.a.ac.jp"), Row.of(tenant, "www.example.org")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Refusals.is(steps.submit(sato, file), 409, "request-file-has-refused-rows");
        assertThat(steps.file(sato, file).getString("state")).isEqualTo("CHECKED");
    }

    @Test
    void aFileWithoutAGoodRowHasNothingToIssue() {
        String file = steps.uploaded(sato, Row.file(Row.of(tenant, "www.example.org")))
                .getString("id");
        Refusals.is(steps.submit(sato, file), 409, "request-file-nothing-to-issue");
    }

    @Test
    void everyReviewItemMustBeConfirmed() {
        String file = uploaded("www.a.ac.jp");
        for (List<String> confirmed : List.of(
                List.<String>of(),
                List.of("identity-verified", "domain-authorised"),
                List.of("identity-verified", "domain-authorised", "contact-checked", "something-else"))) {
            Refusals.is(confirm(sato, file, confirmed), 422, "review-items-not-confirmed");
        }
        http.as(sato)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/request-files/{id}/submission", file)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/confirmed"));
        http.as(sato)
                .contentType(ContentType.JSON)
                .body("{\"confirmed\":[],\"extra\":1}")
                .post("/api/v1/request-files/{id}/submission", file)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/extra"));
        assertThat(steps.submit(sato, file).statusCode()).isEqualTo(202);
        steps.awaitEnd(sato, file);
    }

    @Test
    void onlyOfficersWithTheRightConfirm() {
        String file = uploaded("www.a.ac.jp");
        Refusals.needs(
                http,
                tenant.administrator("Taro Yamada"),
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("confirmed", Steps.REVIEW_ITEMS))
                        .post("/api/v1/request-files/{id}/submission", file));
        Refusals.notPermitted(steps.submit(tenant.officer("Jiro Mori", Set.of(Right.CLIENT)), file));
    }

    @Test
    void anotherTenantsFileIsNotThere() {
        String file = uploaded("www.a.ac.jp");
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        Refusals.unknown(stranger, http, file, (request, id) -> request.get("/api/v1/request-files/{id}", id));
        Refusals.unknown(stranger, http, file, (request, id) -> request.delete("/api/v1/request-files/{id}", id));
        Refusals.unknown(stranger, http, file, (request, id) -> request.get("/api/v1/request-files/{id}/rows", id));
        Refusals.unknown(
                stranger, http, file, (request, id) -> request.get("/api/v1/request-files/{id}/result.tsv", id));
        Refusals.unknown(stranger, http, file, (request, id) -> request.get("/api/v1/request-files/{id}/events", id));
        Refusals.unknown(
                stranger,
                http,
                file,
                (request, id) -> request.contentType(ContentType.JSON)
                        .body(Map.of("confirmed", Steps.REVIEW_ITEMS))
                        .post("/api/v1/request-files/{id}/submission", id));
        assertThat(steps.file(sato, file).getString("state")).isEqualTo("CHECKED");
    }

    @Test
    void twoOfficersWhoConfirmAtOnceStartItOnce() throws Exception {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        String file = uploaded("www.a.ac.jp");
        http.as(suzuki).get("/api/v1/session");
        List<Response> answers = AtOnce.all(List.of(() -> steps.submit(sato, file), () -> steps.submit(suzuki, file)));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(202, 409);
        answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .forEach(answer -> Refusals.is(answer, 409, "request-file-not-checked"));
        assertThat(steps.awaitEnd(sato, file).getLong("progress.done")).isEqualTo(1);
    }

    @Test
    void aDiscardedFileIsOver() {
        String file = uploaded("www.a.ac.jp");
        http.as(sato).delete("/api/v1/request-files/{id}", file).then().statusCode(204);
        assertThat(steps.file(sato, file).getString("state")).isEqualTo("DISCARDED");
        Refusals.is(http.as(sato).delete("/api/v1/request-files/{id}", file), 409, "request-file-not-checked");
        Refusals.is(steps.submit(sato, file), 409, "request-file-not-checked");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.delete("/api/v1/request-files/{id}", file));
        assertThat(operations()).contains("requestfile.discard");
    }

    @Test
    void aTenantThatIsNotActiveUploadsAndConfirmsNothing() {
        String file = uploaded("www.a.ac.jp");
        byte[] content = Row.file(Row.of(tenant, "mail.a.ac.jp"));
        state(Tenant.State.SUSPENDED);
        // What is known of a tenant may be some seconds old; its sessions do nothing from the first moment on.
        clock.advance(Duration.ofMinutes(1));
        Refusals.is(http.as(sato).get("/api/v1/session"), 403, "tenant-not-active");
        Refusals.is(steps.submit(sato, file), 403, "tenant-not-active");
        Refusals.is(steps.upload(sato, "SKIP", "requests.tsv", content), 403, "tenant-not-active");
        Refusals.is(steps.apply(sato, Row.of(tenant, "mail.a.ac.jp")), 403, "tenant-not-active");
        state(Tenant.State.ACTIVE);
        clock.reset();
        assertThat(steps.submit(sato, file).statusCode()).isEqualTo(202);
        steps.awaitEnd(sato, file);
    }

    private void state(Tenant.State state) {
        everyTenant.update(
                "update tenant set state = ? where id = ?",
                state.name(),
                tenant.id().value());
    }

    private String uploaded(String host) {
        return steps.uploaded(sato, Row.file(Row.of(tenant, host))).getString("id");
    }

    private Response confirm(Person officer, String file, List<String> confirmed) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("confirmed", confirmed))
                .post("/api/v1/request-files/{id}/submission", file);
    }

    private List<String> operations() {
        return http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .extract()
                .path("items.operation");
    }
}

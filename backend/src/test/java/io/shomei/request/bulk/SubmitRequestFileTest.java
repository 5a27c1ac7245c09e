package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.Right;
import io.shomei.tenant.Tenant;
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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the officer's confirmation to certificates, mails and the result. */
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
    RequestFileJob job;

    @Inject
    RequestFileRepository files;

    @Inject
    DataSource database;

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
        List<Callable<Response>> confirmations =
                List.of(() -> steps.submit(sato, file), () -> steps.submit(suzuki, file));
        List<Response> answers = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (Future<Response> answer : executor.invokeAll(confirmations)) {
                answers.add(answer.get());
            }
        }
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
    void aNameThatSomebodyWasFasterWithFailsItsRowOnly() {
        String file = steps.uploaded(sato, Row.file(Row.of(tenant, "www.a.ac.jp"), Row.of(tenant, "mail.a.ac.jp")))
                .getString("id");
        steps.issued(sato, tenant, "www.a.ac.jp");
        steps.submit(sato, file).then().statusCode(202);
        JsonPath end = steps.awaitEnd(sato, file);
        assertThat(end.getString("state")).isEqualTo("DONE");
        assertThat(end.getLong("failed")).isEqualTo(1);
        assertThat(steps.codes(sato, file)).containsExactly(List.of("212"), List.of());
        http.as(sato)
                .queryParam("outcome", "FAILED")
                .get("/api/v1/request-files/{id}/rows", file)
                .then()
                .body("items", hasSize(1))
                .body("items[0].line", equalTo(1))
                .body("items[0].serial", nullValue());
        assertThat(operations()).contains("requestfile.row-refuse");
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

    @Test
    void rowsAreListedByOutcomeByCodeAndPageByPage() {
        String file = steps.uploaded(
                        sato,
                        Row.file(
                                Row.of(tenant, "a.a.ac.jp"),
                                Row.of(tenant, "www.example.org"),
                                Row.of(tenant, "b.a.ac.jp"),
                                Row.of(tenant, "192.0.2.1"),
                                Row.of(tenant, "c.a.ac.jp")))
                .getString("id");
        assertThat(lines(file, "outcome", "ACCEPTED")).containsExactly(1, 3, 5);
        assertThat(lines(file, "outcome", "REFUSED")).containsExactly(2, 4);
        assertThat(lines(file, "code", "224")).containsExactly(2);
        assertThat(lines(file, "code", "999")).isEmpty();
        JsonPath first = page(file, null);
        assertThat(first.getList("items.line")).isEqualTo(List.of(1, 2));
        assertThat(first.getString("previous")).isNull();
        assertThat(first.getLong("total.value")).isEqualTo(5);
        JsonPath second = page(file, first.getString("next"));
        assertThat(second.getList("items.line")).isEqualTo(List.of(3, 4));
        JsonPath third = page(file, second.getString("next"));
        assertThat(third.getList("items.line")).isEqualTo(List.of(5));
        assertThat(third.getString("next")).isNull();
        assertThat(page(file, third.getString("previous")).getList("items.line"))
                .isEqualTo(List.of(3, 4));
        assertThat(page(file, second.getString("previous")).getList("items.line"))
                .isEqualTo(List.of(1, 2));
        for (String[] wrong : new String[][] {
            {"outcome", "NONSENSE"}, {"limit", "0"}, {"limit", "1001"}, {"cursor", "nonsense"}, {"code", "123456789"}
        }) {
            Refusals.is(
                    http.as(sato).queryParam(wrong[0], wrong[1]).get("/api/v1/request-files/{id}/rows", file),
                    400,
                    "malformed-request");
        }
        Refusals.needs(
                http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files/{id}/rows", file));
    }

    @Test
    void filesAreListedTheNewestFirst() {
        String first = uploaded("a.a.ac.jp");
        String second = uploaded("b.a.ac.jp");
        String third = uploaded("c.a.ac.jp");
        http.as(sato).delete("/api/v1/request-files/{id}", second).then().statusCode(204);
        assertThat(ids(Map.of())).containsExactly(third, second, first);
        assertThat(ids(Map.of("state", "DISCARDED"))).containsExactly(second);
        assertThat(ids(Map.of("kind", "CLIENT"))).isEmpty();
        JsonPath page = list(Map.of("limit", 2));
        assertThat(page.getList("items.id")).isEqualTo(List.of(third, second));
        JsonPath next = list(Map.of("limit", 2, "cursor", page.getString("next")));
        assertThat(next.getList("items.id")).isEqualTo(List.of(first));
        assertThat(list(Map.of("limit", 2, "cursor", next.getString("previous")))
                        .getList("items.id"))
                .isEqualTo(List.of(third, second));
        Refusals.is(http.as(sato).queryParam("limit", "x").get("/api/v1/request-files"), 400, "malformed-request");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files"));
    }

    @Test
    void theColumnsAreExplainedInBothLanguages() {
        http.as(sato)
                .queryParam("kind", "SERVER")
                .queryParam("operation", "ISSUE")
                .get("/api/v1/request-files/columns")
                .then()
                .statusCode(200)
                .body("items", hasSize(13))
                .body("items[0].name", equalTo("主体者DN"))
                .body("items[0].maxLength", equalTo(250));
        http.as(sato)
                .header("Accept-Language", "en")
                .queryParam("kind", "SERVER")
                .queryParam("operation", "ISSUE")
                .get("/api/v1/request-files/columns")
                .then()
                .body("items.requirement", hasItems("REQUIRED", "OPTIONAL", "EMPTY"));
        Refusals.is(
                http.as(sato)
                        .queryParam("kind", "SUBSCRIBER")
                        .queryParam("operation", "ISSUE")
                        .get("/api/v1/request-files/columns"),
                422,
                "request-file-operation-unknown");
        Refusals.is(http.as(sato).get("/api/v1/request-files/columns"), 400, "malformed-request");
    }

    @Test
    void theColumnsOfEveryFormatAreToldToWhoeverPreparesAFile() {
        for (RequestFileFormat format : RequestFileFormat.values()) {
            http.portal()
                    .queryParam("kind", format.kind().name())
                    .queryParam("operation", format.operation().name())
                    .get("/api/v1/request-files/columns")
                    .then()
                    .statusCode(200)
                    .body(
                            "items.field",
                            equalTo(format.columns().stream()
                                    .map(column -> column.field().name())
                                    .toList()));
        }
    }

    @Test
    void theResultHoldsTheFileWithTheOutcomeOfEachRow() {
        Row good = Row.of(tenant, "www.a.ac.jp");
        Row bad = Row.of(tenant, "www.example.org");
        JsonPath file = steps.carriedOut(sato, Row.file(good, bad));
        String id = file.getString("id");
        Response answer = http.as(sato).get("/api/v1/request-files/{id}/result.tsv", id);
        answer.then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"result-requests.tsv\"; filename*=UTF-8''result-requests.tsv"));
        String[] lines = new String(answer.asByteArray(), Charset.forName("windows-31j")).split("\r\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith(good.line() + "\tOK\t\t");
        assertThat(lines[0].split("\t", -1)[15]).matches("\\d{10,50}");
        assertThat(lines[1]).startsWith(bad.line() + "\tNG\t224:");
        Response refused = http.as(sato)
                .queryParam("outcome", "REFUSED")
                .queryParam("encoding", "UTF-8")
                .get("/api/v1/request-files/{id}/result.tsv", id);
        assertThat(new String(refused.asByteArray(), StandardCharsets.UTF_8))
                .contains(bad.line())
                .doesNotContain(good.line());
        Refusals.is(
                http.as(sato).queryParam("encoding", "EBCDIC").get("/api/v1/request-files/{id}/result.tsv", id),
                400,
                "malformed-request");
        Refusals.needs(
                http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files/{id}/result.tsv", id));
    }

    @Test
    void theStreamOfEventsEndsWhenTheWorkHasEnded() {
        String file = uploaded("www.a.ac.jp");
        steps.submit(sato, file).then().statusCode(202);
        String events = http.as(sato)
                .get("/api/v1/request-files/{id}/events", file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String[] all = events.split("\n\n");
        assertThat(all).allSatisfy(event -> assertThat(event).startsWith("data: {"));
        JsonPath last = JsonPath.from(all[all.length - 1].substring("data: ".length()));
        assertThat(last.getString("state")).isEqualTo("DONE");
        assertThat(last.getString("id")).isEqualTo(file);
        Refusals.needs(
                http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files/{id}/events", file));
    }

    @Test
    void watchingAFileDoesNotKeepASessionAlive() {
        String file = uploaded("www.a.ac.jp");
        http.as(sato).delete("/api/v1/request-files/{id}", file).then().statusCode(204);
        clock.stopAt(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        String token = http.logIn(sato);
        clock.advance(Duration.ofMinutes(20));
        http.cert(sato.identity())
                .header("Authorization", "Bearer " + token)
                .accept("text/event-stream")
                .get("/api/v1/request-files/{id}/events", file)
                .then()
                .statusCode(200);
        clock.advance(Duration.ofMinutes(10));
        Refusals.is(
                http.cert(sato.identity())
                        .header("Authorization", "Bearer " + token)
                        .get("/api/v1/session"),
                401,
                "session-timed-out");
    }

    @Test
    void aFileNeedsASession() {
        String file = uploaded("www.a.ac.jp");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files/{id}", file));
    }

    /** The job runs again after a crash: what has a certificate is not issued twice. */
    @Test
    void aJobThatRunsAgainIssuesNothingTwice() {
        JsonPath done = steps.carriedOut(sato, Row.file(Row.of(tenant, "www.a.ac.jp"), Row.of(tenant, "b.a.ac.jp")));
        String id = done.getString("id");
        var before = steps.rows(sato, id);
        RequestFile file = find(id);
        job.run(RequestFileJob.instance(file));
        assertThat(steps.rows(sato, id)).isEqualTo(before);
        // As if the process had died before it wrote the end down.
        rewind(file, "update request_file set state = 'RUNNING', finished_at = null where tenant_id = ? and id = ?");
        job.run(RequestFileJob.instance(file));
        assertThat(steps.rows(sato, id)).isEqualTo(before);
        assertThat(steps.file(sato, id).getLong("progress.done")).isEqualTo(2);
        assertThat(steps.file(sato, id).getString("state")).isEqualTo("DONE");
        assertThat(operations()).contains("requestfile.resume");
    }

    /** The process died between the intent and the certificate: the row is issued, and the lost signature is told of. */
    @Test
    void anIntentWithoutACertificateIsToldAsAbandonedAndTheRowIsIssued() {
        String id = uploaded("www.a.ac.jp");
        RequestFile file = find(id);
        var row = QuarkusTransaction.requiringNew()
                .call(() -> files.pendingRows(file.tenant(), file.id(), 0, 10))
                .getFirst();
        rewind(file, """
                update request_file set state = 'RUNNING', started_at = now(), submitted_at = now(),
                    submitted_by = uploaded_by, submitter = uploader, submitted_from = '127.0.0.1'
                where tenant_id = ? and id = ?""");
        intent(file, row.certificate().value(), "0123456789ABCDEF");
        job.run(RequestFileJob.instance(file));
        assertThat(steps.file(sato, id).getString("state")).isEqualTo("DONE");
        assertThat(steps.rows(sato, id).getFirst()).containsEntry("outcome", "DONE");
        assertThat(steps.rows(sato, id).getFirst().get("serial")).isNotEqualTo("0123456789ABCDEF");
        http.as(sato)
                .queryParam("operation", "certificate.abandon")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].detail.serial", equalTo("0123456789ABCDEF"));
    }

    @Test
    void aDeadlineThatPassedMeanwhileFailsTheRow() {
        Fixtures.Organisation soon = given.tenant("c").withDomain("c.ac.jp", Duration.ofMinutes(10));
        Person officer = soon.officer("Hanako Sato");
        String id =
                steps.uploaded(officer, Row.file(Row.of(soon, "www.c.ac.jp"))).getString("id");
        RequestFile file = QuarkusTransaction.requiringNew()
                .call(() -> files.findFile(soon.id(), RequestFileId.parse(id).orElseThrow()))
                .orElseThrow();
        rewind(file, """
                update request_file set state = 'RUNNING', submitted_at = now(),
                    submitted_by = uploaded_by, submitter = uploader, submitted_from = '127.0.0.1'
                where tenant_id = ? and id = ?""");
        clock.advance(Duration.ofMinutes(11));
        job.run(RequestFileJob.instance(file));
        assertThat(steps.codes(officer, id)).containsExactly(List.of("225"));
        assertThat(steps.file(officer, id).getLong("failed")).isEqualTo(1);
    }

    private RequestFile find(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        files.findFile(sato.tenant(), RequestFileId.parse(id).orElseThrow()))
                .orElseThrow();
    }

    private void rewind(RequestFile file, String statement) {
        inDatabase(statement, file.tenant().value(), file.id().value());
    }

    private void intent(RequestFile file, java.util.UUID certificate, String serial) {
        inDatabase(
                "insert into signing_intent (certificate_id, serial, authority, tenant_id, tbs_sha256, created_at)"
                        + " values (?, ?, 'server-p256', ?, 'x', now())",
                certificate,
                serial,
                file.tenant().value());
    }

    private void state(Tenant.State state) {
        inDatabase(
                "update tenant set state = ? where id = ?",
                state.name(),
                tenant.id().value());
    }

    private void inDatabase(String statement, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement scope =
                            connection.prepareStatement("select set_config('shomei.tenant', '*', true)");
                    PreparedStatement update = connection.prepareStatement(statement)) {
                scope.execute();
                for (int i = 0; i < values.length; i++) {
                    update.setObject(i + 1, values[i]);
                }
                assertThat(update.executeUpdate()).isEqualTo(1);
            } catch (java.sql.SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
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

    private List<Integer> lines(String file, String parameter, String value) {
        return http.as(sato)
                .queryParam(parameter, value)
                .get("/api/v1/request-files/{id}/rows", file)
                .then()
                .statusCode(200)
                .extract()
                .path("items.line");
    }

    private JsonPath page(String file, @org.jspecify.annotations.Nullable String cursor) {
        var request = http.as(sato).queryParam("limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/request-files/{id}/rows", file)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> ids(Map<String, Object> query) {
        return list(query).getList("items.id");
    }

    private JsonPath list(Map<String, Object> query) {
        return http.as(sato)
                .queryParams(query)
                .get("/api/v1/request-files")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
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

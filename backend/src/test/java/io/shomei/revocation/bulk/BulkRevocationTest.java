package io.shomei.revocation.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.kernel.Right;
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
import java.nio.charset.Charset;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many revocations: every line is answered for before anything is revoked, and what is confirmed is carried out once. */
@ShomeiTest
class BulkRevocationTest {
    private static final Map<String, String> SUPERSEDED = Map.of("reason", "SUPERSEDED");
    private static final String RESULT = "/api/v1/revocations/{id}/result.csv";
    private static final String NOBODYS = "0197a1b2-0000-7000-8000-000000000001";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    BulkRevocationJob job;

    @Inject
    LapsedRevocationsJob upkeep;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aSelectionIsLookedAtLineByLineAndCarriedOutOnceConfirmed() throws Exception {
        JsonPath first = steps.issued(sato, tenant, "one.a.ac.jp");
        JsonPath second = steps.issued(sato, tenant, "two.a.ac.jp");
        String revoked = steps.issued(sato, tenant, "old.a.ac.jp").getString("id");
        steps.revoke(sato, revoked, "SUPERSEDED").then().statusCode(201);
        Person other = given.tenant("b").withDomain("b.ac.jp").officer("Ichiro Suzuki");
        String logIn = sato.certificate().toString();
        String one = first.getString("id");
        String two = second.getString("id");

        JsonPath checked = steps.checkSelection(
                        sato,
                        List.of(
                                one,
                                two,
                                one,
                                revoked,
                                NOBODYS,
                                other.certificate().toString(),
                                logIn,
                                "no id"),
                        Map.of("reason", "AFFILIATION_CHANGED", "comment", "合併"))
                .then()
                .statusCode(201)
                .body("state", equalTo("CHECKED"))
                .body("source", equalTo("SELECTION"))
                .body("lines", equalTo(8))
                .body("progress.total", equalTo(2))
                .extract()
                .jsonPath();
        String bulk = checked.getString("id");
        assertThat(steps.outcomes(sato, bulk))
                .containsEntry(one, "REVOCABLE DUPLICATE")
                .containsEntry(two, "REVOCABLE")
                .containsEntry(revoked, "ALREADY_REVOKED")
                .containsEntry(NOBODYS, "NOT_FOUND")
                // Another tenant's looks like none.
                .containsEntry(other.certificate().toString(), "NOT_FOUND")
                .containsEntry(logIn, "NOT_PERMITTED")
                .containsEntry("no id", "NOT_FOUND");
        http.as(sato).get("/api/v1/certificates/{id}", one).then().body("status", equalTo("ISSUED"));

        JsonPath done = steps.carriedOutBulk(sato, bulk);
        assertThat(done.getLong("progress.done")).isEqualTo(2);
        assertThat(done.getString("submittedBy")).isEqualTo("Hanako Sato");
        assertThat(done.getString("finishedAt")).isNotNull();
        for (JsonPath each : List.of(first, second)) {
            http.as(sato)
                    .get("/api/v1/certificates/{id}", each.getString("id"))
                    .then()
                    .body("status", equalTo("REVOKED"))
                    .body("revocation.reason", equalTo("AFFILIATION_CHANGED"))
                    .body("revocation.comment", equalTo("合併"))
                    .body("revocation.crlVisibleSince", notNullValue())
                    .body("history.operation", hasItem("certificate.revoke"));
            assertThat(crl().getRevokedCertificate(new BigInteger(each.getString("serial"), 16)))
                    .isNotNull();
        }
        assertThat(Mailbox.await(sato.email(), "Bulk revocation finished").text())
                .contains("Certificates revoked: 2")
                .doesNotContain("http");
        assertThat(revocationsIn(bulk)).isEqualTo(2);

        // The same again starts nothing.
        http.as(sato)
                .post("/api/v1/revocations/{id}/submission", bulk)
                .then()
                .statusCode(202)
                .body("state", equalTo("DONE"))
                .body("finishedAt", equalTo(done.getString("finishedAt")));
        assertThat(revocationsIn(bulk)).isEqualTo(2);
    }

    @Test
    void aFileOfNamesIsAnsweredForLineByLine() {
        steps.issued(sato, tenant, "one.a.ac.jp");
        steps.issued(sato, tenant, "two.a.ac.jp");
        String revoked = steps.issued(sato, tenant, "old.a.ac.jp").getString("id");
        steps.revoke(sato, revoked, "SUPERSEDED").then().statusCode(201);
        Fixtures.Organisation stranger = given.tenant("b").withDomain("b.ac.jp");
        steps.issued(stranger.officer("Ichiro Suzuki"), stranger, "www.b.ac.jp");

        byte[] file =
                "コモンネーム,備考\r\none.a.ac.jp,x\r\nTWO.a.ac.jp,\r\nnone.a.ac.jp,\r\nold.a.ac.jp,\r\nwww.b.ac.jp,山田\r\n"
                        .getBytes(Charset.forName("windows-31j"));
        String bulk = steps.checkNames(sato, file, SUPERSEDED)
                .then()
                .statusCode(201)
                .body("source", equalTo("FILE"))
                .body("fileName", equalTo("names.csv"))
                .body("encoding", equalTo("Shift_JIS"))
                .extract()
                .path("id");
        assertThat(steps.outcomes(sato, bulk))
                .isEqualTo(Map.of(
                        "one.a.ac.jp", "REVOCABLE",
                        "TWO.a.ac.jp", "REVOCABLE",
                        "none.a.ac.jp", "NOT_FOUND",
                        "old.a.ac.jp", "ALREADY_REVOKED",
                        "www.b.ac.jp", "NOT_FOUND"));
        http.as(sato)
                .queryParam("outcome", "NOT_FOUND")
                .queryParam("limit", 1)
                .get("/api/v1/revocations/{id}/lines", bulk)
                .then()
                .body("items.name", equalTo(List.of("none.a.ac.jp")))
                .body("items.line", equalTo(List.of(4)))
                .body("total.value", equalTo(2))
                .body("next", notNullValue());
        steps.carriedOutBulk(sato, bulk);
        http.as(sato)
                .queryParam("status", "REVOKED")
                .get("/api/v1/certificates")
                .then()
                .body("total.value", equalTo(3));
    }

    @Test
    void theResultIsAFileThatCanBeUploadedAgain() {
        steps.issued(sato, tenant, "one.a.ac.jp");
        String bulk = steps.checkNames(sato, "one.a.ac.jp\n=none.a.ac.jp\n".getBytes(UTF_8), SUPERSEDED)
                .path("id");
        Response all = http.as(sato)
                .header("Accept-Language", "en")
                .queryParam("encoding", "UTF-8")
                .get(RESULT, bulk);
        all.then().statusCode(200);
        assertThat(all.header("Content-Disposition")).contains("revocation-result.csv");
        String csv = new String(all.asByteArray(), UTF_8);
        assertThat(csv).startsWith("\uFEFFLine,Common name,");
        assertThat(csv.lines().skip(1).map(line -> line.split(",")[2])).containsExactly("REVOCABLE", "NOT_FOUND");
        // Spreadsheets carry out what looks like a formula.
        assertThat(csv).contains("2,'=none.a.ac.jp,NOT_FOUND,No such certificate,");
        // By default in the encoding of the tenant's lists, and only what is asked for.
        String wrong = new String(
                http.as(sato)
                        .header("Accept-Language", "ja")
                        .queryParam("outcome", "NOT_FOUND")
                        .get(RESULT, bulk)
                        .asByteArray(),
                Charset.forName("windows-31j"));
        assertThat(wrong.lines()).hasSize(2);
        assertThat(wrong).startsWith("行,コモンネーム,").contains("証明書が見つかりません");
        assertThat(steps.outcomes(
                        sato,
                        steps.checkNames(sato, all.asByteArray(), SUPERSEDED).path("id")))
                .containsEntry("one.a.ac.jp", "REVOCABLE");
        Refusals.is(http.as(sato).queryParam("encoding", "EBCDIC").get(RESULT, bulk), 400, "malformed-request");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get(RESULT, bulk));
        Refusals.unknown(
                given.tenant("b").officer("Ichiro Suzuki"), http, bulk, (request, each) -> request.get(RESULT, each));
    }

    @Test
    void aFileThatIsNoListOfNamesIsRefusedAsAWhole() {
        Refusals.is(
                http.as(sato).multiPart("reason", "SUPERSEDED").post("/api/v1/revocations"), 422, "name-list-missing");
        Refusals.is(steps.checkNames(sato, new byte[0], SUPERSEDED), 422, "name-list-empty");
        Refusals.is(steps.checkNames(sato, new byte[] {0, 1}, SUPERSEDED), 422, "name-list-unreadable");
        Refusals.is(
                steps.checkNames(sato, "www.a.ac.jp\n".repeat(10_001).getBytes(UTF_8), SUPERSEDED),
                422,
                "name-list-too-long");
        Refusals.is(
                steps.checkNames(sato, "www.a.ac.jp\n".repeat(400_000).getBytes(UTF_8), SUPERSEDED),
                413,
                "name-list-too-large");
    }

    @Test
    void whatCannotBeReadIsPointedAt() {
        steps.checkSelection(sato, List.of(), SUPERSEDED)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/certificates"));
        steps.checkSelection(sato, List.of(NOBODYS), Map.of("reason", "BORED"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        steps.checkNames(sato, "x\n".getBytes(UTF_8), Map.of())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("reason"));
        steps.checkNames(sato, "x\n".getBytes(UTF_8), Map.of("reason", "SUPERSEDED", "comment", "two\nlines"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("comment"));
        for (Response wrong : List.of(
                steps.checkSelection(
                        sato,
                        List.of(NOBODYS),
                        Map.of(
                                "reason",
                                "SUPERSEDED",
                                "invalidityDate",
                                clock.instant().toString())),
                steps.checkNames(
                        sato,
                        "x\n".getBytes(UTF_8),
                        Map.of(
                                "reason",
                                "SUPERSEDED",
                                "invalidityDate",
                                clock.instant().toString())))) {
            Refusals.is(wrong, 422, "invalidity-date-wrong");
        }
    }

    @Test
    void theSameWithOneKeyIsOne() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        String first = withKey("once", id).then().statusCode(201).extract().path("id");
        withKey("once", id).then().statusCode(201).body("id", equalTo(first));
        Refusals.is(withKey("once", NOBODYS), 409, "idempotency-key-reused");
        http.as(sato).get("/api/v1/revocations").then().body("total.value", equalTo(1));
    }

    @Test
    void whereNothingCanBeRevokedNothingIsConfirmed() {
        String bulk = check(sato, NOBODYS);
        Refusals.is(submit(sato, bulk), 409, "nothing-to-revoke");
    }

    @Test
    void whatWasNotConfirmedInTimeLapsesAndIsForgotten() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        String bulk = check(sato, id);
        clock.advance(Duration.ofHours(25));
        RequestSpecification again = http.cert(sato.identity()).header("Authorization", "Bearer " + http.logIn(sato));
        Refusals.is(again.post("/api/v1/revocations/{id}/submission", bulk), 410, "bulk-revocation-lapsed");
        Person suzuki = tenant.officer("Ichiro Suzuki");
        http.as(suzuki).get("/api/v1/revocations/{id}", bulk).then().body("state", equalTo("LAPSED"));
        http.as(suzuki)
                .queryParam("state", "LAPSED")
                .get("/api/v1/revocations")
                .then()
                .body("items.id", equalTo(List.of(bulk)));
        http.as(suzuki)
                .queryParam("state", "CHECKED")
                .get("/api/v1/revocations")
                .then()
                .body("total.value", equalTo(0));
        clock.advance(Duration.ofDays(7));
        upkeep.run();
        Refusals.is(http.as(tenant.officer("Jiro Mori")).get("/api/v1/revocations/{id}", bulk), 404, "not-found");
    }

    @Test
    void onlyWhoLookedConfirms() {
        String bulk = check(sato, steps.issued(sato, tenant, "www.a.ac.jp").getString("id"));
        Person suzuki = tenant.officer("Ichiro Suzuki", Set.of(Right.LISTS));
        http.as(suzuki).get("/api/v1/revocations/{id}", bulk).then().statusCode(200);
        Refusals.notPermitted(submit(suzuki, bulk));
    }

    @Test
    void anotherTenantsIsNotThere() {
        String bulk = check(sato, steps.issued(sato, tenant, "www.a.ac.jp").getString("id"));
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        for (String path : List.of("", "/lines", "/events")) {
            Refusals.unknown(stranger, http, bulk, (request, id) -> request.get("/api/v1/revocations/{id}" + path, id));
        }
        Refusals.unknown(
                stranger, http, bulk, (request, id) -> request.post("/api/v1/revocations/{id}/submission", id));
        http.as(stranger).get("/api/v1/revocations").then().body("total.value", equalTo(0));
    }

    @Test
    void usersHaveNothingToDoWithIt() {
        Person user = tenant.user("Taro Yamada");
        Refusals.needs(
                http,
                user,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "SUPERSEDED", "certificates", List.of(NOBODYS)))
                        .post("/api/v1/revocations"));
        Refusals.needs(
                http,
                user,
                request -> request.multiPart("reason", "SUPERSEDED")
                        .multiPart("file", "names.csv", "x\n".getBytes(UTF_8), "text/csv")
                        .post("/api/v1/revocations"));
        Refusals.needs(http, user, request -> request.get("/api/v1/revocations"));
        Refusals.needs(http, user, request -> request.get("/api/v1/revocations/{id}", NOBODYS));
        Refusals.needs(http, user, request -> request.get("/api/v1/revocations/{id}/lines", NOBODYS));
        Refusals.needs(http, user, request -> request.get("/api/v1/revocations/{id}/events", NOBODYS));
        Refusals.needs(http, user, request -> request.post("/api/v1/revocations/{id}/submission", NOBODYS));
    }

    @Test
    void administratorsRevokeForPeopleWhereThePolicyLetsThem() {
        Fixtures.Organisation company =
                given.tenant("c").withPolicy("{\"revocation\":{\"by\":[\"TENANT_ADMINISTRATOR\"],\"bulk\":[\"CSV\"]}}");
        Person administrator = company.administrator("Taro Yamada");
        company.client("client000001");
        company.client("client000002");
        String bulk = steps.checkNames(
                        administrator, "client000001\nclient000002\nclient000003\n".getBytes(UTF_8), SUPERSEDED)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(steps.outcomes(administrator, bulk))
                .isEqualTo(Map.of(
                        "client000001", "REVOCABLE",
                        "client000002", "REVOCABLE",
                        "client000003", "NOT_FOUND"));
        assertThat(steps.carriedOutBulk(administrator, bulk).getLong("progress.done"))
                .isEqualTo(2);
        Refusals.is(steps.checkSelection(administrator, List.of(NOBODYS), SUPERSEDED), 403, "revocation-not-offered");
        Refusals.is(
                steps.checkSelection(company.officer("Hanako Sato"), List.of(NOBODYS), SUPERSEDED),
                403,
                "revocation-not-offered");
    }

    @Test
    void anOperatorRevokesAcrossTenantsAndSessionsEndAtOnce() {
        Person desk = given.operator("Service Desk");
        Fixtures.Organisation other = given.tenant("b").withDomain("b.ac.jp");
        Person suzuki = other.officer("Ichiro Suzuki");
        http.as(suzuki).get("/api/v1/session").then().statusCode(200);
        String server = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        List<String> both = List.of(server, suzuki.certificate().toString());
        Refusals.is(steps.checkSelection(desk, both, SUPERSEDED), 422, "revocation-reference-missing");
        String bulk = steps.checkSelection(desk, both, Map.of("reason", "AFFILIATION_CHANGED", "reference", "R-7"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        http.as(desk)
                .get("/api/v1/revocations/{id}/lines", bulk)
                .then()
                .body("items.certificate.tenant.nameJa", equalTo(List.of("a大学", "b大学")));
        steps.carriedOutBulk(desk, bulk);
        Refusals.is(http.as(suzuki).get("/api/v1/session"), 401, "session-ended");
        http.as(sato)
                .queryParam("operation", "certificate.revoke")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actor", equalTo("Service Desk"))
                .body("items[0].detail.reference", equalTo("R-7"))
                .body("items[0].detail.bulk", equalTo(bulk));
        Mailbox.await(sato.email(), "Certificate revoked");
    }

    @Test
    void aCompromiseTakesThePlaceOfAWeakerReasonForMany() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        String at = http.as(sato).get("/api/v1/certificates/{id}", id).path("revocation.revokedAt");
        String bulk = steps.checkSelection(sato, List.of(id), Map.of("reason", "KEY_COMPROMISE"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(steps.outcomes(sato, bulk)).containsEntry(id, "REPLACEABLE");
        steps.carriedOutBulk(sato, bulk);
        http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("revocation.reason", equalTo("KEY_COMPROMISE"))
                .body("revocation.revokedAt", equalTo(at));
    }

    @Test
    void whatSomebodyElseRevokesMeanwhileIsRevokedOnce() {
        String one = steps.issued(sato, tenant, "one.a.ac.jp").getString("id");
        String two = steps.issued(sato, tenant, "two.a.ac.jp").getString("id");
        String bulk = check(sato, one, two);
        steps.revoke(tenant.officer("Ichiro Suzuki"), one, "CESSATION_OF_OPERATION")
                .then()
                .statusCode(201);
        steps.carriedOutBulk(sato, bulk);
        assertThat(steps.outcomes(sato, bulk)).isEqualTo(Map.of(one, "ALREADY_REVOKED", two, "REVOKED"));
        http.as(sato)
                .get("/api/v1/certificates/{id}", one)
                .then()
                .body("revocation.reason", equalTo("CESSATION_OF_OPERATION"));
    }

    @Test
    void howeverOftenItIsBegunEachCertificateIsRevokedOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(steps.issued(sato, tenant, "n" + i + ".a.ac.jp").getString("id"));
        }
        String bulk = check(sato, ids.toArray(String[]::new));
        submit(sato, bulk).then().statusCode(202);
        String instance = BulkRevocationJob.instance(
                tenant.id(), BulkRevocationId.parse(bulk).orElseThrow());
        Callable<Boolean> run = () -> {
            job.run(instance);
            return true;
        };
        try (var executor = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> each : executor.invokeAll(List.of(run, run, run))) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(steps.outcomes(sato, bulk).values()).containsOnly("REVOKED").hasSize(6);
        assertThat(revocationsIn(bulk)).isEqualTo(6);
    }

    @Test
    void theProgressIsToldUntilTheEnd() {
        String bulk = check(sato, steps.issued(sato, tenant, "www.a.ac.jp").getString("id"));
        submit(sato, bulk).then().statusCode(202);
        String events = http.as(sato)
                .get("/api/v1/revocations/{id}/events", bulk)
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        String[] all = events.split("\n\n");
        assertThat(all[all.length - 1]).startsWith("data: ").contains("\"DONE\"", "\"done\":1");
    }

    private String check(Person person, String... certificates) {
        return steps.checkSelection(person, List.of(certificates), SUPERSEDED)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response submit(Person person, String bulk) {
        return http.as(person).post("/api/v1/revocations/{id}/submission", bulk);
    }

    private Response withKey(String key, String certificate) {
        return http.as(sato)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "SUPERSEDED", "certificates", List.of(certificate)))
                .post("/api/v1/revocations");
    }

    /** Events of the history that tell of a revocation by this bulk revocation. */
    private long revocationsIn(String bulk) {
        List<Map<String, Object>> events = http.as(sato)
                .queryParam("operation", "certificate.revoke")
                .queryParam("limit", 1000)
                .get("/api/v1/audit-events")
                .path("items");
        return events.stream()
                .filter(event -> event.get("detail") instanceof Map<?, ?> detail && bulk.equals(detail.get("bulk")))
                .count();
    }

    private X509CRL crl() throws Exception {
        byte[] list = http.plain().get("/pki/server-p256.crl").asByteArray();
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
    }
}

package io.shomei.issuancejob;

import static io.restassured.http.ContentType.JSON;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.tenant.TenantStates;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates issued many at once, against licences. */
@ShomeiTest
class IssuanceJobTest {
    @Inject
    CompanySteps companies;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    IssuanceWork work;

    @Inject
    TenantStates states;

    @Inject
    Authorities authorities;

    @Inject
    Accounts accounts;

    @Inject
    Secrets secrets;

    private Fixtures.Organisation company;
    private Person mori;

    @BeforeEach
    void aCompany() {
        company = companies.company("saas", 50);
        mori = company.administrator("Jiro Mori");
    }

    /** AT-55: contracted, issued and available, and what is beyond. */
    @Test
    void at55WhatIsLeftCanBeIssuedAndNotMore() {
        Map<String, String> issued = companies.certificates(mori, companies.issued(mori, 20));
        companies.revoke(mori, List.copyOf(issued.values()).subList(0, 2));
        http.as(mori)
                .get("/api/v1/issuance-offer")
                .then()
                .statusCode(200)
                .body("offered", equalTo(true))
                .body("licences.contracted", equalTo(50))
                .body("licences.valid", equalTo(18))
                .body("licences.available", equalTo(32))
                .body("most", equalTo(32))
                .body("keys", contains("RSA_2048", "P256"))
                .body("pageSize", equalTo(100))
                .body("refreshSeconds", equalTo(15))
                .body("running", nullValue());
        companies
                .begin(mori, Map.of("count", 33))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/licences-exhausted"))
                .body("detail", equalTo("32"));
        for (int none : new int[] {0, -1}) {
            is(companies.begin(mori, Map.of("count", none)), 400, "malformed-request");
        }
        companies.issued(mori, 32);
        assertThat(companies.licences(mori)).containsExactly(50, 50, 0);
    }

    /** AT-56: one job a tenant, whoever asks. */
    @Test
    void at56WhileAJobRunsNoOtherBegins() {
        String running = companies
                .begin(mori, Map.of("count", 50, "key", "RSA_2048"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        is(companies.begin(mori, Map.of("count", 1)), 409, "issuance-running");
        is(companies.begin(company.administrator("Other Session"), Map.of("count", 1)), 409, "issuance-running");
        http.as(mori)
                .get("/api/v1/issuance-offer")
                .then()
                .body("running.id", equalTo(running))
                .body("licences.available", equalTo(0));
        http.as(mori)
                .queryParam("state", "RUNNING")
                .get("/api/v1/issuance-jobs")
                .then()
                .statusCode(200)
                .body("items.id", contains(running));
        // Cancelling keeps what is finished, and gives the other licences back.
        http.as(mori)
                .post("/api/v1/issuance-jobs/{id}/cancellation", running)
                .then()
                .statusCode(202)
                .body("state", equalTo("CANCELLING"));
        JsonPath ended = companies.ended(mori, running);
        assertThat(ended.getString("state")).isEqualTo("CANCELLED");
        int done = ended.getInt("progress.done");
        assertThat(done).isLessThan(50);
        assertThat(companies.licences(mori)).containsExactly(50, done, 50 - done);
        assertThat(companies.lines(mori, running).stream().filter(line -> "ISSUED".equals(line.get("state"))))
                .hasSize(done);
        assertThat(companies.lines(mori, running).stream().filter(line -> "CANCELLED".equals(line.get("state"))))
                .hasSize(50 - done);
        is(http.as(mori).post("/api/v1/issuance-jobs/{id}/cancellation", running), 409, "issuance-not-running");
        // The names of what was cancelled are not used again.
        assertThat(companies.certificates(mori, companies.issued(mori, 1)).keySet())
                .containsExactly("client_000051");
    }

    /** AT-57: the rows are there at once, with their names, and turn by themselves. */
    @Test
    void at57LinesAreThereAtOnceAndBecomeCertificates() {
        String job = companies
                .begin(mori, Map.of("count", 6))
                .then()
                .statusCode(202)
                .body("firstName", equalTo("client_000001"))
                .body("lastName", equalTo("client_000006"))
                .body("key", equalTo("RSA_2048"))
                .body("renewal", equalTo(false))
                .body("progress.total", equalTo(6))
                .body("createdBy", equalTo("Jiro Mori"))
                .extract()
                .path("id");
        assertThat(companies.lines(mori, job).stream().map(line -> line.get("commonName")))
                .containsExactly(IntStream.rangeClosed(1, 6)
                        .mapToObj("client_%06d"::formatted)
                        .toArray());
        assertThat(companies.lines(mori, job).stream().map(line -> line.get("state")))
                .allMatch(state -> state.equals("ISSUING") || state.equals("ISSUED"));
        String events = http.as(mori)
                .get("/api/v1/issuance-jobs/{id}/events", job)
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        assertThat(events).startsWith("data: {").contains("\"state\":\"DONE\"", "\"done\":6");
        http.as(mori)
                .queryParam("state", "ISSUED")
                .get("/api/v1/issuance-jobs/{id}/certificates", job)
                .then()
                .statusCode(200)
                .body("total.value", equalTo(6))
                .body("items[5].number", equalTo(6))
                .body("items[5].issuedAt", notNullValue())
                .body("items[5].notAfter", notNullValue());
        http.as(mori)
                .queryParam("valid", true)
                .queryParam("kind", "CLIENT")
                .queryParam("sort", "OLDEST")
                .get("/api/v1/certificates")
                .then()
                .statusCode(200)
                .body(
                        "items.commonName",
                        contains(
                                "client_000001",
                                "client_000002",
                                "client_000003",
                                "client_000004",
                                "client_000005",
                                "client_000006"));
    }

    /** AT-82: a full contract, some revoked and as many added. */
    @Test
    void at82NamesGoOnAndLicencesComeBack() {
        Fixtures.Organisation small = companies.company("small", 10);
        Person admin = small.administrator("Taro Kato");
        Map<String, String> first = companies.certificates(admin, companies.issued(admin, 10));
        companies.revoke(admin, List.copyOf(first.values()).subList(4, 10));
        assertThat(companies.certificates(admin, companies.issued(admin, 6)).keySet())
                .containsExactly(IntStream.rangeClosed(11, 16)
                        .mapToObj("client_%06d"::formatted)
                        .toArray(String[]::new));
        assertThat(companies.licences(admin)).containsExactly(10, 10, 0);
    }

    /** In one process: {@code CrashCheck} kills a packaged one. */
    @Test
    void at81WhatWasInterruptedGoesOnWithTheLinesThatAreLeft() throws Exception {
        String id = begun();
        Eventually.isTrue("the first of them", () -> companies.job(mori, id).getInt("progress.done") > 0);
        http.as(mori).post("/api/v1/issuance-jobs/{id}/cancellation", id).then().statusCode(202);
        int done = companies.ended(mori, id).getInt("progress.done");
        assertThat(done).isLessThan(40);
        Map<String, String> before = companies.certificates(mori, id);
        // As it was when a copy was killed: the rest has nothing yet, nor its licences, which were given back after an
        // hour.
        OwnerConnection.change(
                "update issuance_job set state = 'RUNNING', finished_at = null where id = '%s'".formatted(id));
        OwnerConnection.change("update issuance_job_line set failure = null where job_id = '%s'".formatted(id));
        work.run(task(id));
        JsonPath job = companies.job(mori, id);
        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(job.getInt("progress.done")).isEqualTo(40);
        Map<String, String> after = companies.certificates(mori, id);
        assertThat(after).hasSize(40).doesNotContainValue("null");
        before.values().removeIf(each -> each.equals("null"));
        assertThat(after).containsAllEntriesOf(before);
        assertThat(companies.licences(mori)).containsExactly(50, 40, 10);
        assertThat(events("issuancejob.resume", id)).isEqualTo("1");
        assertThat(after.values())
                .allSatisfy(certificate ->
                        assertThat(events("certificate.issue", certificate)).isEqualTo("1"));
        // And once more, when there is nothing left.
        work.run(task(id));
        assertThat(companies.job(mori, id).getInt("progress.done")).isEqualTo(40);
    }

    @Test
    void aSuspendedTenantsJobEndsAndGivesItsLicencesBack() {
        String id = begun();
        states.suspend(Actor.PLATFORM, company.id(), "in a test");
        Eventually.isTrue("the end of the job", () -> stateOf(id).equals("FAILED"));
        states.resume(Actor.PLATFORM, company.id(), "in a test");
        int done = companies.job(mori, id).getInt("progress.done");
        assertThat(companies.licences(mori)).containsExactly(50, done, 50 - done);
    }

    @Test
    void anAuthorityThatCannotSignForAWhileIsWaitedFor() throws Exception {
        String id = begun();
        String resting = rest();
        try {
            Eventually.isTrue("a failure", () -> failures(id) > 0);
            assertThat(companies.job(mori, id).getString("state")).isEqualTo("RUNNING");
        } finally {
            wake(resting);
        }
        JsonPath ended = companies.ended(mori, id);
        assertThat(ended.getString("state")).isEqualTo("DONE");
        assertThat(ended.getInt("progress.done")).isEqualTo(40);
    }

    @Test
    void aJobThatWaitsToBeTriedAgainIsCancelledAtOnce() throws Exception {
        String id = begun();
        String resting = rest();
        try {
            Eventually.isTrue("a failure", () -> failures(id) > 0);
            OwnerConnection.change("""
                    update scheduled_tasks set execution_time = now() + interval '1 hour'
                    where task_instance = '%s' and not picked""".formatted(task(id)));
            http.as(mori)
                    .post("/api/v1/issuance-jobs/{id}/cancellation", id)
                    .then()
                    .statusCode(202);
            Eventually.isSoonTrue("the end of the job", () -> stateOf(id).equals("CANCELLED"));
        } finally {
            wake(resting);
        }
        int done = companies.job(mori, id).getInt("progress.done");
        assertThat(companies.licences(mori)).containsExactly(50, done, 50 - done);
    }

    @Test
    void theSameRequestTwiceBeginsOneJob() {
        String first = null;
        for (int i = 0; i < 2; i++) {
            String id = http.as(mori)
                    .contentType(JSON)
                    .header("Idempotency-Key", "one-job")
                    .body(Map.of("count", 2, "key", "P256"))
                    .post("/api/v1/issuance-jobs")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            assertThat(first == null || first.equals(id)).isTrue();
            first = id;
        }
        is(
                http.as(mori)
                        .contentType(JSON)
                        .header("Idempotency-Key", "one-job")
                        .body(Map.of("count", 3, "key", "P256"))
                        .post("/api/v1/issuance-jobs"),
                409,
                "idempotency-key-reused");
        companies.ended(mori, first);
    }

    @Test
    void whatThePolicyDoesNotOfferIsRefused() {
        Person officer = given.tenant("university").administrator("Hanako Sato");
        is(companies.begin(officer, Map.of("count", 1)), 403, "issuance-not-offered");
        http.as(officer).get("/api/v1/issuance-offer").then().statusCode(200).body("offered", equalTo(false));
        is(companies.begin(mori, Map.of("count", 1, "key", "ED25519")), 422, "key-not-offered");
        companies
                .begin(mori, Map.of("count", 1, "expiresTo", "2030-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/count", "/certificates", "/expiresTo"));
        is(companies.begin(mori, Map.of()), 400, "malformed-request");
        Person small = given.tenant("small-jobs")
                .withPreset("saas-groupware")
                .withPolicy("""
                        {"auth": {"methods": [["CERT"], ["SITE_CERT", "ID", "PASSWORD"]]}, "issuance": {"batchMax": 3}}""")
                .administrator("Taro Kato");
        is(companies.begin(small, Map.of("count", 4)), 422, "issuance-too-large");
    }

    @Test
    void whereThePolicyAsksForItTheAdministratorProvesThemselfAgain() {
        Person careful = given.tenant("careful")
                .withPreset("saas-groupware")
                .withPolicy("""
                        {"auth": {"methods": [["CERT"], ["SITE_CERT", "ID", "PASSWORD"]],
                                  "stepUp": {"issuance": "CONFIRMATION_PIN"}},
                         "lockout": {"threshold": 2}}""")
                .administrator("Taro Kato");
        http.as(careful).get("/api/v1/issuance-offer").then().body("reproof", equalTo("CONFIRMATION_PIN"));
        is(companies.begin(careful, Map.of("count", 1)), 403, "reproof-wrong");
        secrets.set(
                Actor.PLATFORM,
                accounts.find(careful.tenant(), careful.account()).orElseThrow(),
                SecretKind.CONFIRMATION_PIN,
                "1379abcd");
        String job = companies
                .begin(careful, Map.of("count", 1, "key", "P256", "reproof", "1379abcd"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        companies.ended(careful, job);
        is(companies.begin(careful, Map.of("count", 1, "reproof", "11111111")), 403, "reproof-wrong");
        companies.begin(careful, Map.of("count", 1, "reproof", "22222222"));
        is(companies.begin(careful, Map.of("count", 1, "reproof", "1379abcd")), 423, "reproof-locked");
    }

    @Test
    void anotherTenantsJobIsNotThere() {
        String job = companies.issued(mori, 1);
        Person stranger = companies.company("other", 5).administrator("Taro Kato");
        for (String path : List.of("", "/certificates", "/events")) {
            Refusals.unknown(
                    stranger, http, job, (request, id) -> request.get("/api/v1/issuance-jobs/{id}" + path, id));
        }
        Refusals.unknown(
                stranger, http, job, (request, id) -> request.post("/api/v1/issuance-jobs/{id}/cancellation", id));
        http.as(stranger).get("/api/v1/issuance-jobs").then().body("total.value", equalTo(0));
    }

    @Test
    void administratorsAloneHaveCertificatesIssued() {
        Person user = company.user("Taro Yamada");
        Refusals.needs(
                http,
                user,
                request -> request.contentType(JSON).body(Map.of("count", 1)).post("/api/v1/issuance-jobs"));
        Refusals.needs(http, user, request -> request.get("/api/v1/issuance-jobs"));
        Refusals.needs(http, user, request -> request.get("/api/v1/issuance-offer"));
        String some = "0197a1b2-0000-7000-8000-000000000001";
        for (String path : List.of("", "/certificates", "/events")) {
            Refusals.needs(http, user, request -> request.get("/api/v1/issuance-jobs/{id}" + path, some));
        }
        Refusals.needs(http, user, request -> request.post("/api/v1/issuance-jobs/{id}/cancellation", some));
    }

    /** A job that takes a while. */
    private String begun() {
        return companies
                .begin(mori, Map.of("count", 40, "key", "RSA_2048"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Has no authority sign for companies; the names of those that rest. */
    private String rest() throws SQLException {
        String names = OwnerConnection.text("""
                select string_agg(quote_literal(name), ', ') from authority where line = 'client' and state = 'ACTIVE'""");
        become("RETIRED", names);
        return names;
    }

    private void wake(String names) throws SQLException {
        become("ACTIVE", names);
    }

    private void become(String state, String names) throws SQLException {
        OwnerConnection.change("update authority set state = '%s' where name in (%s)".formatted(state, names));
        authorities.refresh();
    }

    private static String stateOf(String job) {
        return text("select state from issuance_job where id = '%s'".formatted(job));
    }

    private int failures(String job) {
        String failures =
                text("select coalesce(consecutive_failures, 0) from scheduled_tasks where task_instance = '%s'"
                        .formatted(task(job)));
        return failures.isEmpty() ? 0 : Integer.parseInt(failures);
    }

    private String task(String job) {
        return company.id() + "/" + job;
    }

    private static String text(String query) {
        try {
            return OwnerConnection.text(query);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String events(String operation, String job) throws Exception {
        return OwnerConnection.text("select count(*) from audit_event where operation = '%s' and target_id = '%s'"
                .formatted(operation, job));
    }
}

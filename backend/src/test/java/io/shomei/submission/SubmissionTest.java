package io.shomei.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Csrs;
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
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscriber administrators hand in applications by a link, and officers decide. */
@ShomeiTest
class SubmissionTest {
    private static final String LINKS = "/api/v1/submission-links";
    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final String DOOR = "/api/v1/submission-doors/{token}";
    private static final AtomicInteger HOLDERS = new AtomicInteger();

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    Policies policies;

    private Fixtures.Organisation tenant;
    private Person sato;
    private String holder;

    @BeforeEach
    void anOfficer() {
        Mailbox.open();
        tenant = given.tenant("door").withDomain("door.ac.jp");
        sato = tenant.officer("Hanako Sato");
        holder = "yamada-" + HOLDERS.incrementAndGet() + "@door.ac.jp";
    }

    @Test
    void aFileComesThroughTheLinkAndIsCarriedOutUnderTheOfficersName() {
        String token = link(sato, 2);
        door(token)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("institutionEn", equalTo("University door"))
                .body("usesLeft", equalTo(2))
                .body("submissions", empty());
        // 1. The same check as the officer's, with every error.
        Row good = Row.of(tenant, "www.door.ac.jp");
        Row bad = Row.of(tenant, "ftp.elsewhere.ac.jp");
        check(token, file(good, bad))
                .then()
                .statusCode(200)
                .body("rows.total", equalTo(2))
                .body("rows.refused", equalTo(1))
                .body("items.outcome", contains("ACCEPTED", "REFUSED"))
                .body("items[1].errors.code", hasItem("224"))
                .body("errorCodes.code", contains("224"));
        Refusals.is(handIn(token, file(good, bad)), 422, "submission-has-refused-rows");
        // 2. Handed in; nothing is issued, and the officers are told.
        handIn(token, file(good)).then().statusCode(201).body("state", equalTo("WAITING"));
        assertThat(Mailbox.await(sato.email(), "Applications wait").text()).contains(holder, "requests.tsv");
        String id = http.as(sato)
                .queryParam("state", "WAITING")
                .get(SUBMISSIONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].email", equalTo(holder))
                .extract()
                .path("items[0].id");
        http.as(sato)
                .get(SUBMISSIONS + "/{id}/check", id)
                .then()
                .statusCode(200)
                .body("items[0].fqdn", equalTo("www.door.ac.jp"))
                .body("items[0].subjectDn", equalTo(good.cells().get(Row.DN - 1)));
        // 3. Approved, with what an officer affirms; a refused attempt leaves no file behind.
        Refusals.is(approve(sato, id, List.of()), 422, "review-items-not-confirmed");
        http.as(sato).get("/api/v1/request-files").then().body("items", empty());
        String file = approve(sato, id)
                .then()
                .statusCode(201)
                .body("state", equalTo("APPROVED"))
                .body("decidedBy", equalTo("Hanako Sato"))
                .extract()
                .path("requestFile");
        assertThat(steps.awaitEnd(sato, file).getString("submittedBy")).isEqualTo("Hanako Sato");
        Mailbox.await(good.email(), "ready to collect");
        Mailbox.await(holder, "approved");
        Refusals.is(approve(sato, id), 409, "submission-decided");
        Refusals.is(refuse(sato, id), 409, "submission-decided");
        // 4. Whoever handed it in sees it at the same link, and every step is in the history.
        door(token)
                .then()
                .body("usesLeft", equalTo(1))
                .body("submissions[0].state", equalTo("APPROVED"))
                .body("submissions[0].requestFileState", equalTo("DONE"))
                .body("submissions[0].progress.done", equalTo(1));
        http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .body(
                        "items.operation",
                        hasItems(
                                "submissionlink.create",
                                "submission.receive",
                                "submission.approve",
                                "requestfile.submit"));
        http.as(sato).get("/api/v1/request-files").then().body("items.id", contains(file));
    }

    @Test
    void aCertificateRequestAloneBecomesARow() {
        String token = link(sato, 1);
        KeyPair key = Csrs.key(KeySpec.P256);
        Map<String, Object> csr = csr(Csrs.pem(tenant.dn("csr.door.ac.jp"), key));
        check(token, csr)
                .then()
                .statusCode(200)
                .body("items[0].fqdn", equalTo("csr.door.ac.jp"))
                .body("items[0].errors", empty());
        handIn(token, csr).then().statusCode(201).body("rows", equalTo(1));
        String id = waiting(sato);
        String file = approve(sato, id).then().statusCode(201).extract().path("requestFile");
        assertThat(steps.awaitEnd(sato, file).getLong("progress.done")).isEqualTo(1);
        String other = link(sato, 1);
        check(other, csr("nonsense")).then().statusCode(200).body("items[0].errors.code", hasItem("216"));
        check(other, csr(Csrs.pem(tenant.dn("csr2.door.ac.jp"), Csrs.key(KeySpec.RSA_2048))))
                .then()
                .statusCode(200)
                .body("items[0].errors", empty());
    }

    @Test
    void aRefusalIsToldWithItsReasonAndUsesTheLinkUp() {
        String token = link(sato, 1);
        handIn(token, file(Row.of(tenant, "no.door.ac.jp"))).then().statusCode(201);
        String id = waiting(sato);
        refuse(sato, id)
                .then()
                .statusCode(201)
                .body("state", equalTo("REFUSED"))
                .body("requestFile", nullValue());
        assertThat(Mailbox.await(holder, "refused").text()).contains("another department");
        door(token)
                .then()
                .body("state", equalTo("USED_UP"))
                .body("email", nullValue())
                .body("submissions[0].reason", containsString("another department"));
        Refusals.is(check(token, file(Row.of(tenant, "no2.door.ac.jp"))), 410, "submission-link-over");
        Refusals.is(handIn(token, file(Row.of(tenant, "no2.door.ac.jp"))), 410, "submission-link-over");
        http.as(sato).get(SUBMISSIONS + "/{id}", id).then().statusCode(200).body("state", equalTo("REFUSED"));
    }

    @Test
    void whatChangedMeanwhileIsSeenWithTheApproval() {
        String token = link(sato, 1);
        Row row = Row.of(tenant, "twice.door.ac.jp");
        handIn(token, file(row)).then().statusCode(201);
        steps.issued(sato, tenant, "twice.door.ac.jp");
        String id = waiting(sato);
        http.as(sato).get(SUBMISSIONS + "/{id}/check", id).then().body("items[0].errors.code", hasItem("212"));
        Refusals.is(approve(sato, id), 409, "request-file-has-refused-rows");
        http.as(sato).get(SUBMISSIONS + "/{id}", id).then().body("state", equalTo("WAITING"));
    }

    @Test
    void theSameSentTwiceWithOneKeyUsesTheLinkOnce() {
        String token = link(sato, 1);
        Map<String, Object> file = file(Row.of(tenant, "key.door.ac.jp"));
        String first =
                handIn(token, file, "once").then().statusCode(201).extract().path("submittedAt");
        handIn(token, file, "once").then().statusCode(201).body("submittedAt", equalTo(first));
        door(token).then().body("usesLeft", equalTo(0)).body("submissions", hasSize(1));
        Refusals.is(handIn(token, file(Row.of(tenant, "key2.door.ac.jp")), "once"), 409, "idempotency-key-reused");
        // A key is the link's own.
        handIn(link(sato, 1), file(Row.of(tenant, "key2.door.ac.jp")), "once")
                .then()
                .statusCode(201);
    }

    @Test
    void ofTwoOfficersWhoApproveAtOnceOneDoes() throws Exception {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        handIn(link(sato, 1), file(Row.of(tenant, "once.door.ac.jp"))).then().statusCode(201);
        String id = waiting(sato);
        http.as(suzuki).get("/api/v1/session");
        List<Response> answers = AtOnce.all(List.of(() -> approve(sato, id), () -> approve(suzuki, id)));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .forEach(answer -> Refusals.is(answer, 409, "submission-decided"));
        http.as(sato).get("/api/v1/request-files").then().body("items", hasSize(1));
    }

    @Test
    void aLinkIsOverWhenItLapsesOrIsEnded() {
        String token = link(sato, 1);
        clock.at(Duration.ofDays(31), () -> {
            door(token).then().body("state", equalTo("LAPSED"));
            Refusals.is(check(token, file(Row.of(tenant, "a.door.ac.jp"))), 410, "submission-link-over");
            return null;
        });
        String id = http.as(sato)
                .get(LINKS)
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].email", equalTo(holder))
                .extract()
                .path("items[0].id");
        http.as(sato).delete(LINKS + "/{id}", id).then().statusCode(204);
        http.as(sato).delete(LINKS + "/{id}", id).then().statusCode(204);
        door(token).then().body("state", equalTo("REVOKED"));
        Refusals.is(handIn(token, file(Row.of(tenant, "a.door.ac.jp"))), 410, "submission-link-over");
        Refusals.is(door("no-such-token"), 404, "submission-link-unknown");
        Refusals.is(check("no-such-token", file(Row.of(tenant, "a.door.ac.jp"))), 404, "submission-link-unknown");
        Refusals.is(handIn("no-such-token", file(Row.of(tenant, "a.door.ac.jp"))), 404, "submission-link-unknown");
    }

    @Test
    void whatIsNoFileIsRefusedAsForAnOfficer() {
        String token = link(sato, 5);
        for (boolean submit : new boolean[] {false, true}) {
            refused(token, submit, "requests.csv", "x".getBytes(StandardCharsets.UTF_8), "request-file-extension");
            refused(token, submit, "requests.tsv", new byte[0], "request-file-empty");
            refused(
                    token,
                    submit,
                    "requests.tsv",
                    "x\n".repeat(101).getBytes(StandardCharsets.UTF_8),
                    "request-file-too-many-rows");
            refused(
                    token,
                    submit,
                    "requests.tsv",
                    "x".repeat(20_000).getBytes(StandardCharsets.UTF_8),
                    "request-file-line-too-long");
            refused(
                    token,
                    submit,
                    "requests.tsv",
                    new byte[] {(byte) 0xFF, (byte) 0x80, 0x00},
                    "request-file-encoding");
            Map<String, Object> update = Map.of(
                    "tsv",
                    Map.of(
                            "operation",
                            "UPDATE",
                            "name",
                            "requests.tsv",
                            "content",
                            base64("x".getBytes(StandardCharsets.UTF_8))));
            Refusals.is(send(token, submit, update), 422, "request-file-operation-unknown");
            Refusals.is(send(token, submit, Map.of()), 400, "malformed-request");
            Refusals.is(
                    send(token, submit, Map.of("tsv", Map.of("operation", "ISSUE", "name", "a.tsv", "content", "A"))),
                    400,
                    "malformed-request");
        }
    }

    @Test
    void aLinkIsGoodForSoManyChecks() {
        String token = link(sato, 1);
        Map<String, Object> file = file(Row.of(tenant, "check.door.ac.jp"));
        for (int i = 0; i < 20; i++) {
            check(token, file).then().statusCode(200);
        }
        Refusals.is(check(token, file), 429, "submission-checks-too-many");
        Refusals.is(handIn(token, file), 429, "submission-checks-too-many");
    }

    @Test
    void aLinkThatIsOverSaysSoWhateverComesThroughIt() {
        String token = tokenOf(create(tenant.officer("Shiro Ueda", Set.of(Right.CLIENT)), "CLIENT", 1));
        Map<String, Object> csr = csr(Csrs.pem(tenant.dn("over.door.ac.jp"), Csrs.key(KeySpec.P256)));
        Refusals.is(check(token, csr), 422, "request-file-operation-unknown");
        for (int i = 1; i < 20; i++) {
            check(token, file(Row.of(tenant, "over.door.ac.jp"))).then().statusCode(200);
        }
        Refusals.is(check(token, csr), 429, "submission-checks-too-many");
        clock.at(Duration.ofDays(31), () -> {
            Refusals.is(handIn(token, csr), 410, "submission-link-over");
            return null;
        });
    }

    @Test
    void thePolicySaysWhetherThereAreLinksAndHowOftenOneIsUsed() {
        Fixtures.Organisation quiet = given.tenant("quiet").withPolicy("{\"submission\":{\"linkLifetime\":null}}");
        Person officer = quiet.officer("Ichiro Ito");
        Refusals.is(create(officer, "SERVER", 1), 403, "submissions-not-offered");
        create(sato, "SERVER", 50).then().statusCode(201).body("link.uses", equalTo(10));
        create(sato, "SERVER", null).then().statusCode(201).body("link.uses", equalTo(10));
    }

    @Test
    void aLinkTakesNothingAfterThePolicyOffersNoneAnyMore() {
        String token = link(sato, 1);
        policies.assign(tenant.id(), "research-federation", "{\"submission\":{\"linkLifetime\":null}}");
        Refusals.is(check(token, file(Row.of(tenant, "off.door.ac.jp"))), 403, "submissions-not-offered");
        Refusals.is(handIn(token, file(Row.of(tenant, "off.door.ac.jp"))), 403, "submissions-not-offered");
    }

    @Test
    void revocationsAreTakenWhereThePolicyLetsOfficersRevoke() {
        String token = link(sato, 2);
        String serial = Steps.decimal(steps.issued(sato, tenant, "old.door.ac.jp"));
        byte[] content = Row.file(Row.revocation(tenant.dn("old.door.ac.jp"), serial, "4", ""));
        Map<String, Object> revocation =
                Map.of("tsv", Map.of("operation", "REVOKE", "name", "requests.tsv", "content", base64(content)));
        handIn(token, revocation).then().statusCode(201);
        policies.assign(tenant.id(), "research-federation", "{\"revocation\":{\"by\":[\"TENANT_ADMINISTRATOR\"]}}");
        Refusals.is(check(token, revocation), 403, "revocation-not-offered");
        Refusals.is(handIn(token, revocation), 403, "revocation-not-offered");
        Refusals.is(approve(sato, waiting(sato)), 403, "revocation-not-offered");
    }

    @Test
    void aSuspendedTenantsLinkTakesNothing() {
        String token = link(sato, 1);
        Person desk = given.operator("Service Desk");
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "in a test"))
                .post("/api/v1/tenants/{id}/suspension", tenant.id().toString())
                .then()
                .statusCode(200);
        Refusals.is(check(token, file(Row.of(tenant, "s.door.ac.jp"))), 403, "tenant-not-active");
        Refusals.is(handIn(token, file(Row.of(tenant, "s.door.ac.jp"))), 403, "tenant-not-active");
    }

    @Test
    void whoMayDoWhat() {
        String token = link(sato, 1);
        handIn(token, file(Row.of(tenant, "who.door.ac.jp"))).then().statusCode(201);
        String id = waiting(sato);
        String link = http.as(sato).get(LINKS).then().extract().path("items[0].id");
        // Another right of the same tenant.
        Person lists = tenant.officer("Jiro Tanaka", Set.of(Right.LISTS));
        Refusals.notPermitted(create(lists, "SERVER", 1));
        Refusals.notPermitted(http.as(lists).get(SUBMISSIONS + "/{id}", id));
        Refusals.notPermitted(http.as(lists).get(SUBMISSIONS + "/{id}/check", id));
        Refusals.notPermitted(approve(lists, id));
        Refusals.notPermitted(refuse(lists, id));
        Refusals.notPermitted(http.as(lists).delete(LINKS + "/{id}", link));
        http.as(lists).get(SUBMISSIONS).then().statusCode(200).body("items", empty());
        http.as(lists).get(LINKS).then().statusCode(200).body("items", empty());
        // Another tenant.
        Person stranger = given.tenant("b").officer("Shiro Kato");
        Refusals.unknown(stranger, http, id, (request, one) -> request.get(SUBMISSIONS + "/{id}", one));
        Refusals.unknown(stranger, http, id, (request, one) -> request.get(SUBMISSIONS + "/{id}/check", one));
        Refusals.unknown(
                stranger,
                http,
                id,
                (request, one) -> request.contentType(ContentType.JSON)
                        .body(Map.of("confirmed", List.of()))
                        .post(SUBMISSIONS + "/{id}/approval", one));
        Refusals.unknown(
                stranger,
                http,
                id,
                (request, one) -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "x"))
                        .post(SUBMISSIONS + "/{id}/refusal", one));
        Refusals.unknown(stranger, http, link, (request, one) -> request.delete(LINKS + "/{id}", one));
        // Another role, and nobody.
        Person operator = given.operator("Service Desk");
        Refusals.needs(http, operator, request -> request.get(LINKS));
        Refusals.needs(
                http,
                operator,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("kind", "SERVER", "name", "x", "email", "x@door.ac.jp"))
                        .post(LINKS));
        Refusals.needs(http, operator, request -> request.delete(LINKS + "/{id}", link));
        Refusals.needs(http, operator, request -> request.get(SUBMISSIONS));
        Refusals.needs(http, operator, request -> request.get(SUBMISSIONS + "/{id}", id));
        Refusals.needs(http, operator, request -> request.get(SUBMISSIONS + "/{id}/check", id));
        Refusals.needs(
                http,
                operator,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("confirmed", List.of()))
                        .post(SUBMISSIONS + "/{id}/approval", id));
        Refusals.needs(
                http,
                operator,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "x"))
                        .post(SUBMISSIONS + "/{id}/refusal", id));
        // What cannot be read.
        for (String path : List.of(LINKS, SUBMISSIONS)) {
            Refusals.is(http.as(sato).queryParam("cursor", "!").get(path), 400, "malformed-request");
        }
        Refusals.is(
                http.as(sato)
                        .contentType(ContentType.JSON)
                        .body(Map.of("kind", "SERVER", "name", "x", "email", "no address"))
                        .post(LINKS),
                400,
                "malformed-request");
        for (String decision : List.of("approval", "refusal")) {
            Refusals.is(
                    http.as(sato).contentType(ContentType.JSON).body("{}").post(SUBMISSIONS + "/{id}/" + decision, id),
                    400,
                    "malformed-request");
        }
    }

    @Test
    void whatIsLargeWaitsForASecondOfficer() {
        Fixtures.Organisation careful = given.tenant("careful")
                .withDomain("careful.ac.jp")
                .withPolicy("{\"requestFile\":{\"fourEyesAbove\":1}}");
        Person first = careful.officer("Hanako Sato");
        Person second = careful.officer("Ichiro Ito");
        String token = link(first, 1);
        handIn(token, file(Row.of(careful, "c.careful.ac.jp"), Row.of(careful, "d.careful.ac.jp")))
                .then()
                .statusCode(201);
        String file = approve(first, waiting(first))
                .then()
                .statusCode(201)
                .body("requestFileState", equalTo("PROPOSED"))
                .extract()
                .path("requestFile");
        door(token).then().body("submissions[0].requestFileState", equalTo("PROPOSED"));
        http.as(second).post("/api/v1/request-files/{id}/approval", file).then().statusCode(202);
        assertThat(steps.awaitEnd(first, file).getLong("progress.done")).isEqualTo(2);
    }

    private String link(Person officer, int uses) {
        return tokenOf(create(officer, "SERVER", uses));
    }

    private static String tokenOf(Response created) {
        String url = created.then().statusCode(201).extract().path("url");
        assertThat(url).contains("/submit/");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private Response create(Person officer, String kind, @Nullable Integer uses) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "name", "山田花子", "email", holder));
        if (uses != null) {
            body.put("uses", uses);
        }
        return http.as(officer).contentType(ContentType.JSON).body(body).post(LINKS);
    }

    private String waiting(Person officer) {
        return http.as(officer)
                .queryParam("state", "WAITING")
                .get(SUBMISSIONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    private Response approve(Person officer, String id) {
        return approve(officer, id, Steps.REVIEW_ITEMS);
    }

    private Response approve(Person officer, String id, List<String> confirmed) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("confirmed", confirmed))
                .post(SUBMISSIONS + "/{id}/approval", id);
    }

    private Response refuse(Person officer, String id) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "The host belongs to another department."))
                .post(SUBMISSIONS + "/{id}/refusal", id);
    }

    private Response door(String token) {
        return http.portal().get(DOOR, token);
    }

    private Response check(String token, Map<String, Object> body) {
        return send(token, false, body);
    }

    private Response handIn(String token, Map<String, Object> body) {
        return send(token, true, body);
    }

    private Response handIn(String token, Map<String, Object> body, String key) {
        return http.portal()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(DOOR + "/submissions", token);
    }

    private Response send(String token, boolean submit, Map<String, Object> body) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(body)
                .post(DOOR + (submit ? "/submissions" : "/check"), token);
    }

    private void refused(String token, boolean submit, String name, byte[] content, String problem) {
        Map<String, Object> body =
                Map.of("tsv", Map.of("operation", "ISSUE", "name", name, "content", base64(content)));
        Refusals.is(send(token, submit, body), 422, problem);
    }

    private static Map<String, Object> file(Row... rows) {
        return Map.of("tsv", Map.of("operation", "ISSUE", "name", "requests.tsv", "content", base64(Row.file(rows))));
    }

    private Map<String, Object> csr(String csr) {
        return Map.of(
                "csr",
                Map.of(
                        "csr",
                        csr,
                        "subscriber",
                        Map.of("name", "山田花子", "email", holder, "software", "nginx 1.28"),
                        "dnsNames",
                        List.of()));
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}

package io.shomei.submission;

import static io.shomei.submission.Door.LINKS;
import static io.shomei.submission.Door.SUBMISSIONS;
import static io.shomei.submission.Door.base64;
import static io.shomei.submission.Door.file;
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
import io.shomei.testing.Hook;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscriber administrators hand in applications by a link, and officers decide. */
@ShomeiTest
class SubmissionTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    Policies policies;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Door door;

    @BeforeEach
    void anOfficer() {
        Mailbox.open();
        tenant = given.tenant("door").withDomain("door.ac.jp");
        sato = tenant.officer("Hanako Sato");
        door = new Door(http);
    }

    @Test
    void aFileComesThroughTheLinkAndIsCarriedOutUnderTheOfficersName() {
        String token = door.link(sato, 2);
        door.show(token)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("institutionEn", equalTo("University door"))
                .body("usesLeft", equalTo(2))
                .body("submissions", empty());
        // 1. The same check as the officer's, with every error.
        Row good = Row.of(tenant, "www.door.ac.jp");
        Row bad = Row.of(tenant, "ftp.elsewhere.ac.jp");
        door.check(token, file(good, bad))
                .then()
                .statusCode(200)
                .body("rows.total", equalTo(2))
                .body("rows.refused", equalTo(1))
                .body("items.outcome", contains("ACCEPTED", "REFUSED"))
                .body("items[1].errors.code", hasItem("224"))
                .body("errorCodes.code", contains("224"));
        Refusals.is(door.handIn(token, file(good, bad)), 422, "submission-has-refused-rows");
        // 2. Handed in; nothing is issued, and the officers are told.
        try (Hook hook = new Hook(http, sato, "SUBMISSION_RECEIVED", "submission.received")) {
            door.handIn(token, file(good)).then().statusCode(201).body("state", equalTo("WAITING"));
            assertThat(hook.told()).contains("\"fileName\":\"requests.tsv\"", "\"rows\":1");
        }
        assertThat(Mailbox.await(sato.email(), "Applications wait").text()).contains(door.holder(), "requests.tsv");
        String id = http.as(sato)
                .queryParam("state", "WAITING")
                .get(SUBMISSIONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].email", equalTo(door.holder()))
                .extract()
                .path("items[0].id");
        http.as(sato)
                .get(SUBMISSIONS + "/{id}/check", id)
                .then()
                .statusCode(200)
                .body("items[0].fqdn", equalTo("www.door.ac.jp"))
                .body("items[0].subjectDn", equalTo(good.cells().get(Row.DN - 1)));
        // 3. Approved, with what an officer affirms; a refused attempt leaves no file behind.
        Refusals.is(door.approve(sato, id, List.of()), 422, "review-items-not-confirmed");
        http.as(sato).get("/api/v1/request-files").then().body("items", empty());
        String file = door.approve(sato, id)
                .then()
                .statusCode(201)
                .body("state", equalTo("APPROVED"))
                .body("decidedBy", equalTo("Hanako Sato"))
                .extract()
                .path("requestFile");
        assertThat(steps.awaitEnd(sato, file).getString("submittedBy")).isEqualTo("Hanako Sato");
        Mailbox.await(good.email(), "ready to collect");
        Mailbox.await(door.holder(), "approved");
        Refusals.is(door.approve(sato, id), 409, "submission-decided");
        Refusals.is(door.refuse(sato, id), 409, "submission-decided");
        // 4. Whoever handed it in sees it at the same link, and every step is in the history.
        door.show(token)
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
        String token = door.link(sato, 1);
        KeyPair key = Csrs.key(KeySpec.P256);
        Map<String, Object> csr = door.csr(Csrs.pem(tenant.dn("csr.door.ac.jp"), key));
        door.check(token, csr)
                .then()
                .statusCode(200)
                .body("items[0].fqdn", equalTo("csr.door.ac.jp"))
                .body("items[0].errors", empty());
        door.handIn(token, csr).then().statusCode(201).body("rows", equalTo(1));
        String id = door.waiting(sato);
        String file = door.approve(sato, id).then().statusCode(201).extract().path("requestFile");
        assertThat(steps.awaitEnd(sato, file).getLong("progress.done")).isEqualTo(1);
        String other = door.link(sato, 1);
        door.check(other, door.csr("nonsense")).then().statusCode(200).body("items[0].errors.code", hasItem("216"));
        door.check(other, door.csr(Csrs.pem(tenant.dn("csr2.door.ac.jp"), Csrs.key(KeySpec.RSA_2048))))
                .then()
                .statusCode(200)
                .body("items[0].errors", empty());
    }

    @Test
    void aRefusalIsToldWithItsReasonAndUsesTheLinkUp() {
        String token = door.link(sato, 1);
        door.handIn(token, file(Row.of(tenant, "no.door.ac.jp"))).then().statusCode(201);
        String id = door.waiting(sato);
        door.refuse(sato, id)
                .then()
                .statusCode(201)
                .body("state", equalTo("REFUSED"))
                .body("requestFile", nullValue());
        assertThat(Mailbox.await(door.holder(), "refused").text()).contains("another department");
        door.show(token)
                .then()
                .body("state", equalTo("USED_UP"))
                .body("email", nullValue())
                .body("submissions[0].reason", containsString("another department"));
        Refusals.is(door.check(token, file(Row.of(tenant, "no2.door.ac.jp"))), 410, "submission-link-over");
        Refusals.is(door.handIn(token, file(Row.of(tenant, "no2.door.ac.jp"))), 410, "submission-link-over");
        http.as(sato).get(SUBMISSIONS + "/{id}", id).then().statusCode(200).body("state", equalTo("REFUSED"));
    }

    @Test
    void whatChangedMeanwhileIsSeenWithTheApproval() {
        String token = door.link(sato, 1);
        Row row = Row.of(tenant, "twice.door.ac.jp");
        door.handIn(token, file(row)).then().statusCode(201);
        steps.issued(sato, tenant, "twice.door.ac.jp");
        String id = door.waiting(sato);
        http.as(sato).get(SUBMISSIONS + "/{id}/check", id).then().body("items[0].errors.code", hasItem("212"));
        Refusals.is(door.approve(sato, id), 409, "request-file-has-refused-rows");
        http.as(sato).get(SUBMISSIONS + "/{id}", id).then().body("state", equalTo("WAITING"));
    }

    @Test
    void someLinesAreRefusedAndTheOthersCarriedOut() {
        String token = door.link(sato, 1);
        Row first = Row.of(tenant, "one.door.ac.jp");
        Row second = Row.of(tenant, "two.door.ac.jp");
        Row third = Row.of(tenant, "three.door.ac.jp");
        door.handIn(token, file(first, second, third)).then().statusCode(201);
        String id = door.waiting(sato);
        String reason = "The host belongs to another department.";
        for (List<Integer> wrong : List.of(List.of(4), List.of(1, 2, 3))) {
            Refusals.is(door.approveBut(sato, id, wrong, reason), 422, "submission-lines-unknown");
        }
        Refusals.is(door.approveBut(sato, id, List.of(), reason), 400, "malformed-request");
        Refusals.is(door.approveBut(sato, id, List.of(2), ""), 400, "malformed-request");
        http.as(sato).get("/api/v1/request-files").then().body("items", empty());
        String file = door.approveBut(sato, id, List.of(2), reason)
                .then()
                .statusCode(201)
                .body("state", equalTo("APPROVED"))
                .body("rows", equalTo(3))
                .body("reason", equalTo(reason))
                .body("refusedLines.line", contains(2))
                .body("refusedLines[0].subjectDn", equalTo(second.cells().get(Row.DN - 1)))
                .extract()
                .path("requestFile");
        assertThat(steps.awaitEnd(sato, file).getLong("progress.done")).isEqualTo(2);
        http.as(sato)
                .get("/api/v1/request-files/{id}/rows", file)
                .then()
                .body("items.line", contains(1, 3))
                .body("items.outcome", contains("DONE", "DONE"));
        assertThat(Mailbox.await(door.holder(), "approved in part").text())
                .contains("2: " + second.cells().get(Row.DN - 1), reason)
                .doesNotContain("one.door.ac.jp");
        door.show(token)
                .then()
                .body("submissions[0].state", equalTo("APPROVED"))
                .body("submissions[0].reason", equalTo(reason))
                .body("submissions[0].refusedLines.line", contains(2))
                .body("submissions[0].progress.total", equalTo(2));
        http.as(sato)
                .queryParam("operation", "submission.approve")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].detail.refusedLines", equalTo("2"))
                .body("items[0].detail.reason", equalTo(reason));
    }

    @Test
    void aLineThatBecameFaultyIsLeftOut() {
        String token = door.link(sato, 1);
        door.handIn(token, file(Row.of(tenant, "later.door.ac.jp"), Row.of(tenant, "good.door.ac.jp")))
                .then()
                .statusCode(201);
        steps.issued(sato, tenant, "later.door.ac.jp");
        String id = door.waiting(sato);
        Refusals.is(door.approve(sato, id), 409, "request-file-has-refused-rows");
        Refusals.is(door.approveBut(sato, id, List.of(2), "other"), 409, "request-file-has-refused-rows");
        String file = door.approveBut(sato, id, List.of(1), "There is one already.")
                .then()
                .statusCode(201)
                .extract()
                .path("requestFile");
        assertThat(steps.awaitEnd(sato, file).getLong("progress.done")).isEqualTo(1);
    }

    @Test
    void ofTwoOfficersWhoApproveAtOnceOneDoes() throws Exception {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        door.handIn(door.link(sato, 1), file(Row.of(tenant, "once.door.ac.jp")))
                .then()
                .statusCode(201);
        String id = door.waiting(sato);
        http.as(suzuki).get("/api/v1/session");
        List<Response> answers = AtOnce.all(List.of(() -> door.approve(sato, id), () -> door.approve(suzuki, id)));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .forEach(answer -> Refusals.is(answer, 409, "submission-decided"));
        http.as(sato).get("/api/v1/request-files").then().body("items", hasSize(1));
    }

    @Test
    void revocationsAreTakenWhereThePolicyLetsOfficersRevoke() {
        String token = door.link(sato, 2);
        String serial = Steps.decimal(steps.issued(sato, tenant, "old.door.ac.jp"));
        byte[] content = Row.file(Row.revocation(tenant.dn("old.door.ac.jp"), serial, "4", ""));
        Map<String, Object> revocation =
                Map.of("tsv", Map.of("operation", "REVOKE", "name", "requests.tsv", "content", base64(content)));
        door.handIn(token, revocation).then().statusCode(201);
        policies.assign(tenant.id(), "research-federation", "{\"revocation\":{\"by\":[\"TENANT_ADMINISTRATOR\"]}}");
        Refusals.is(door.check(token, revocation), 403, "revocation-not-offered");
        Refusals.is(door.handIn(token, revocation), 403, "revocation-not-offered");
        Refusals.is(door.approve(sato, door.waiting(sato)), 403, "revocation-not-offered");
    }

    @Test
    void whatIsLargeWaitsForASecondOfficer() {
        Fixtures.Organisation careful = given.tenant("careful")
                .withDomain("careful.ac.jp")
                .withPolicy("{\"requestFile\":{\"fourEyesAbove\":1}}");
        Person first = careful.officer("Hanako Sato");
        Person second = careful.officer("Ichiro Ito");
        String token = door.link(first, 1);
        door.handIn(token, file(Row.of(careful, "c.careful.ac.jp"), Row.of(careful, "d.careful.ac.jp")))
                .then()
                .statusCode(201);
        String file = door.approve(first, door.waiting(first))
                .then()
                .statusCode(201)
                .body("requestFileState", equalTo("PROPOSED"))
                .extract()
                .path("requestFile");
        door.show(token).then().body("submissions[0].requestFileState", equalTo("PROPOSED"));
        http.as(second).post("/api/v1/request-files/{id}/approval", file).then().statusCode(202);
        assertThat(steps.awaitEnd(first, file).getLong("progress.done")).isEqualTo(2);
    }

    @Test
    void whoMayDoWhat() {
        String token = door.link(sato, 1);
        door.handIn(token, file(Row.of(tenant, "who.door.ac.jp"))).then().statusCode(201);
        String id = door.waiting(sato);
        String link = http.as(sato).get(LINKS).then().extract().path("items[0].id");
        // Another right of the same tenant.
        Person lists = tenant.officer("Jiro Tanaka", Set.of(Right.LISTS));
        Refusals.notPermitted(door.create(lists, "SERVER", 1));
        Refusals.notPermitted(http.as(lists).get(SUBMISSIONS + "/{id}", id));
        Refusals.notPermitted(http.as(lists).get(SUBMISSIONS + "/{id}/check", id));
        Refusals.notPermitted(door.approve(lists, id));
        Refusals.notPermitted(door.refuse(lists, id));
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
}

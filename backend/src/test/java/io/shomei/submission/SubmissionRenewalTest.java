package io.shomei.submission;

import static io.shomei.submission.Door.SUBMISSIONS;
import static io.shomei.submission.Door.file;
import static io.shomei.submission.Door.renewal;
import static io.shomei.submission.Door.renewals;
import static io.shomei.submission.Door.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
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
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscriber administrators renew certificates by links that officers bind to these. */
@ShomeiTest
class SubmissionRenewalTest {
    private static final String OTHER = "submission-link-other";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Door door;
    private String www;
    private String mail;

    @BeforeEach
    void certificatesThatExpire() {
        Mailbox.open();
        tenant = given.tenant("door").withDomain("door.ac.jp");
        sato = tenant.officer("Hanako Sato");
        door = new Door(http);
        www = applied(Row.of(tenant, "www.door.ac.jp").with(Row.DNS_NAMES, "dNSName=alt.door.ac.jp"));
        mail = applied(Row.of(tenant, "mail.door.ac.jp"));
    }

    @Test
    void aNewKeyForEachCertificateBecomesARowWithItsSerialNumber() {
        String token = tokenOf(door.renewing(sato, "SERVER", www, mail));
        door.show(token)
                .then()
                .statusCode(200)
                .body("certificates.id", contains(www, mail))
                .body("certificates.state", contains("OPEN", "OPEN"))
                .body("certificates[0].commonName", equalTo("www.door.ac.jp"))
                .body("certificates[0].subjectDn", equalTo(tenant.dn("www.door.ac.jp")))
                .body("certificates[0].dnsNames", contains("alt.door.ac.jp"))
                .body("certificates[0].software", equalTo("Apache 2.4"))
                .body("certificates[0].notAfter", notNullValue());
        http.as(sato).get(Door.LINKS).then().body("items[0].renews", equalTo(2));
        // 1. The same check as the officer's: a CSR for another host, and a key that was used before.
        KeyPair key = Csrs.key(KeySpec.P256);
        String csr = Csrs.pem(tenant.dn("www.door.ac.jp"), key);
        door.check(token, renewals(renewal(mail, csr)))
                .then()
                .statusCode(200)
                .body("items[0].errors.code", hasItem("218"));
        // 2. Handed in; with the officer it is the old serial number, the registered DN and the same names.
        door.handIn(token, renewals(Map.of("certificate", www, "csr", csr, "software", "nginx 1.28")))
                .then()
                .statusCode(201)
                .body("rows", equalTo(1));
        door.show(token).then().body("certificates.state", contains("HANDED_IN", "OPEN"));
        Refusals.is(door.check(token, renewals(renewal(www, csr))), 422, OTHER);
        String id = door.waiting(sato);
        String serial = http.as(sato).get("/api/v1/certificates/{id}", www).path("serialDecimal");
        http.as(sato).get(SUBMISSIONS + "/{id}", id).then().body("operation", equalTo("RENEW"));
        http.as(sato)
                .get(SUBMISSIONS + "/{id}/check", id)
                .then()
                .body("items[0].errors", empty())
                .body("items[0].subjectDn", equalTo(tenant.dn("www.door.ac.jp")))
                .body("items[0].statedSerial", equalTo(serial));
        // 3. Approved, it is a renewal as any other.
        String file = door.approve(sato, id).then().statusCode(201).extract().path("requestFile");
        assertThat(steps.awaitEnd(sato, file).getLong("progress.done")).isEqualTo(1);
        door.show(token).then().body("certificates.state", contains("RENEWED", "OPEN"));
        String successor = String.valueOf(steps.rows(sato, file).getFirst().get("certificateId"));
        http.as(sato)
                .get("/api/v1/certificates/{id}", successor)
                .then()
                .body("subscriber.software", equalTo("nginx 1.28"))
                .body("renews.id", equalTo(www));
        // 4. The link is as long as it is for the rest.
        Refusals.is(door.handIn(token, renewals(renewal(mail, csr))), 422, "submission-has-refused-rows");
        door.handIn(token, renewals(renewal(mail, Csrs.pem(tenant.dn("mail.door.ac.jp"), Csrs.key(KeySpec.RSA_2048)))))
                .then()
                .statusCode(201);
    }

    @Test
    void whatAnOfficerRefusesCanBeHandedInAgain() {
        String token = tokenOf(door.renewing(sato, "SERVER", www, mail));
        String first = Csrs.pem(tenant.dn("www.door.ac.jp"), Csrs.key(KeySpec.P256));
        String second = Csrs.pem(tenant.dn("mail.door.ac.jp"), Csrs.key(KeySpec.P256));
        door.handIn(token, renewals(renewal(www, first), renewal(mail, second)))
                .then()
                .statusCode(201)
                .body("rows", equalTo(2));
        String file = door.approveBut(sato, door.waiting(sato), List.of(2), "The host is switched off.")
                .then()
                .statusCode(201)
                .extract()
                .path("requestFile");
        steps.awaitEnd(sato, file);
        door.show(token).then().body("certificates.state", contains("RENEWED", "OPEN"));
        door.handIn(token, renewals(renewal(mail, second))).then().statusCode(201);
        door.refuse(sato, door.waiting(sato)).then().statusCode(201);
        door.show(token).then().body("certificates.state", contains("RENEWED", "OPEN"));
    }

    @Test
    void theNamesBesideTheCnCanChangeAndAreCheckedAsInAnyRow() {
        String token = tokenOf(door.renewing(sato, "SERVER", www));
        String csr = Csrs.pem(tenant.dn("www.door.ac.jp"), Csrs.key(KeySpec.P256));
        // 1. The same unless others are handed in; what the tenant may not use is refused.
        door.check(token, renewals(renewal(www, csr)))
                .then()
                .body("items[0].errors", empty())
                .body("items[0].dnsNames", contains("alt.door.ac.jp"));
        door.check(token, renewals(renewal(www, csr, "www.elsewhere.ac.jp")))
                .then()
                .body("items[0].errors.code", contains("224"));
        door.check(token, renewals(renewal(www, csr, "new..door.ac.jp"))).then().body("items[0].errors", not(empty()));
        // 2. The officer sees them, and the new certificate has them.
        door.handIn(token, renewals(renewal(www, csr, "new.door.ac.jp", "other.door.ac.jp")))
                .then()
                .statusCode(201);
        String id = door.waiting(sato);
        http.as(sato)
                .get(SUBMISSIONS + "/{id}/check", id)
                .then()
                .body("items[0].dnsNames", contains("new.door.ac.jp", "other.door.ac.jp"));
        String file = door.approve(sato, id).then().statusCode(201).extract().path("requestFile");
        steps.awaitEnd(sato, file);
        String successor = String.valueOf(steps.rows(sato, file).getFirst().get("certificateId"));
        http.as(sato)
                .get("/api/v1/certificates/{id}", successor)
                .then()
                .body("dnsNames", containsInAnyOrder("www.door.ac.jp", "new.door.ac.jp", "other.door.ac.jp"));
    }

    @Test
    void allNamesBesideTheCnCanBeLeftOut() {
        String token = tokenOf(door.renewing(sato, "SERVER", www));
        String csr = Csrs.pem(tenant.dn("www.door.ac.jp"), Csrs.key(KeySpec.P256));
        door.check(token, renewals(Map.of("certificate", www, "csr", csr, "dnsNames", List.of())))
                .then()
                .body("items[0].errors", empty())
                .body("items[0].dnsNames", empty());
    }

    @Test
    void eachCertificateCanBeRenewedByItselfHoweverFewSubmissionsThereAre() {
        tenant = given.tenant("thrifty").withDomain("thrifty.ac.jp").withPolicy("{\"submission\":{\"linkUses\":1}}");
        sato = tenant.officer("Hanako Sato");
        String one = applied(Row.of(tenant, "one.thrifty.ac.jp"));
        String two = applied(Row.of(tenant, "two.thrifty.ac.jp"));
        String token = tokenOf(door.renewing(sato, "SERVER", one, two));
        for (String host : List.of("one", "two")) {
            String csr = Csrs.pem(tenant.dn(host + ".thrifty.ac.jp"), Csrs.key(KeySpec.P256));
            door.handIn(token, renewals(renewal(host.equals("one") ? one : two, csr)))
                    .then()
                    .statusCode(201);
        }
        door.show(token).then().body("state", equalTo("USED_UP"));
    }

    @Test
    void whatASecondOfficerDiscardsCanBeHandedInAgain() {
        tenant = given.tenant("careful")
                .withDomain("careful.ac.jp")
                .withPolicy("{\"requestFile\":{\"fourEyesAbove\":1}}");
        sato = tenant.officer("Hanako Sato");
        String one = applied(Row.of(tenant, "one.careful.ac.jp"));
        String two = applied(Row.of(tenant, "two.careful.ac.jp"));
        String token = tokenOf(door.renewing(sato, "SERVER", one, two));
        door.handIn(
                        token,
                        renewals(
                                renewal(one, Csrs.pem(tenant.dn("one.careful.ac.jp"), Csrs.key(KeySpec.P256))),
                                renewal(two, Csrs.pem(tenant.dn("two.careful.ac.jp"), Csrs.key(KeySpec.P256)))))
                .then()
                .statusCode(201);
        String file = door.approve(sato, door.waiting(sato))
                .then()
                .body("requestFileState", equalTo("PROPOSED"))
                .extract()
                .path("requestFile");
        door.show(token).then().body("certificates.state", contains("HANDED_IN", "HANDED_IN"));
        http.as(tenant.officer("Ichiro Ito"))
                .delete("/api/v1/request-files/{id}", file)
                .then()
                .statusCode(204);
        door.show(token).then().body("certificates.state", contains("OPEN", "OPEN"));
    }

    @Test
    void ofTwoKeysForOneCertificateThatComeAtOnceOneIsTaken() throws Exception {
        String token = tokenOf(door.renewing(sato, "SERVER", www));
        List<Map<String, Object>> keys = Stream.generate(
                        () -> Csrs.pem(tenant.dn("www.door.ac.jp"), Csrs.key(KeySpec.P256)))
                .limit(2)
                .map(csr -> renewals(renewal(www, csr)))
                .toList();
        List<Response> answers = AtOnce.all(
                List.of(() -> door.handIn(token, keys.getFirst()), () -> door.handIn(token, keys.getLast())));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 422);
        door.show(token).then().body("submissions.rows", contains(1));
    }

    @Test
    void aLinkForRenewalsIsForNothingElse() {
        String other = applied(Row.of(tenant, "other.door.ac.jp"));
        String token = tokenOf(door.renewing(sato, "SERVER", www));
        String general = door.link(sato, 1);
        String csr = Csrs.pem(tenant.dn("www.door.ac.jp"), Csrs.key(KeySpec.P256));
        for (boolean submit : new boolean[] {false, true}) {
            Refusals.is(door.send(token, submit, file(Row.of(tenant, "new.door.ac.jp"))), 422, OTHER);
            Refusals.is(door.send(token, submit, door.csr(csr)), 422, OTHER);
            Refusals.is(door.send(token, submit, renewals(renewal(other, csr))), 422, OTHER);
            Refusals.is(door.send(token, submit, renewals(renewal("nonsense", csr))), 422, OTHER);
            Refusals.is(door.send(token, submit, renewals(renewal(www, csr), renewal(www, csr))), 422, OTHER);
            Refusals.is(door.send(general, submit, renewals(renewal(www, csr))), 422, OTHER);
        }
    }

    @Test
    void aLinkIsBoundToWhatCanBeRenewedByACsr() {
        String revoked = applied(Row.of(tenant, "gone.door.ac.jp"));
        http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "CESSATION_OF_OPERATION"))
                .post("/api/v1/certificates/{id}/revocation", revoked)
                .then()
                .statusCode(201);
        Person stranger = given.tenant("b").officer("Shiro Kato");
        Person all = tenant.officer("Jiro Tanaka", Set.of(Right.SERVER, Right.CLIENT, Right.CODE_SIGNING));
        Refusals.is(door.renewing(sato, "SERVER", revoked), 422, OTHER);
        Refusals.is(door.renewing(sato, "SERVER", "nonsense"), 422, OTHER);
        Refusals.is(door.renewing(stranger, "SERVER", www), 422, OTHER);
        Refusals.is(door.renewing(all, "CODE_SIGNING", www), 422, OTHER);
        Refusals.is(door.renewing(all, "CLIENT", www), 422, OTHER);
    }

    @Test
    void theMailOfTheRenewalDeskBringsALinkForWhatItIsAbout() {
        http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "SERVER", "certificates", List.of(www)))
                .post("/api/v1/renewals/mail")
                .then()
                .statusCode(202)
                .body("mails", equalTo(1));
        String text = Mailbox.await("www.door.ac.jp@example.ac.jp", "renewed").text();
        int start = text.indexOf("/submit/") + "/submit/".length();
        String token = text.substring(start).split("\\s")[0];
        door.show(token)
                .then()
                .statusCode(200)
                .body("name", equalTo("山田花子"))
                .body("email", equalTo("www.door.ac.jp@example.ac.jp"))
                .body("certificates.id", contains(www));
    }

    /** A certificate that was applied for in a file, by its id. */
    private String applied(Row row) {
        String file = steps.carriedOut(sato, Row.file(row)).getString("id");
        return String.valueOf(steps.rows(sato, file).getFirst().get("certificateId"));
    }
}

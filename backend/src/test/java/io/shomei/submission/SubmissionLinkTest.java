package io.shomei.submission;

import static io.shomei.submission.Door.LINKS;
import static io.shomei.submission.Door.base64;
import static io.shomei.submission.Door.file;
import static io.shomei.submission.Door.tokenOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long, how often and for what a submission link is good. */
@ShomeiTest
class SubmissionLinkTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    TestClock clock;

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
    void theSameSentTwiceWithOneKeyUsesTheLinkOnce() {
        String token = door.link(sato, 1);
        Map<String, Object> file = file(Row.of(tenant, "key.door.ac.jp"));
        String first = door.handIn(token, file, "once")
                .then()
                .statusCode(201)
                .extract()
                .path("submittedAt");
        door.handIn(token, file, "once").then().statusCode(201).body("submittedAt", equalTo(first));
        door.show(token).then().body("usesLeft", equalTo(0)).body("submissions", hasSize(1));
        Refusals.is(door.handIn(token, file(Row.of(tenant, "key2.door.ac.jp")), "once"), 409, "idempotency-key-reused");
        // A key is the link's own.
        door.handIn(door.link(sato, 1), file(Row.of(tenant, "key2.door.ac.jp")), "once")
                .then()
                .statusCode(201);
    }

    @Test
    void aLinkIsOverWhenItLapsesOrIsEnded() {
        String token = door.link(sato, 1);
        clock.at(Duration.ofDays(31), () -> {
            door.show(token).then().body("state", equalTo("LAPSED"));
            Refusals.is(door.check(token, file(Row.of(tenant, "a.door.ac.jp"))), 410, "submission-link-over");
            return null;
        });
        String id = http.as(sato)
                .get(LINKS)
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].email", equalTo(door.holder()))
                .extract()
                .path("items[0].id");
        http.as(sato).delete(LINKS + "/{id}", id).then().statusCode(204);
        http.as(sato).delete(LINKS + "/{id}", id).then().statusCode(204);
        door.show(token).then().body("state", equalTo("REVOKED"));
        Refusals.is(door.handIn(token, file(Row.of(tenant, "a.door.ac.jp"))), 410, "submission-link-over");
        Refusals.is(door.show("no-such-token"), 404, "submission-link-unknown");
        Refusals.is(door.check("no-such-token", file(Row.of(tenant, "a.door.ac.jp"))), 404, "submission-link-unknown");
        Refusals.is(door.handIn("no-such-token", file(Row.of(tenant, "a.door.ac.jp"))), 404, "submission-link-unknown");
    }

    @Test
    void aLinkThatIsOverSaysSoWhateverComesThroughIt() {
        String token = tokenOf(door.create(tenant.officer("Shiro Ueda", Set.of(Right.CLIENT)), "CLIENT", 1));
        Map<String, Object> csr = door.csr(Csrs.pem(tenant.dn("over.door.ac.jp"), Csrs.key(KeySpec.P256)));
        Refusals.is(door.check(token, csr), 422, "request-file-operation-unknown");
        for (int i = 1; i < 20; i++) {
            door.check(token, file(Row.of(tenant, "over.door.ac.jp"))).then().statusCode(200);
        }
        Refusals.is(door.check(token, csr), 429, "submission-checks-too-many");
        clock.at(Duration.ofDays(31), () -> {
            Refusals.is(door.handIn(token, csr), 410, "submission-link-over");
            return null;
        });
    }

    @Test
    void aLinkIsGoodForSoManyChecks() {
        String token = door.link(sato, 1);
        Map<String, Object> file = file(Row.of(tenant, "check.door.ac.jp"));
        for (int i = 0; i < 20; i++) {
            door.check(token, file).then().statusCode(200);
        }
        Refusals.is(door.check(token, file), 429, "submission-checks-too-many");
        Refusals.is(door.handIn(token, file), 429, "submission-checks-too-many");
    }

    @Test
    void thePolicySaysWhetherThereAreLinksAndHowOftenOneIsUsed() {
        Fixtures.Organisation quiet = given.tenant("quiet").withPolicy("{\"submission\":{\"linkLifetime\":null}}");
        Person officer = quiet.officer("Ichiro Ito");
        Refusals.is(door.create(officer, "SERVER", 1), 403, "submissions-not-offered");
        door.create(sato, "SERVER", 50).then().statusCode(201).body("link.uses", equalTo(10));
        door.create(sato, "SERVER", null).then().statusCode(201).body("link.uses", equalTo(10));
    }

    @Test
    void aLinkTakesNothingAfterThePolicyOffersNoneAnyMore() {
        String token = door.link(sato, 1);
        policies.assign(tenant.id(), "research-federation", "{\"submission\":{\"linkLifetime\":null}}");
        Refusals.is(door.check(token, file(Row.of(tenant, "off.door.ac.jp"))), 403, "submissions-not-offered");
        Refusals.is(door.handIn(token, file(Row.of(tenant, "off.door.ac.jp"))), 403, "submissions-not-offered");
    }

    @Test
    void aSuspendedTenantsLinkTakesNothing() {
        String token = door.link(sato, 1);
        Person desk = given.operator("Service Desk");
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "in a test"))
                .post("/api/v1/tenants/{id}/suspension", tenant.id().toString())
                .then()
                .statusCode(200);
        Refusals.is(door.check(token, file(Row.of(tenant, "s.door.ac.jp"))), 403, "tenant-not-active");
        Refusals.is(door.handIn(token, file(Row.of(tenant, "s.door.ac.jp"))), 403, "tenant-not-active");
    }

    @Test
    void whatIsNoFileIsRefusedAsForAnOfficer() {
        String token = door.link(sato, 5);
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
            Refusals.is(door.send(token, submit, update), 422, "request-file-operation-unknown");
            Refusals.is(door.send(token, submit, Map.of()), 400, "malformed-request");
            Refusals.is(
                    door.send(
                            token,
                            submit,
                            Map.of("tsv", Map.of("operation", "ISSUE", "name", "a.tsv", "content", "A"))),
                    400,
                    "malformed-request");
        }
    }

    private void refused(String token, boolean submit, String name, byte[] content, String problem) {
        Map<String, Object> body =
                Map.of("tsv", Map.of("operation", "ISSUE", "name", name, "content", base64(content)));
        Refusals.is(door.send(token, submit, body), 422, problem);
    }
}

package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.database.TenantScope;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
import io.shomei.testing.ClientRows;
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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The request files that the renewal desk makes, and what it asks subscriber administrators for. */
@ShomeiTest
class RenewalFilesTest {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Map<String, Object> FAR = Map.of("expiresTo", "2100-01-01T00:00:00Z");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    LapsedRenewalsJob lapsed;

    @Inject
    TestClock clock;

    @Inject
    TenantScope scope;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aRenewalFileHasARowForEachThatIsNotRenewed() {
        String id = applied(Row.of(tenant, "www.a.ac.jp").with(Row.DNS_NAMES, "dNSName=alt.a.ac.jp"));
        applied(Row.of(tenant, "mail.a.ac.jp"));
        Response file = file(sato, Map.of("operation", "RENEW", "kind", "SERVER", "filter", FAR));
        file.then().statusCode(200);
        assertThat(file.contentType()).isEqualTo("text/tab-separated-values;charset=Shift_JIS");
        assertThat(file.header("Content-Disposition")).contains("server-renew.tsv");
        List<List<String>> rows = rows(file, SHIFT_JIS);
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(13));
        String serial = http.as(sato).get("/api/v1/certificates/{id}", id).path("serialDecimal");
        assertThat(rows.getFirst())
                .containsExactly(
                        tenant.dn("www.a.ac.jp"),
                        "12",
                        "",
                        serial,
                        "",
                        "",
                        "",
                        "山田花子",
                        "情報基盤センター",
                        "www.a.ac.jp@example.ac.jp",
                        "www.a.ac.jp",
                        "Apache 2.4",
                        "dNSName=alt.a.ac.jp");
        assertThat(rows(
                        file(
                                sato,
                                Map.of(
                                        "operation",
                                        "RENEW",
                                        "kind",
                                        "SERVER",
                                        "certificates",
                                        List.of(id, "0197a1b2-0000-7000-8000-000000000001", "nonsense"),
                                        "encoding",
                                        "UTF-8")),
                        StandardCharsets.UTF_8))
                .containsExactly(rows.getFirst());
        http.as(sato)
                .queryParam("operation", "renewal.file")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].target", equalTo("SERVER RENEW"));
    }

    @Test
    void withACsrInItsPlaceARowIsTakenAsItIs() {
        String old = applied(Row.of(tenant, "www.a.ac.jp").with(Row.DNS_NAMES, "dNSName=alt.a.ac.jp"));
        List<String> made = rows(file(sato, Map.of("operation", "RENEW", "kind", "SERVER", "filter", FAR)), SHIFT_JIS)
                .getFirst();
        Row row = new Row(made).with(Row.CSR, Csrs.base64(tenant.dn("www.a.ac.jp"), Csrs.key(KeySpec.P256)));
        JsonPath end = steps.carriedOut(sato, "SERVER", "RENEW", Row.file(row));
        assertThat(end.getLong("progress.done")).isEqualTo(1);
        http.as(sato)
                .queryParams(FAR)
                .queryParam("state", "NOT_COLLECTED")
                .get("/api/v1/renewals")
                .then()
                .body("items.id", equalTo(List.of(old)));
        http.as(sato)
                .get("/api/v1/uncollected-certificates")
                .then()
                .body("items.find { it.renewal }.commonName", equalTo("www.a.ac.jp"));
        // Nobody may be without a certificate: the old one is revoked only when the new one was fetched.
        Refusals.is(
                file(sato, Map.of("operation", "REVOKE", "kind", "SERVER", "filter", FAR)),
                409,
                "renewal-nothing-to-do");
    }

    @Test
    void whatNobodyCollectedInTimeIsRenewedOnceMore() {
        String old = applied(Row.of(tenant, "www.a.ac.jp"));
        Map<String, Object> order = Map.of("operation", "RENEW", "kind", "SERVER", "certificates", List.of(old));
        renewed(order);
        Refusals.is(file(sato, order), 409, "renewal-nothing-to-do");
        clock.advance(Duration.ofDays(31));
        sato = tenant.officer("Jiro Mori");
        lapsed.run();
        http.as(sato)
                .queryParams(FAR)
                .queryParam("state", "NOT_RENEWED")
                .get("/api/v1/renewals")
                .then()
                .body("items.id", hasItem(old));
        ask(sato, Map.of("kind", "SERVER", "certificates", List.of(old)), "key")
                .then()
                .statusCode(202)
                .body("certificates", equalTo(1));
        assertThat(rows(file(sato, order), SHIFT_JIS)).hasSize(1);
    }

    /** Takes the one row of a file of the desk, with a new key. */
    private void renewed(Map<String, Object> order) {
        List<List<String>> rows = rows(file(sato, order), SHIFT_JIS);
        assertThat(rows).hasSize(1);
        Row row = new Row(rows.getFirst()).with(Row.CSR, Csrs.base64(tenant.dn("www.a.ac.jp"), Csrs.key(KeySpec.P256)));
        assertThat(steps.carriedOut(sato, "SERVER", "RENEW", Row.file(row)).getLong("progress.done"))
                .isOne();
    }

    @Test
    void aRevocationFileHasThoseWhoseSuccessorIsInUse() {
        String old = applied(Row.of(tenant, "www.a.ac.jp"));
        String waited = applied(Row.of(tenant, "waited.a.ac.jp"));
        Map<String, Object> order = Map.of("operation", "REVOKE", "kind", "SERVER", "filter", FAR);
        Refusals.is(file(sato, order), 409, "renewal-nothing-to-do");
        Steps.Waiting waiting = steps.waiting(sato, tenant, "next.a.ac.jp");
        succeeds(waited, waiting.certificate());
        succeeds(old, steps.issued(sato, tenant, "new.a.ac.jp").getString("id"));
        List<List<String>> rows = rows(file(sato, order), SHIFT_JIS);
        String serial = http.as(sato).get("/api/v1/certificates/{id}", old).path("serialDecimal");
        assertThat(rows)
                .containsExactly(List.of(
                        tenant.dn("www.a.ac.jp"),
                        "",
                        "",
                        serial,
                        "4",
                        "",
                        "",
                        "",
                        "",
                        "www.a.ac.jp@example.ac.jp",
                        "",
                        "",
                        ""));
    }

    @Test
    void clientsHaveRowsOfTheirOwnLayout() {
        tenant.client("Taro Tanaka");
        List<List<String>> rows =
                rows(file(sato, Map.of("operation", "RENEW", "kind", "CLIENT", "filter", FAR)), SHIFT_JIS);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).hasSize(15);
        assertThat(rows.getFirst().get(2)).isEqualTo("1");
        assertThat(rows.getFirst().get(10)).isEqualTo("Taro Tanaka");
        assertThat(rows.getFirst().get(11)).isEqualTo("Taro-Tanaka");
        assertThat(rows.getFirst().get(13)).isEqualTo("Taro Tanaka@example.ac.jp");
        assertThat(rows.getFirst().get(14)).isEmpty();
    }

    @Test
    void keyFilesHaveNamesOfTheirOwn() {
        // Applied for one after the other, which nothing speaks against.
        String longName = "x".repeat(64);
        List<Row> people = List.of(
                person("Taro Tanaka", "tanaka"),
                person("Jiro Mori", "TANAKA"),
                person("Saburo Ito", "tanaka-2"),
                person("Shiro Kato", longName),
                person("Goro Abe", longName));
        for (Row row : people) {
            steps.carriedOut(sato, "CLIENT", "ISSUE", Row.file(row));
        }
        tenant.client("(Rokuro) Sato");
        Response file = file(sato, Map.of("operation", "RENEW", "kind", "CLIENT", "filter", FAR));
        List<List<String>> rows = rows(file, SHIFT_JIS);
        assertThat(rows)
                .extracting(row -> row.get(ClientRows.FILE_NAME - 1))
                .containsExactlyInAnyOrder(
                        "tanaka", "TANAKA-2", "tanaka-2-2", longName, "x".repeat(62) + "-2", "Rokuro-Sato");
        String uploaded =
                steps.uploaded(sato, "CLIENT", "RENEW", file.asByteArray()).getString("id");
        assertThat(steps.codes(sato, uploaded).stream().flatMap(List::stream)).doesNotContain("228");
    }

    private Row person(String name, String fileName) {
        return ClientRows.of(tenant, name, ClientRows.P12).with(ClientRows.FILE_NAME, fileName);
    }

    @Test
    void subscriberAdministratorsAreAskedOnceEach() {
        String email = "admin." + tenant.code().toLowerCase(java.util.Locale.ROOT) + "@example.ac.jp";
        applied(Row.of(tenant, "one.a.ac.jp").with(Row.EMAIL, email));
        applied(Row.of(tenant, "two.a.ac.jp").with(Row.EMAIL, email));
        Map<String, Object> order = Map.of("kind", "SERVER", "filter", FAR);
        for (int again = 0; again < 2; again++) {
            ask(sato, order, "once")
                    .then()
                    .statusCode(202)
                    .body("mails", equalTo(1))
                    .body("certificates", equalTo(2))
                    .body("unaddressed", equalTo(0));
        }
        assertThat(Mailbox.await(email, "renewed").text())
                .contains(
                        "one.a.ac.jp",
                        "two.a.ac.jp",
                        "Hanako Sato",
                        "秘密鍵は誰にも送らないでください",
                        "Send the private key to nobody",
                        "/submit/");
        assertThat(Mailbox.to(email))
                .filteredOn(mail -> mail.subject().contains("renewed"))
                .hasSize(1);
        Refusals.is(ask(sato, Map.of("kind", "SERVER"), "once"), 409, "idempotency-key-reused");
        Refusals.is(ask(sato, Map.of("kind", "CODE_SIGNING"), "other"), 409, "renewal-nothing-to-do");
    }

    @Test
    void whereNoSubmissionsAreOfferedTheMailHasNoLink() {
        Fixtures.Organisation quiet =
                given.tenant("quiet").withDomain("quiet.ac.jp").withPolicy("{\"submission\":{\"linkLifetime\":null}}");
        Person officer = quiet.officer("Ichiro Ito");
        String email = "admin." + quiet.code().toLowerCase(java.util.Locale.ROOT) + "@example.ac.jp";
        steps.carriedOut(officer, Row.file(Row.of(quiet, "www.quiet.ac.jp").with(Row.EMAIL, email)));
        ask(officer, Map.of("kind", "SERVER", "filter", FAR), "once").then().statusCode(202);
        assertThat(Mailbox.await(email, "renewed").text())
                .contains("www.quiet.ac.jp", "send the CSR to")
                .doesNotContain("/submit/");
    }

    @Test
    void onlyOfficersWithTheRightAreServed() {
        Map<String, Object> order = Map.of("operation", "RENEW", "kind", "SERVER");
        Person administrator = tenant.administrator("Taro Yamada");
        Refusals.needs(
                http,
                administrator,
                request -> request.contentType(ContentType.JSON).body(order).post("/api/v1/renewals/file"));
        Refusals.needs(
                http,
                administrator,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("kind", "SERVER"))
                        .post("/api/v1/renewals/mail"));
        Person clients = tenant.officer("Jiro Mori", Set.of(Right.CLIENT));
        Refusals.notPermitted(file(clients, order));
        Refusals.notPermitted(ask(clients, Map.of("kind", "SERVER"), "key"));
        Refusals.is(file(sato, Map.of("operation", "RENEW", "kind", "OFFICER")), 400, "malformed-request");
        Refusals.is(ask(sato, Map.of("kind", "X"), "key"), 400, "malformed-request");
        // Another tenant's are none.
        String id = applied(Row.of(tenant, "www.a.ac.jp"));
        Refusals.is(
                file(
                        given.tenant("b").officer("Ichiro Suzuki"),
                        Map.of("operation", "RENEW", "kind", "SERVER", "certificates", List.of(id))),
                409,
                "renewal-nothing-to-do");
    }

    private Response file(Person officer, Map<String, Object> order) {
        return http.as(officer).contentType(ContentType.JSON).body(order).post("/api/v1/renewals/file");
    }

    private Response ask(Person officer, Map<String, Object> order, String key) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(order)
                .post("/api/v1/renewals/mail");
    }

    /** A certificate that was applied for in a file, by its id. */
    private String applied(Row row) {
        String file = steps.carriedOut(sato, Row.file(row)).getString("id");
        return String.valueOf(steps.rows(sato, file).getFirst().get("certificateId"));
    }

    private void succeeds(String old, String successor) {
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(tenant.id())
                        .update(
                                "update certificate set renewed_by = ? where tenant_id = ? and id = ?",
                                UUID.fromString(successor),
                                tenant.id().value(),
                                UUID.fromString(old)));
    }

    private static List<List<String>> rows(Response file, Charset encoding) {
        assertThat(file.statusCode()).isEqualTo(200);
        return new String(file.asByteArray(), encoding)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }
}

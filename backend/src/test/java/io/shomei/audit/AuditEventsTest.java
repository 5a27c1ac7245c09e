package io.shomei.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.shomei.database.TenantScope;
import io.shomei.jobs.RecurringJob;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what to what, when, from where; and nobody can change it afterwards. */
@ShomeiTest
class AuditEventsTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    AuditLog log;

    @Inject
    TenantScope scope;

    /** What the application does again and again; one of them seals. */
    @Inject
    @All
    List<RecurringJob> jobs;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void anEventTellsWhoWhatWhenAndFromWhere() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        http.as(sato)
                .header("Accept-Language", "en")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items[0].operation", equalTo("certificate.revoke"))
                .body("items[0].title", equalTo("Revoked a certificate"))
                .body("items[0].actor", equalTo("Hanako Sato"))
                .body("items[0].actorRole", equalTo("OFFICER"))
                .body("items[0].address", equalTo("127.0.0.1"))
                .body("items[0].target", equalTo("www.a.ac.jp"))
                .body("items[0].targetId", equalTo(id))
                .body("items[0].detail.reason", equalTo("SUPERSEDED"))
                .body("items[0].outcome", equalTo("SUCCESS"));
    }

    @Test
    void eventsAreFoundByTimeOperationAndWords() {
        Instant before = Instant.now().minusSeconds(1);
        steps.issued(sato, tenant, "www.a.ac.jp");
        steps.issued(sato, tenant, "mail.a.ac.jp");
        assertThat(list(Map.of("operation", "certificate.issue", "q", "mail")).getList("items.target"))
                .isEqualTo(List.of("mail.a.ac.jp"));
        assertThat(list(Map.of("q", "Hanako")).getList("items")).isNotEmpty();
        assertThat(list(Map.of("q", "127.0.0.1")).getList("items")).isNotEmpty();
        assertThat(list(Map.of("q", "%_%")).getList("items")).isEmpty();
        assertThat(list(Map.of("to", before.toString(), "operation", "certificate.issue"))
                        .getList("items"))
                .isEmpty();
        assertThat(list(Map.of("from", before.toString(), "operation", "certificate.issue"))
                        .getList("items"))
                .isNotEmpty();
        Refusals.is(http.as(sato).queryParam("from", "now").get("/api/v1/audit-events"), 400, "malformed-request");
        Refusals.is(http.as(sato).queryParam("cursor", "Pm4").get("/api/v1/audit-events"), 400, "malformed-request");
    }

    @Test
    void oneQuestionMayBeAboutSeveralOperations() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        List<String> both = List.of("certificate.revoke", "certificate.issue");
        assertThat(list(Map.of("operation", both)).getList("items.operation", String.class))
                .hasSameElementsAs(both);
        assertThat(list(Map.of("operation", both, "q", "www.a")).getList("items.operation"))
                .isEqualTo(both);
        for (String form : List.of("csv", "ndjson", "txt")) {
            assertThat(http.as(sato)
                            .queryParam("operation", both)
                            .get("/api/v1/audit-events/export." + form)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .as(form)
                    .contains(both)
                    .doesNotContain("session.open");
        }
        http.as(sato)
                .queryParam("operation", "session.open", "x".repeat(65))
                .get("/api/v1/audit-events")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"))
                .body("errors[0].pointer", equalTo("operation"));
    }

    @Test
    void eventsAreFoundByWhoDidItToWhatAndFromWhere() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.issued(sato, tenant, "mail.a.ac.jp");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        Person mori = tenant.administrator("Jiro Mori");
        http.as(mori).get("/api/v1/certificates").then().statusCode(200);
        String actor = list(Map.of("operation", "certificate.revoke")).getString("items[0].actorId");
        assertThat(list(Map.of("target", id)).getList("items.operation"))
                .contains("certificate.revoke", "certificate.issue");
        assertThat(list(Map.of("target", id)).getList("items.targetId")).containsOnly(id);
        assertThat(list(Map.of("actor", actor)).getList("items.actor"))
                .isNotEmpty()
                .containsOnly("Hanako Sato");
        assertThat(list(Map.of("actor", actor, "target", id, "operation", "certificate.revoke", "q", "www"))
                        .getInt("total.value"))
                .isOne();
        assertThat(list(Map.of("address", "127.0.0.1")).getList("items")).isNotEmpty();
        for (Map<String, Object> nothing : List.<Map<String, Object>>of(
                Map.of("address", "127.0.0"),
                Map.of("actor", id),
                Map.of("actor", "Hanako Sato"),
                Map.of("target", "www.a.ac.jp"))) {
            assertThat(list(nothing).getList("items")).isEmpty();
        }
        JsonPath first = list(Map.of("actor", actor, "limit", 1));
        JsonPath second = list(Map.of("actor", actor, "limit", 1, "cursor", first.getString("next")));
        assertThat(second.getList("items.id")).doesNotContainAnyElementsOf(first.getList("items.id", String.class));
        assertThat(list(Map.of("actor", actor, "limit", 1, "cursor", second.getString("previous")))
                        .getList("items.id"))
                .isEqualTo(first.getList("items.id"));
        // An operator reads all tenants, a stranger nothing of this one.
        http.as(given.operator("Service Desk"))
                .queryParam("target", id)
                .get("/api/v1/audit-events")
                .then()
                .body("items.targetId", everyItem(equalTo(id)))
                .body("items.operation", hasItem("certificate.revoke"));
        http.as(given.tenant("b").officer("Ichiro Suzuki"))
                .queryParam("target", id)
                .get("/api/v1/audit-events")
                .then()
                .body("items", empty());
    }

    @Test
    void documentsSerialNumbersAndLogInIdsAreWords() {
        String serial = steps.issued(sato, tenant, "www.a.ac.jp").getString("serial");
        Map<String, String> facts = Map.of("reference", "REQ-2026-0042", "loginId", "0128000017", "comment", "needle");
        log.appendNow(AuditEntry.done(tenant.id(), AuditOperation.DESK_ACT, Actor.PLATFORM)
                .on("Taro Yamada", null)
                .with(facts));
        foundByTheirWords(serial);
        jobs.stream().filter(job -> job.name().equals("audit-seal")).forEach(RecurringJob::run);
        foundByTheirWords(serial);
    }

    @Test
    void bothCasesOfWordsAreFound() {
        for (String name : List.of("Renée MÜLLER", "ＡＢＣ大学")) {
            log.appendNow(AuditEntry.done(tenant.id(), AuditOperation.DESK_ACT, Actor.PLATFORM)
                    .on(name, null));
        }
        for (String words : List.of("muller", "ren", "renée", "mÜller", "ＡＢＣ", "大学")) {
            assertThat(list(Map.of("q", words)).getList("items")).as(words).hasSize(words.equals("muller") ? 0 : 1);
        }
    }

    private void foundByTheirWords(String serial) {
        for (String words : List.of("req-2026-0042", "0128000017")) {
            assertThat(list(Map.of("q", words)).getList("items.target")).isEqualTo(List.of("Taro Yamada"));
        }
        assertThat(list(Map.of("q", serial)).getList("items.operation")).contains("certificate.issue");
        assertThat(list(Map.of("q", "needle")).getList("items")).isEmpty();
    }

    @Test
    void theHistoryIsExportedAsLinesOfJson() throws Exception {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        String lines = http.as(sato)
                .header("Accept-Language", "en")
                .queryParams("target", id, "operation", "certificate.issue")
                .get("/api/v1/audit-events/export.ndjson")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .header("Content-Disposition", containsString("shomei-audit.ndjson"))
                .extract()
                .asString();
        JsonNode exported = new ObjectMapper().readTree(lines.strip());
        JsonNode listed = new ObjectMapper()
                .readTree(http.as(sato)
                        .header("Accept-Language", "en")
                        .queryParams("target", id, "operation", "certificate.issue")
                        .get("/api/v1/audit-events")
                        .asString())
                .at("/items/0");
        assertThat(exported).isEqualTo(listed);
        String all = http.as(sato).get("/api/v1/audit-events/export.ndjson").asString();
        assertThat(all.lines()).hasSizeGreaterThan(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(list(Map.of("operation", "audit.export")).getList("items.detail.form"))
                .containsOnly("JSON");
        Refusals.is(
                http.as(sato).queryParam("from", "now").get("/api/v1/audit-events/export.ndjson"),
                400,
                "malformed-request");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/audit-events/export.ndjson"));
        http.as(given.operator("Service Desk"))
                .queryParam("target", id)
                .get("/api/v1/audit-events/export.ndjson")
                .then()
                .statusCode(200)
                .body(containsString(id));
    }

    @Test
    void theHistoryIsExportedAsATableThatSpreadsheetsOpenWithoutHarm() {
        steps.issued(sato, tenant, "www.a.ac.jp");
        log.appendNow(AuditEntry.failed(tenant.id(), AuditOperation.POLICY_CHANGE, Actor.PLATFORM)
                .on("=cmd|' /C calc'!A0, \"quoted\"", null));
        String table = http.as(sato)
                .header("Accept-Language", "en")
                .queryParam("timeZone", "Asia/Tokyo")
                .get("/api/v1/audit-events/export.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("shomei-audit.csv"))
                .extract()
                .asString();
        List<String> lines = table.lines().toList();
        assertThat(lines.getFirst()).startsWith("\uFEFFTime,Time (UTC),Operation,");
        assertThat(lines).anyMatch(line -> line.contains("Issued a certificate,certificate.issue,Success,"));
        assertThat(lines).anyMatch(line -> line.contains("Failure,Shomei,,,\"'=cmd|' /C calc'!A0, \"\"quoted\"\"\""));
        assertThat(list(Map.of("operation", "audit.export")).getString("items[0].actor"))
                .isEqualTo("Hanako Sato");
        Refusals.is(
                http.as(sato).queryParam("timeZone", "Nowhere").get("/api/v1/audit-events/export.csv"),
                400,
                "malformed-request");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/audit-events/export.csv"));
        http.as(given.operator("Service Desk"))
                .queryParam("q", "calc")
                .get("/api/v1/audit-events/export.csv")
                .then()
                .statusCode(200)
                .body(containsString("calc"));
    }

    @Test
    void wordsAreFoundAmongManyEventsWhetherManyHaveThemOrOne() {
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(tenant.id()).update("""
                        with added as (
                            insert into audit_event (tenant_id, id, at, operation, outcome, actor, target)
                            select ?, ('018bcfe5-6800-7000-8000-' || lpad(to_hex(? + i), 12, '0'))::uuid, to_timestamp(1700000000 + i),
                                'certificate.issue', 'SUCCESS', 'Kenji Ito', case when i = 3 then 'needle' else 'straw' || i end
                            from generate_series(1, 5500) i returning tenant_id, id)
                        insert into audit_unsealed (tenant_id, id) select tenant_id, id from added""", tenant.id().value(), 1_000_000));
        foundAmongMany();
        jobs.stream().filter(job -> job.name().equals("audit-seal")).forEach(RecurringJob::run);
        foundAmongMany();
    }

    private void foundAmongMany() {
        assertThat(list(Map.of("q", "NEEDLE")).getList("items.target")).isEqualTo(List.of("needle"));
        assertThat(list(Map.of("q", "needle")).getInt("total.value")).isOne();
        assertThat(list(Map.of("q", "nothing of the kind")).getList("items")).isEmpty();
        assertThat(list(Map.of("q", "needle Kenji Ito")).getList("items.target"))
                .isEqualTo(List.of("needle"));
        assertThat(list(Map.of("q", "straw550 kenji")).getList("items.target")).isEqualTo(List.of("straw550"));
        assertThat(list(Map.of("q", "kenji straw550")).getList("items")).isEmpty();
        JsonPath first = list(Map.of("q", "kenji", "limit", 50));
        assertThat(first.getList("items.target"))
                .hasSize(50)
                .startsWith("straw5500", "straw5499")
                .doesNotContain("needle");
        assertThat(first.getBoolean("total.exact")).isFalse();
        JsonPath second = list(Map.of("q", "kenji", "limit", 50, "cursor", first.getString("next")));
        assertThat(second.getList("items.target")).hasSize(50).startsWith("straw5450");
        assertThat(list(Map.of("q", "kenji", "limit", 50, "cursor", second.getString("previous")))
                        .getList("items.id"))
                .isEqualTo(first.getList("items.id"));
        assertThat(list(Map.of("q", "kenji", "operation", "session.open")).getList("items"))
                .isEmpty();
        assertThat(list(Map.of("q", "straw550", "outcome", "SUCCESS")).getList("items.target"))
                .isEqualTo(List.of("straw5500", "straw550"));
    }

    @Test
    void failuresAreFoundByTheirOutcome() {
        log.appendNow(AuditEntry.failed(tenant.id(), AuditOperation.POLICY_CHANGE, Actor.PLATFORM));
        assertThat(list(Map.of("outcome", "FAILURE")).getList("items.operation"))
                .contains("policy.change");
        assertThat(list(Map.of("outcome", "SUCCESS")).getList("items.outcome")).doesNotContain("FAILURE");
    }

    @Test
    void pagesGoForwardsAndBackwards() {
        for (int i = 0; i < 4; i++) {
            steps.issued(sato, tenant, "h" + i + ".a.ac.jp");
        }
        List<String> all = list(Map.of()).getList("items.id");
        List<JsonPath> pages = new ArrayList<>();
        JsonPath page = list(Map.of("limit", 3));
        pages.add(page);
        while (page.getString("next") != null) {
            page = list(Map.of("limit", 3, "cursor", page.getString("next")));
            pages.add(page);
        }
        assertThat(pages.stream().flatMap(each -> each.getList("items.id", String.class).stream()))
                .containsExactlyElementsOf(all);
        for (int i = pages.size() - 1; i > 0; i--) {
            assertThat(list(Map.of("limit", 3, "cursor", pages.get(i).getString("previous")))
                            .getList("items.id"))
                    .isEqualTo(pages.get(i - 1).getList("items.id"));
        }
    }

    @Test
    void everyoneReadsTheOwnTenantAndAnOperatorAll() {
        steps.issued(sato, tenant, "www.a.ac.jp");
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        http.as(stranger)
                .queryParam("q", "www.a.ac.jp")
                .get("/api/v1/audit-events")
                .then()
                .body("items", equalTo(List.of()));
        http.as(given.operator("Service Desk"))
                .queryParam("q", "www.a.ac.jp")
                .queryParam("operation", "certificate.issue")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items.operation", everyItem(equalTo("certificate.issue")));
        http.as(tenant.administrator("Jiro Mori"))
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200);
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/audit-events"));
    }

    @Test
    void theDatabaseRefusesToChangeTheHistory() {
        for (String statement : List.of(
                "update audit_event set actor = 'nobody'",
                "delete from audit_event",
                "truncate audit_event",
                "delete from audit_event where at > now() - interval '364 days'",
                "insert into audit_event (tenant_id, id, at, operation, outcome) select tenant_id, id, at, operation, outcome from audit_event"
                        + " on conflict (tenant_id, id) do update set actor = ''")) {
            assertThatThrownBy(() -> execute(statement)).as(statement).hasMessageContaining("the audit is append-only");
        }
    }

    /** As the owner of the tables, who could do more than the application. */
    private static void execute(String statement) throws SQLException {
        try (Connection connection = OwnerConnection.open();
                Statement statements = connection.createStatement()) {
            connection.setAutoCommit(false);
            statements.execute("select set_config('shomei.tenant', '*', true)");
            statements.execute(statement);
        }
    }

    private JsonPath list(Map<String, Object> query) {
        return http.as(sato)
                .queryParams(query)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

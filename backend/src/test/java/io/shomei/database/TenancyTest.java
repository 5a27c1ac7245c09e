package io.shomei.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** PostgreSQL hides every other tenant's rows, also where a condition was forgotten. */
@ShomeiTest
class TenancyTest {
    /** Tables with a column {@code tenant_id} that are not of a tenant: why. */
    private static final List<String> NOT_HIDDEN = List.of("certificate_text", "account_text", "audit_words");

    private static final Pattern TABLE_BEHIND_VIEW =
            Pattern.compile("(?<!v_)(certificate_text|account_text|audit_words)\\b");

    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    DataSource database;

    @Test
    void aConnectionThatNamesNoTenantSeesNoRows() {
        Fixtures.Organisation tenant =
                given.tenant("a").withDomain("a.ac.jp").withPolicy("{\"quota\":{\"model\":\"LICENCES\"}}");
        Person sato = tenant.officer("Hanako Sato");
        http.as(given.operator("Service Desk"))
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "RLS-%s", "nameJa": "c", "nameEn": "c", "subject": {"o": "c", "c": "JP"},
                         "preset": "research-federation", "timeZone": "Asia/Tokyo",
                         "contacts": [{"name": "Hanako Sato", "email": "sato@c.ac.jp"}],
                         "domains": [{"name": "c.ac.jp", "issuingDeadline": "2099-01-01T00:00:00Z",
                             "wildcardAllowed": false, "units": ["Library"]}]}""".formatted(tenant.code()))
                .post("/api/v1/tenants")
                .then()
                .statusCode(201);
        Steps.Waiting waiting = steps.waiting(sato, tenant, "rls.a.ac.jp");
        steps.checkSelection(sato, List.of(waiting.certificate()), Map.of("reason", "SUPERSEDED"))
                .then()
                .statusCode(201);
        Account tanaka = tenant.withLoginId(Role.OFFICER, "rls", "Jiro Tanaka");
        secrets.issue(Actor.PLATFORM, tanaka, SecretKind.PASSWORD);
        http.as(given.operator("Service Desk"))
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "ENROL", "reference", "1"))
                .post("/api/v1/accounts/{id}/desk-actions", tanaka.id().toString())
                .then()
                .statusCode(201);
        http.plain().body(new byte[1]).post("/tsa/{code}", tenant.code());
        http.as(given.tenant("b")
                        .withPolicy("{\"ipAllowlist\":{\"combine\":\"AND\"}}")
                        .administrator("Ichiro Suzuki"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("entries", List.of(Map.of("range", "127.0.0.0/8"))))
                .put("/api/v1/ip-allowlist")
                .then()
                .statusCode(200);
        http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "nightly",
                        "scopes",
                        List.of("audit:read"),
                        "expiresAt",
                        Instant.now().plusSeconds(3_600).toString()))
                .post("/api/v1/api-tokens")
                .then()
                .statusCode(201);
        Eventually.isTrue("what was counted", () -> count("*", "timestamp_usage") > 0);
        List<String> tables = texts("", """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where n.nspname = 'public' and c.relkind = 'r' order by 1""");
        tables.removeAll(NOT_HIDDEN);
        tables.addAll(List.of("v_certificate_text", "v_account_text", "v_audit_words"));
        assertThat(tables).contains("certificate", "account", "request_file", "request_row", "audit_event", "session");
        for (String table : tables) {
            assertThat(count("", table)).as(table).isZero();
            assertThat(count("nonsense", table)).as(table).isZero();
        }
        for (String table : List.of(
                "certificate", "account", "secret", "request_row", "audit_event", "session", "licence", "policy")) {
            assertThat(count("*", table)).as(table).isPositive();
        }
    }

    /** Also those in which no test has a row. */
    @Test
    void everyTableOfTenantsHasItsRowsHidden() {
        assertThat(texts("", """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity and exists (
                    select from pg_policies p where p.tablename = c.relname and p.qual = 'may_see(tenant_id)' and p.cmd = 'ALL'))
                order by 1""")).containsExactlyInAnyOrderElementsOf(NOT_HIDDEN);
    }

    @Test
    void aTenantSeesItsOwnRowsAndWritesNobodyElses() {
        Fixtures.Organisation a = given.tenant("a").withDomain("a.ac.jp");
        Fixtures.Organisation b = given.tenant("b").withDomain("b.ac.jp");
        a.officer("Hanako Sato");
        b.officer("Ichiro Suzuki");
        assertThat(texts(a.id().toString(), "select name from account")).containsExactly("Hanako Sato");
        assertThat(texts(b.id().toString(), "select name from domain")).containsExactly("b.ac.jp");
        assertThatThrownBy(() -> texts(
                        a.id().toString(),
                        "insert into domain values ('" + b.id() + "', 'evil.jp', now(), false) returning name"))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void whatHasNoRulesOfItsOwnIsReadThroughItsViewAlone() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(source)).as(source.toString()).doesNotContainPattern(TABLE_BEHIND_VIEW);
            }
        }
    }

    @Test
    void theApplicationsRoleOwnsNothingAndIsBoundByTheseRules() {
        assertThat(texts("", """
                select concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, current_user = session_user)
                from pg_roles where rolname = current_user""")).containsExactly("f f f f t");
        assertThat(texts("", """
                select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')""")).isEmpty();
        assertThat(texts("", """
                select relname::text from pg_class where relkind = 'r' and relrowsecurity and not relforcerowsecurity""")).isEmpty();
        for (String statement : List.of(
                "alter table certificate disable row level security",
                "drop policy certificate_of_tenant on certificate",
                "create table mine (id integer)",
                "select * from flyway_schema_history")) {
            assertThatThrownBy(() -> texts("*", statement))
                    .as(statement)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    /** A table whose rules somebody forgot to force. */
    @Test
    void theyBindTheApplicationWhereTheyWereNotForced() throws SQLException {
        try (Connection owner = OwnerConnection.open();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    create table forgotten (tenant_id uuid not null);
                    alter table forgotten enable row level security;
                    create policy forgotten_of_tenant on forgotten using (may_see(tenant_id));
                    create view v_forgotten with (security_invoker = true) as select * from forgotten;
                    insert into forgotten values ('00000000-0000-7000-8000-000000000001');""");
            try {
                for (String table : List.of("forgotten", "v_forgotten")) {
                    assertThat(count("", table)).isZero();
                    assertThat(count("00000000-0000-7000-8000-000000000001", table))
                            .isOne();
                }
            } finally {
                statement.execute("drop table forgotten cascade");
            }
        }
    }

    @Test
    void viewsAreReadWithTheRightsOfWhoeverAsks() {
        assertThat(texts("", """
                select relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and relkind = 'v' and not coalesce('security_invoker=true' = any(reloptions), false)
                order by 1""")).containsExactly("v_account_text", "v_audit_words", "v_certificate_text");
        for (String words : List.of(
                "select searched from certificate_text",
                "select searched from account_text",
                "select words from audit_words")) {
            assertThatThrownBy(() -> texts("*", words)).rootCause().hasMessageContaining("permission denied");
        }
    }

    private long count(String tenant, String table) {
        return Long.parseLong(
                texts(tenant, "select count(*)::text from " + table).getFirst());
    }

    private List<String> texts(String tenant, String query) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select set_config('shomei.tenant', '" + tenant + "', true)");
                List<String> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}

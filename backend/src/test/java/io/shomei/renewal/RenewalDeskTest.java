package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.shomei.database.TenantScope;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Right;
import io.shomei.profile.CertificateKind;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.LargeRegister;
import io.shomei.testing.Mailbox;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends soon, what became of it, and who has not collected. */
@ShomeiTest
class RenewalDeskTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    RenewalDesk desk;

    @Inject
    LapsedRenewalsJob lapsed;

    @Inject
    LargeRegister large;

    @Inject
    TestClock clock;

    @Inject
    TenantScope scope;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp").withDomain("b.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void whatEndsWithinATimeIsListedTheSoonestFirst() {
        ending("late.a.ac.jp", 80);
        ending("soon.a.ac.jp", 5);
        ending("other.b.ac.jp", 40);
        ending("beyond.a.ac.jp", 120);
        ending("gone.a.ac.jp", -3);
        String revoked = ending("revoked.a.ac.jp", 10);
        steps.revoke(sato, revoked, "SUPERSEDED").then().statusCode(201);
        assertThat(hosts(Map.of())).containsExactly("soon.a.ac.jp", "other.b.ac.jp", "late.a.ac.jp");
        assertThat(hosts(Map.of("domain", "b.ac.jp"))).containsExactly("other.b.ac.jp");
        assertThat(hosts(Map.of("q", "LATE"))).containsExactly("late.a.ac.jp");
        assertThat(hosts(Map.of("q", "soon.a.ac.jp@example"))).containsExactly("soon.a.ac.jp");
        assertThat(hosts(Map.of("q", "nobody"))).isEmpty();
        assertThat(hosts(Map.of("kind", "CLIENT"))).isEmpty();
        assertThat(hosts(Map.of("expiresFrom", in(-10), "expiresTo", in(10))))
                .containsExactly("gone.a.ac.jp", "soon.a.ac.jp");
        JsonPath first = page(Map.of("limit", 1), null);
        assertThat(first.getString("items[0].domain")).isEqualTo("a.ac.jp");
        assertThat(first.getString("items[0].subscriber.name")).isEqualTo("山田花子");
        assertThat(first.getInt("total.value")).isEqualTo(3);
    }

    @Test
    void pagesGoForwardsAndBackwardsWithoutAGapOrARepetition() {
        for (int i = 0; i < 5; i++) {
            ending("h" + i + ".a.ac.jp", 10 + i);
        }
        // Of the same moment, and in several states.
        change("update certificate set not_after = (select min(not_after) from certificate where kind = 'SERVER')"
                + " where kind = 'SERVER' and common_name in ('h1.a.ac.jp', 'h2.a.ac.jp') and tenant_id = ?");
        succeeds("h3.a.ac.jp", steps.issued(sato, tenant, "n.a.ac.jp").getString("id"));
        List<String> forwards = new ArrayList<>();
        List<JsonPath> pages = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(Map.of("limit", 2, "domain", "a.ac.jp"), cursor);
            forwards.addAll(page.getList("items.commonName", String.class));
            pages.add(page);
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(forwards).hasSize(5).doesNotHaveDuplicates().endsWith("h3.a.ac.jp", "h4.a.ac.jp");
        for (int i = pages.size() - 1; i > 0; i--) {
            assertThat(page(Map.of("limit", 2), pages.get(i).getString("previous"))
                            .getList("items.id"))
                    .isEqualTo(pages.get(i - 1).getList("items.id"));
        }
    }

    @Test
    void aRenewalStandsWhereItsSuccessorIs() {
        String old = ending("www.a.ac.jp", 20);
        assertThat(state(old)).isEqualTo("NOT_RENEWED");
        Steps.Waiting waiting = steps.waiting(sato, tenant, "new.a.ac.jp");
        succeeds("www.a.ac.jp", waiting.certificate());
        assertThat(state(old)).isEqualTo("NOT_COLLECTED");
        page(Map.of("state", "NOT_COLLECTED"), null);
        http.as(sato)
                .queryParam("state", "NOT_COLLECTED")
                .get("/api/v1/renewals")
                .then()
                .body("items[0].successor.id", equalTo(waiting.certificate()))
                .body("items[0].successor.collectBy", notNullValue())
                .body("items[0].successor.collectedAt", nullValue());
        assertThat(counts()).containsExactly(0, 1, 0, 1);
        collect(waiting);
        assertThat(state(old)).isEqualTo("RENEWED");
        assertThat(status(old)).isEqualTo("RENEWED");
        assertThat(counts()).containsExactly(0, 0, 1, 0);
        // The successor is revoked: the earlier one has to be renewed again.
        steps.revoke(sato, waiting.certificate(), "SUPERSEDED").then().statusCode(201);
        assertThat(state(old)).isEqualTo("NOT_RENEWED");
        assertThat(status(old)).isEqualTo("ISSUED");
        assertThat(listed("ISSUED")).contains(old);
        assertThat(listed("RENEWED")).doesNotContain(old);
        String third = steps.issued(sato, tenant, "third.a.ac.jp").getString("id");
        succeeds("www.a.ac.jp", third);
        assertThat(state(old)).isEqualTo("RENEWED");
    }

    @Test
    void aSuccessorThatNobodyCollectedInTimeIsNone() {
        String old = ending("www.a.ac.jp", 50);
        Steps.Waiting waiting = steps.waiting(sato, tenant, "new.a.ac.jp");
        succeeds("www.a.ac.jp", waiting.certificate());
        clock.advance(Duration.ofDays(29));
        sato = tenant.officer("Jiro Mori");
        lapsed.run();
        assertThat(state(old)).isEqualTo("NOT_COLLECTED");
        assertThat(listed("RENEWED")).containsExactly(old);
        clock.advance(Duration.ofDays(2));
        sato = tenant.officer("Ichiro Ito");
        lapsed.run();
        assertThat(page(Map.of("state", "NOT_RENEWED"), null).getList("items.id"))
                .containsExactly(old);
        assertThat(page(Map.of("state", "NOT_RENEWED"), null).getString("items[0].successor"))
                .isNull();
        assertThat(counts().getFirst()).isOne();
        assertThat(listed("RENEWED")).isEmpty();
        assertThat(listed("ISSUED")).contains(old);
    }

    @Test
    void anOfficerSeesWhatTheRightsAreFor() {
        ending("www.a.ac.jp", 20);
        Person clients = tenant.officer("Jiro Mori", Set.of(Right.CLIENT, Right.LISTS));
        http.as(clients).get("/api/v1/renewals").then().statusCode(200).body("items", hasSize(0));
        http.as(clients)
                .queryParam("kind", "SERVER")
                .get("/api/v1/renewals/counts")
                .then()
                .statusCode(200)
                .body("notRenewed.value", equalTo(0));
        for (String path : List.of("/api/v1/renewals", "/api/v1/renewals/counts", "/api/v1/uncollected-certificates")) {
            Refusals.needs(http, tenant.administrator("Taro Yamada " + path.length()), request -> request.get(path));
            Refusals.is(http.as(sato).queryParam("kind", "X").get(path), 400, "malformed-request");
        }
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        http.as(stranger).get("/api/v1/renewals").then().body("items", hasSize(0));
    }

    @Test
    void whoHasNotCollectedIsListedByDeadlineAndWrittenToAgain() {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "w.a.ac.jp");
        http.as(sato)
                .queryParam("domain", "a.ac.jp")
                .queryParam("q", "w.a")
                .get("/api/v1/uncollected-certificates")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(waiting.certificate()))
                .body("items[0].subscriber.email", equalTo("w.a.ac.jp@example.ac.jp"))
                .body("items[0].renewal", equalTo(false))
                .body("total.value", equalTo(1));
        int before = Mailbox.to("w.a.ac.jp@example.ac.jp").size();
        invite(sato, waiting.certificate()).then().statusCode(204);
        io.shomei.testing.Eventually.isTrue(
                "the mail once more",
                () -> Mailbox.to("w.a.ac.jp@example.ac.jp").size() > before);
        assertThat(Mailbox.to("w.a.ac.jp@example.ac.jp").getLast().token()).isEqualTo(waiting.token());
        Refusals.needs(
                http,
                tenant.administrator("Taro Yamada"),
                request -> request.post("/api/v1/certificates/{id}/invitation", waiting.certificate()));
        Refusals.notPermitted(invite(tenant.officer("Jiro Mori", Set.of(Right.CLIENT)), waiting.certificate()));
        Refusals.unknown(
                given.tenant("b").officer("Ichiro Suzuki"),
                http,
                waiting.certificate(),
                (request, id) -> request.post("/api/v1/certificates/{id}/invitation", id));
        Refusals.is(invite(sato, steps.issued(sato, tenant, "at-once.a.ac.jp").getString("id")), 404, "not-found");
        collect(waiting);
        Refusals.is(invite(sato, waiting.certificate()), 410, "enrolment-used");
        Steps.Waiting revoked = steps.waiting(sato, tenant, "revoked.a.ac.jp");
        steps.revoke(sato, revoked.certificate(), "SUPERSEDED").then().statusCode(201);
        Refusals.is(invite(sato, revoked.certificate()), 410, "enrolment-revoked");
    }

    @Test
    void whatWasNotCollectedInTimeIsListedApart() {
        Steps.Waiting first = steps.waiting(sato, tenant, "first.a.ac.jp");
        Steps.Waiting second = steps.waiting(sato, tenant, "second.a.ac.jp");
        clock.advance(Duration.ofDays(31));
        sato = tenant.officer("Jiro Mori");
        http.as(sato).get("/api/v1/uncollected-certificates").then().body("items", hasSize(0));
        JsonPath page = http.as(sato)
                .queryParam("state", "LAPSED")
                .queryParam("limit", 1)
                .get("/api/v1/uncollected-certificates")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(second.certificate()))
                .extract()
                .jsonPath();
        http.as(sato)
                .queryParam("state", "LAPSED")
                .queryParam("cursor", page.getString("next"))
                .get("/api/v1/uncollected-certificates")
                .then()
                .body("items.id", equalTo(List.of(first.certificate())));
        Refusals.is(invite(sato, first.certificate()), 410, "enrolment-lapsed");
    }

    @Test
    void aPageReadsAPageAndNotTheRegister() throws SQLException {
        ending("one.a.ac.jp", 30);
        large.copy(tenant.id(), "one.a.ac.jp", 1);
        // What the database does by itself after a while.
        try (Connection owner = OwnerConnection.open();
                Statement statement = owner.createStatement()) {
            statement.execute("analyze certificate");
        }
        RenewalFilter filter = RenewalFilter.of(
                Set.of(CertificateKind.SERVER, CertificateKind.CLIENT), null, null, in(0), in(35), clock.instant());
        QuarkusTransaction.requiringNew().run(() -> {
            LargeRegister.Read before = large.read();
            assertThat(desk.list(tenant.id(), filter, PageRequest.of(100, null)).items())
                    .hasSize(100);
            assertThat(desk.list(tenant.id(), filter.in(RenewalState.NOT_COLLECTED), PageRequest.of(100, null))
                            .items())
                    .isEmpty();
            assertThat(desk.list(
                                    tenant.id(),
                                    new RenewalFilter(
                                            EnumSet.of(CertificateKind.SERVER),
                                            EnumSet.allOf(RenewalState.class),
                                            "b.ac.jp",
                                            null,
                                            filter.from(),
                                            filter.to()),
                                    PageRequest.of(100, null))
                            .items())
                    .isEmpty();
            LargeRegister.Read after = large.read();
            assertThat(after.whole()).isEqualTo(before.whole());
            assertThat(after.rows() - before.rows()).isLessThan(300);
        });
    }

    /** A certificate that ends in so many days, by its id. */
    private String ending(String host, int days) {
        String id = steps.issued(sato, tenant, host).getString("id");
        change("update certificate set not_after = '%s' where id = '%s' and tenant_id = ?".formatted(in(days), id));
        return id;
    }

    private void succeeds(String host, String successor) {
        change(
                "update certificate set renews = (select id from certificate where common_name = '%s') where id = '%s' and tenant_id = ?"
                        .formatted(host, successor));
        change("update certificate set renewed_by = '%s' where common_name = '%s' and tenant_id = ?"
                .formatted(successor, host));
    }

    private void collect(Steps.Waiting waiting) {
        http.portal()
                .contentType("application/json")
                .body(Map.of("format", "PEM"))
                .post("/api/v1/enrolments/{token}/collection", waiting.token())
                .then()
                .statusCode(200);
    }

    private io.restassured.response.Response invite(Person officer, String id) {
        return http.as(officer).post("/api/v1/certificates/{id}/invitation", id);
    }

    private String state(String id) {
        return page(Map.of(), null).getString("items.find { it.id == '%s' }.state".formatted(id));
    }

    private String status(String id) {
        return http.as(sato).get("/api/v1/certificates/{id}", id).path("status");
    }

    private List<String> listed(String status) {
        return http.as(sato)
                .queryParams(Map.of("kind", "SERVER", "status", status))
                .get("/api/v1/certificates")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    /** Not renewed, not collected, renewed; and of all, who has not collected. */
    private List<Integer> counts() {
        JsonPath counts = http.as(sato)
                .queryParam("expiresTo", in(30).toString())
                .get("/api/v1/renewals/counts")
                .then()
                .statusCode(200)
                .body("maxRows", equalTo(10_000))
                .extract()
                .jsonPath();
        return List.of(
                counts.getInt("notRenewed.value"),
                counts.getInt("notCollected.value"),
                counts.getInt("renewed.value"),
                counts.getInt("uncollected.value"));
    }

    private List<String> hosts(Map<String, Object> query) {
        return page(query, null).getList("items.commonName");
    }

    private JsonPath page(Map<String, Object> query, @Nullable String cursor) {
        var request = http.as(sato);
        query.forEach((name, value) -> request.queryParam(name, value.toString()));
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/renewals").then().statusCode(200).extract().jsonPath();
    }

    private Instant in(int days) {
        return clock.instant().plus(Duration.ofDays(days)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    /** A statement whose last parameter is the tenant. */
    private void change(String statement) {
        UUID id = tenant.id().value();
        QuarkusTransaction.requiringNew().run(() -> scope.in(tenant.id()).update(statement, id));
    }
}

package io.shomei.apitoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.kernel.Right;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Hook;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts do with a token what their account may and the token is for, until either ends. */
@ShomeiTest
class ApiTokenTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    ApiTokenConfig config;

    @Inject
    EndingTokensJob ending;

    @Inject
    ApiTokenRepository tokens;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aTokenIsShownOnceAndListedWithoutItsSecret() {
        Response created = create(sato, wish("nightly", "certificates:read"));
        created.then()
                .statusCode(201)
                .body("secret", startsWith("shomei_"))
                .body("token.state", equalTo("ACTIVE"))
                .body("token.scopes", equalTo(List.of("certificates:read")))
                .body("token.lastUsedAt", nullValue());
        assertThat(created.jsonPath().getString("secret")).hasSize("shomei_".length() + 43);
        Response list = http.as(sato).get("/api/v1/api-tokens");
        list.then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("nightly")))
                .body("mostDays", equalTo(config.mostDays()));
        assertThat(list.asString()).doesNotContain(created.jsonPath().getString("secret"));
        http.as(sato)
                .queryParam("operation", "apitoken.create")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].target", equalTo("nightly"))
                .body("items[0].detail.scopes", equalTo("certificates:read"));
    }

    @Test
    void onlyTheHashIsKept() throws SQLException {
        String secret = secret(sato, wish("nightly", "certificates:read"));
        int found = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement query =
                            connection.prepareStatement("select set_config('shomei.tenant', '*', true);"
                                    + "select count(*) from api_token t where t::text like ?")) {
                query.setString(1, "%" + secret.substring("shomei_".length()) + "%");
                query.execute();
                query.getMoreResults();
                try (var rows = query.getResultSet()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
        assertThat(found).isZero();
    }

    /** No certificate is needed, at either entrance. */
    @Test
    void aScriptDoesWhatItsTokenIsFor() {
        steps.waiting(sato, tenant, "www.a.ac.jp");
        String secret = secret(sato, wish("nightly", "certificates:read"));
        for (RequestSpecification entrance : List.of(http.portal(), http.cert(null))) {
            with(entrance, secret)
                    .get("/api/v1/certificates")
                    .then()
                    .statusCode(200)
                    .body("items.commonName", hasItem("www.a.ac.jp"));
        }
        http.as(sato)
                .get("/api/v1/api-tokens")
                .then()
                .body("items[0].lastUsedAt", notNullValue())
                .body("items[0].lastUsedFrom", equalTo("127.0.0.1"));
        Refusals.is(with(http.portal(), secret).get("/api/v1/audit-events"), 403, "scope-missing");
    }

    @Test
    void whatItDoesIsItsAccountsByThisToken() {
        String secret = secret(sato, wish("nightly", "audit:read"));
        with(http.portal(), secret)
                .get("/api/v1/audit-events/export.csv")
                .then()
                .statusCode(200);
        http.as(sato)
                .queryParam("operation", "audit.export")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actor", equalTo("Hanako Sato (nightly)"))
                .body("items[0].actorId", equalTo(sato.account().toString()));
    }

    /** However wide its scopes: rights and role are those of the account, as they are now. */
    @Test
    void aTokenIsNoMoreThanItsAccount() {
        Person withoutServers = tenant.officer("Ichiro Suzuki", Set.of(Right.CLIENT));
        String secret = secret(withoutServers, wish("all", "requests:write", "authorities:read"));
        Refusals.notPermitted(with(http.portal(), secret).get("/api/v1/authority-lines"));
        Refusals.notPermitted(with(http.portal(), secret)
                .multiPart("kind", "SERVER")
                .multiPart("operation", "ISSUE")
                .multiPart("onError", "ABORT")
                .multiPart("file", "x.tsv", "x".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/request-files"));
    }

    @Test
    void noTokenMakesTokensOrTouchesSessions() {
        String secret = secret(
                sato,
                wish(
                        "all",
                        "tenants:read",
                        "profiles:read",
                        "requests:read",
                        "requests:write",
                        "certificates:read",
                        "certificates:revoke",
                        "notices:read",
                        "audit:read"));
        Refusals.is(with(http.portal(), secret).get("/api/v1/api-tokens"), 403, "scope-missing");
        Refusals.is(create(with(http.portal(), secret), wish("more", "audit:read")), 403, "scope-missing");
        Refusals.is(with(http.portal(), secret).delete("/api/v1/api-tokens/x"), 403, "scope-missing");
        Refusals.is(with(http.portal(), secret).delete("/api/v1/session"), 403, "scope-missing");
        Refusals.is(with(http.portal(), secret).get("/api/v1/session"), 403, "scope-missing");
        with(http.portal(), secret).get("/api/v1/authorities").then().statusCode(200);
    }

    @Test
    void whatIsNoTokenIsNobodys() {
        String secret = secret(sato, wish("nightly", "certificates:read"));
        for (String wrong :
                List.of("shomei_", "shomei_nonsense", secret + "A", secret.toLowerCase(java.util.Locale.ROOT))) {
            Refusals.is(with(http.portal(), wrong).get("/api/v1/certificates"), 401, "session-required");
        }
    }

    @Test
    void aTokenThatIsTakenBackIsRefusedAtOnce() {
        Response created = create(sato, wish("nightly", "certificates:read"));
        String id = created.jsonPath().getString("token.id");
        Person other = tenant.officer("Jiro Tanaka");
        Refusals.is(http.as(other).delete("/api/v1/api-tokens/{id}", id), 404, "not-found");
        Person stranger = given.tenant("b").officer("Saburo Ito");
        Refusals.unknown(stranger, http, id, (request, one) -> request.delete("/api/v1/api-tokens/{id}", one));
        for (int again = 0; again < 2; again++) {
            http.as(sato).delete("/api/v1/api-tokens/{id}", id).then().statusCode(204);
        }
        Response refused =
                with(http.portal(), created.jsonPath().getString("secret")).get("/api/v1/certificates");
        Refusals.is(refused, 401, "api-token-ended");
        http.as(sato).get("/api/v1/api-tokens").then().body("items[0].state", equalTo("REVOKED"));
    }

    @Test
    void aTokenExpires() {
        String secret = secret(sato, wish("nightly", "certificates:read"));
        clock.advance(Duration.ofDays(31));
        Refusals.is(with(http.portal(), secret).get("/api/v1/certificates"), 401, "api-token-ended");
    }

    @Test
    void aTokenEndsWithItsAccountAndItsTenant() {
        String secret = secret(sato, wish("nightly", "certificates:read"));
        set("update account set state = 'SUSPENDED' where id = '" + sato.account() + "'");
        Refusals.is(with(http.portal(), secret).get("/api/v1/certificates"), 401, "api-token-ended");
        set("update account set state = 'ACTIVE' where id = '" + sato.account() + "'");
        set("update tenant set state = 'SUSPENDED' where id = '" + tenant.id() + "'");
        Refusals.is(with(http.portal(), secret).get("/api/v1/certificates"), 403, "tenant-not-active");
    }

    @Test
    void aTokenIsForTheAddressesItNames() {
        Map<String, Object> elsewhere = wish("nightly", "certificates:read");
        elsewhere.put("addresses", List.of("192.0.2.0/24"));
        String secret = secret(sato, elsewhere);
        Refusals.is(with(http.portal(), secret).get("/api/v1/certificates"), 403, "address-not-allowed");
        http.as(sato)
                .queryParam("operation", "ipallowlist.refuse")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actor", equalTo("Hanako Sato (nightly)"))
                .body("items[0].address", equalTo("127.0.0.1"));
        Map<String, Object> here = wish("here", "certificates:read");
        here.put("addresses", List.of("127.0.0.0/8", "2001:DB8::/32"));
        Response created = create(sato, here);
        created.then().statusCode(201).body("token.addresses", equalTo(List.of("127.0.0.0/8", "2001:db8::/32")));
        with(http.portal(), created.jsonPath().getString("secret"))
                .get("/api/v1/certificates")
                .then()
                .statusCode(200);
    }

    /** A list that asks for an address or a certificate: a script has no certificate. */
    @Test
    void aScriptIsHeldToItsTenantsListAsAnybody() {
        Fixtures.Organisation other =
                given.tenant("b").withPolicy("{\"ipAllowlist\":{\"combine\":\"OR_CERTIFICATE\"}}");
        Person admin = other.administrator("Jiro Suzuki");
        String secret = secret(admin, wish("nightly", "certificates:read"));
        with(http.portal(), secret).get("/api/v1/certificates").then().statusCode(200);
        http.as(admin)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("entries", List.of(Map.of("range", "192.0.2.0/24"))))
                .put("/api/v1/ip-allowlist")
                .then()
                .statusCode(200);
        Refusals.is(with(http.portal(), secret).get("/api/v1/certificates"), 403, "address-not-allowed");
    }

    @Test
    void anEndThatIsPastOrTooFarAndAddressesThatAreNoneAreRefused() {
        Map<String, Object> past = wish("past", "audit:read");
        past.put("expiresAt", clock.instant().minusSeconds(1).toString());
        Response answer = create(sato, past);
        Refusals.is(answer, 422, "api-token-faulty");
        answer.then().body("errors[0].pointer", equalTo("/expiresAt")).body("errors[0].code", equalTo("NotAhead"));
        Map<String, Object> far = wish("far", "audit:read");
        far.put("expiresAt", clock.instant().plus(Duration.ofDays(366)).toString());
        create(sato, far).then().statusCode(422).body("errors[0].code", equalTo("TooFarAhead"));
        Map<String, Object> nowhere = wish("nowhere", "audit:read");
        nowhere.put("addresses", List.of("127.0.0.1", "localhost", "192.0.2.7/24"));
        create(sato, nowhere)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/addresses/1", "/addresses/2")));
        Refusals.is(create(sato, wish("none")), 400, "malformed-request");
        http.as(sato).get("/api/v1/api-tokens").then().body("items", empty());
    }

    @Test
    void anAccountHasSoManyTokensAndNoMore() {
        for (int i = 0; i < config.mostTokens(); i++) {
            create(sato, wish("token " + i, "audit:read")).then().statusCode(201);
        }
        Refusals.is(create(sato, wish("one more", "audit:read")), 409, "api-tokens-too-many");
        clock.advance(Duration.ofDays(31));
        http.as(sato);
    }

    @Test
    void peopleAreToldOnceBeforeATokenEnds() {
        create(sato, wish("nightly", "audit:read")).then().statusCode(201);
        try (Hook hook = new Hook(http, sato, "API_TOKEN_ENDING", "api-token.ending")) {
            ending.run();
            assertThat(endingMails()).isZero();
            clock.advance(Duration.ofDays(20));
            ending.run();
            ending.run();
            assertThat(endingMails()).isEqualTo(1);
            assertThat(hook.told()).contains("\"name\":\"nightly\"", "\"owner\":\"" + sato.name() + "\"");
        }
    }

    /** Else as many of these as are looked at together would keep everybody else from being told. */
    @Test
    void tokensOfWhichNobodyIsToldStandInNobodysWay() {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        Instant first = clock.instant().plus(Duration.ofDays(200));
        create(suzuki, wish("forgotten", first)).then().statusCode(201);
        create(sato, wish("nightly", first.plusSeconds(1))).then().statusCode(201);
        set("update account set state = 'SUSPENDED' where id = '" + suzuki.account() + "'");
        List<EndingToken> told = QuarkusTransaction.requiringNew()
                .call(() -> tokens.takeEnding(first.minusSeconds(1), first.plusSeconds(2), 1));
        assertThat(told).extracting(EndingToken::owner).containsExactly("Hanako Sato");
    }

    @Test
    void onlyThoseWhoMayHaveTokens() {
        Person user = tenant.user("Saburo Tanaka");
        Refusals.needs(http, user, request -> request.get("/api/v1/api-tokens"));
        Refusals.needs(http, user, request -> create(request, wish("x", "audit:read")));
        Refusals.needs(http, user, request -> request.delete("/api/v1/api-tokens/{id}", "x"));
        Person desk = given.operator("Service Desk");
        Response made = create(desk, wish("watch", "tenants:read"));
        made.then().statusCode(201);
        with(http.portal(), made.jsonPath().getString("secret"))
                .get("/api/v1/tenants")
                .then()
                .statusCode(200)
                .body("items", not(empty()));
    }

    private long endingMails() {
        return http
                .as(given.operator("Service Desk"))
                .queryParam("recipient", sato.email())
                .get("/api/v1/notices")
                .jsonPath()
                .getList("items", Map.class)
                .stream()
                .filter(mail -> "api-token-ending".equals(mail.get("kind"))
                        && sato.email().equals(mail.get("recipient")))
                .count();
    }

    private void set(String statement) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    var update = connection.createStatement()) {
                update.execute("select set_config('shomei.tenant', '*', true)");
                assertThat(update.executeUpdate(statement)).isEqualTo(1);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private Map<String, Object> wish(String name, String... scopes) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("name", name);
        wish.put("scopes", List.of(scopes));
        wish.put("expiresAt", clock.instant().plus(Duration.ofDays(30)).toString());
        return wish;
    }

    private Map<String, Object> wish(String name, Instant end) {
        Map<String, Object> wish = wish(name, "audit:read");
        wish.put("expiresAt", end.toString());
        return wish;
    }

    private Response create(Person person, Map<String, Object> wish) {
        return create(http.as(person), wish);
    }

    private static Response create(RequestSpecification request, Map<String, Object> wish) {
        return request.contentType(ContentType.JSON).body(wish).post("/api/v1/api-tokens");
    }

    private String secret(Person person, Map<String, Object> wish) {
        return create(person, wish).then().statusCode(201).extract().path("secret");
    }

    private static RequestSpecification with(RequestSpecification request, String secret) {
        return request.header("Authorization", "Bearer " + secret);
    }
}

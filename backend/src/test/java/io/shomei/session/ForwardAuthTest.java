package io.shomei.session;

import static io.shomei.account.secret.SecretKind.PIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.session.Door.Entered;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a relying party's proxy is told of whoever sends it a request. */
@ShomeiTest
class ForwardAuthTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Door door;

    @Inject
    Secrets secrets;

    @Inject
    TestClock clock;

    @Test
    void theProxyIsToldWhoItIs() {
        Fixtures.Organisation tenant = given.tenant("a");
        Person sato = tenant.officer("Hanako Sato", Set.of(Right.SERVER, Right.LISTS));
        String token = http.logIn(sato);
        for (RequestSpecification request : java.util.List.of(
                http.cert(sato.identity()).cookie("__Host-shomei", token),
                http.cert(sato.identity()).header("Authorization", "Bearer " + token))) {
            request.get("/auth/forward")
                    .then()
                    .statusCode(204)
                    .header("Shomei-User", equalTo("Hanako%20Sato"))
                    .header("Shomei-Account", equalTo(sato.account().toString()))
                    .header("Shomei-Login-Id", nullValue())
                    .header("Shomei-Tenant", equalTo(tenant.code()))
                    .header("Shomei-Role", equalTo("OFFICER"))
                    .header("Shomei-Permissions", equalTo("LISTS,SERVER"))
                    .header("Cache-Control", equalTo("no-store"));
        }
    }

    @Test
    void aNameInAnyScriptIsPercentEncoded() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        Account account = door.chosen(bank.withLoginId(Role.USER, "9000301", "佐藤 100%"), PIN, "482913");
        Entered session = door.enter(door.byId("9000301", "482913"));
        String user = session.request()
                .get("/auth/forward")
                .then()
                .statusCode(204)
                .extract()
                .header("Shomei-User");
        assertThat(user).isEqualTo("%E4%BD%90%E8%97%A4%20100%25");
        assertThat(URLDecoder.decode(user, StandardCharsets.UTF_8)).isEqualTo(account.name());
        session.request()
                .get("/auth/forward")
                .then()
                .header("Shomei-Login-Id", equalTo("9000301"))
                .header("Shomei-Role", equalTo("USER"))
                .header("Shomei-Permissions", equalTo(""));
    }

    @Test
    void withoutASessionNobodyIsAnybody() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        String token = http.logIn(sato);
        refused(http.portal(), 401, "session-required");
        refused(http.portal().header("Authorization", "Bearer nonsense"), 401, "session-required");
        refused(http.portal().header("Authorization", "Basic c2F0bzpzYXRv"), 401, "session-required");
        refused(http.portal().cookie("__Host-shomei", token), 401, "session-certificate-mismatch");
        // Nobody is who they say.
        refused(
                http.portal().header("Shomei-User", "Hanako Sato").header("Shomei-Role", "OPERATOR"),
                401,
                "session-required");
        http.cert(sato.identity())
                .header("Authorization", "Bearer " + token)
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
        refused(http.cert(sato.identity()).cookie("__Host-shomei", token), 401, "session-ended");
    }

    @Test
    void aLogInThatIsNotCompleteIsNotAllowedIn() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        Account account = bank.withLoginId(Role.USER, "9000302", "One");
        String pin = secrets.issue(Actor.PLATFORM, account, PIN);
        Entered session = door.enter(door.byId("9000302", pin));
        refused(session.request(), 403, "password-change-required");
        session.change(null, "482913").then().statusCode(200);
        session.request().get("/auth/forward").then().statusCode(204);
    }

    /** What the relying party is asked is a click of the person, unless it says that a page asked by itself. */
    @Test
    void aRequestCountsAsASignOfLifeUnlessItSaysOtherwise() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        clock.stopAt(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        String token = http.logIn(sato);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(20));
            http.cert(sato.identity())
                    .cookie("__Host-shomei", token)
                    .get("/auth/forward")
                    .then()
                    .statusCode(204);
        }
        clock.advance(Duration.ofMinutes(20));
        http.cert(sato.identity())
                .cookie("__Host-shomei", token)
                .header("X-Shomei-Passive", "true")
                .get("/auth/forward")
                .then()
                .statusCode(204);
        clock.advance(Duration.ofMinutes(10));
        refused(http.cert(sato.identity()).cookie("__Host-shomei", token), 401, "session-timed-out");
    }

    private static void refused(RequestSpecification request, int status, String problem) {
        request.get("/auth/forward")
                .then()
                .statusCode(status)
                .header("Shomei-User", nullValue())
                .body("type", equalTo("/problems/" + problem));
    }
}

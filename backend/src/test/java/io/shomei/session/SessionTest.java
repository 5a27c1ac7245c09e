package io.shomei.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.pki.RevocationReason;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a session alive, what it is bound to, and what ends it. */
@ShomeiTest
class SessionTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    TestClock clock;

    @Inject
    Sessions sessions;

    @Inject
    CertificateRegister register;

    private Person sato;

    @BeforeEach
    void anOfficer() {
        sato = given.tenant("a").officer("Hanako Sato");
    }

    @Test
    void theSessionTellsWhoIsLoggedIn() {
        http.as(sato)
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("idleTimeout", equalTo("PT30M"))
                .body("account.name", equalTo("Hanako Sato"));
    }

    @Test
    void withoutASessionTheAnswerSaysLogIn() {
        for (RequestSpecification request : List.of(http.portal(), http.cert(sato.identity()))) {
            request.get("/api/v1/session").then().statusCode(401).body("type", equalTo("/problems/session-required"));
        }
        http.portal()
                .delete("/api/v1/session")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/session-required"));
    }

    @Test
    void aTokenThatIsNoneIsNoSessionAlsoAfterTheRealOneWasRead() {
        String real = http.logIn(sato);
        with(sato, real).get("/api/v1/session").then().statusCode(200);
        String[] parts = real.split("\\.");
        String[] other = http.logIn(given.tenant("a").officer("Ichiro Suzuki")).split("\\.");
        for (String token : List.of(
                "nonsense",
                "a.b.c",
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                parts[0] + "." + other[1] + "." + parts[2],
                real.substring(0, real.length() - 4) + "AAAA")) {
            with(sato, token)
                    .get("/api/v1/session")
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("/problems/session-required"));
        }
    }

    @Test
    void theCookieOfALogInIsASession() {
        cookie(sato, http.logIn(sato)).get("/api/v1/session").then().statusCode(200);
    }

    /** A browser keeps the cookie of a session that ended elsewhere: it is told so, and is no worse off than without. */
    @Test
    void theCookieOfASessionThatIsOverIsInNobodysWay() {
        String token = http.logIn(sato);
        with(sato, token).delete("/api/v1/session").then().statusCode(204);
        cookie(sato, token)
                .get("/api/v1/session")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/session-ended"));
        for (String nobodys : List.of(token, "nonsense")) {
            cookie(sato, nobodys)
                    .get("/api/v1/session/entrance")
                    .then()
                    .statusCode(200)
                    .body("presented.code", equalTo("M-CERT-OK"));
        }
        cookie(sato, token)
                .header("X-Requested-With", "shomei")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(201)
                .header("Set-Cookie", containsString("__Host-shomei="));
    }

    /** RFC 8705 3.1. */
    @Test
    void aTokenIsWorthlessWithoutTheCertificateItIsBoundTo() {
        Person suzuki = given.tenant("a").officer("Ichiro Suzuki");
        String token = http.logIn(sato);
        for (RequestSpecification request : List.of(http.cert(null), http.cert(suzuki.identity()), http.portal())) {
            request.header("Authorization", "Bearer " + token)
                    .get("/api/v1/session")
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("/problems/session-certificate-mismatch"));
        }
        with(sato, token).get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void aChangeByCookieNeedsAHeaderThatOtherSitesCannotSet() {
        String token = http.logIn(sato);
        cookie(sato, token)
                .delete("/api/v1/session")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/csrf-header-missing"));
        cookie(sato, token).get("/api/v1/session").then().statusCode(200);
        cookie(sato, token)
                .header("X-Requested-With", "shomei")
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
    }

    /** AT-24: until 29:59 everything works, at 30:00 nothing does. */
    @Test
    void at24ASessionEndsAfterThirtyMinutesWithoutAClick() {
        clock.stopAt(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        String token = http.logIn(sato);
        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        with(sato, token).get("/api/v1/session").then().statusCode(200);
        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        with(sato, token).get("/api/v1/session").then().statusCode(200);
        clock.advance(Duration.ofMinutes(30));
        timedOut(sato, token);
    }

    /** AT-25: what a page does by itself keeps nobody logged in. */
    @Test
    void at25PollingDoesNotKeepASessionAlive() {
        clock.stopAt(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        String token = http.logIn(sato);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(9));
            with(sato, token)
                    .header("X-Shomei-Passive", "true")
                    .get("/api/v1/session")
                    .then()
                    .statusCode(200);
        }
        clock.advance(Duration.ofMinutes(3));
        timedOut(sato, token);
    }

    @Test
    void noSessionIsLongerThanADayHoweverBusy() {
        clock.stopAt(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        String token = http.logIn(sato);
        for (int i = 0; i < 24 * 60 / 20 - 1; i++) {
            clock.advance(Duration.ofMinutes(20));
            with(sato, token).get("/api/v1/session").then().statusCode(200);
        }
        clock.advance(Duration.ofMinutes(20));
        ended(sato, token);
    }

    @Test
    void loggingOutEndsTheSessionAtOnce() {
        String token = http.logIn(sato);
        with(sato, token)
                .delete("/api/v1/session")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));
        ended(sato, token);
        with(sato, token)
                .delete("/api/v1/session")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/session-ended"));
    }

    /** They are looked up in one question: each request gets the answer to its own. */
    @Test
    void requestsOfOneMomentAreNotTakenForEachOther() throws Exception {
        Person suzuki = given.tenant("a").officer("Ichiro Suzuki");
        Person tanaka = given.tenant("b").officer("Jiro Tanaka");
        Person left = given.tenant("a").officer("Shiro Mori");
        String over = http.logIn(left);
        with(left, over).delete("/api/v1/session").then().statusCode(204);
        Map<Person, String> tokens =
                Map.of(sato, http.logIn(sato), suzuki, http.logIn(suzuki), tanaka, http.logIn(tanaka), left, over);
        List<Callable<String>> requests = Collections.nCopies(8, tokens.entrySet()).stream()
                .flatMap(Collection::stream)
                .<Callable<String>>map(each -> () -> whoIs(each.getKey(), each.getValue()))
                .toList();
        List<String> expected = Collections.nCopies(8, tokens.keySet()).stream()
                .flatMap(Collection::stream)
                .map(person -> person.equals(left) ? "/problems/session-ended" : person.name())
                .toList();
        assertThat(AtOnce.all(requests)).isEqualTo(expected);
    }

    private String whoIs(Person person, String token) {
        JsonPath answer =
                with(person, token).get("/api/v1/session").then().extract().jsonPath();
        return answer.get("type") == null ? answer.getString("account.name") : answer.getString("type");
    }

    @Test
    void revokingTheCertificateEndsItsSessionsAtOnce() {
        String token = http.logIn(sato);
        revoke(sato);
        ended(sato, token);
        http.cert(sato.identity())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/certificate-revoked"));
        http.cert(sato.identity())
                .get("/api/v1/session/entrance")
                .then()
                .body("presented.code", equalTo("M-CERT-REVOKED"));
        sessions.endForgotten();
        assertThat(operationsOf(sato)).contains("session.end-by-revocation").doesNotContain("session.close");
    }

    /** AT-27: after a log-out nothing is shown any more, and the history tells it from a time-out. */
    @Test
    void at27ALogOutIsNoTimeOut() {
        String token = http.logIn(sato);
        with(sato, token).delete("/api/v1/session").then().statusCode(204);
        with(sato, token).get("/api/v1/certificates").then().statusCode(401).header("Cache-Control", "no-store");
        sessions.endForgotten();
        assertThat(operationsOf(sato)).contains("session.close").doesNotContain("session.timeout");
    }

    /** AT-70: closing the window leaves a time-out in the history, pressing Log out a log-out. */
    @Test
    void at70AForgottenSessionIsATimeOutAndNotALogOut() {
        http.logIn(sato);
        clock.advance(Duration.ofMinutes(31));
        sessions.endForgotten();
        assertThat(operationsOf(sato)).contains("session.timeout").doesNotContain("session.close");
        clock.reset();
        with(sato, http.logIn(sato)).delete("/api/v1/session").then().statusCode(204);
        assertThat(operationsOf(sato)).contains("session.close");
    }

    @Test
    void aRefusedLogInIsInTheHistory() {
        revoke(sato);
        http.cert(sato.identity())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(401);
        Person other = new Person(sato.tenant(), sato.account(), "x", "x", sato.certificate(), sato.identity());
        assertThat(events(other))
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("operation", "session.open")
                        .containsEntry("outcome", "FAILURE"));
    }

    private void revoke(Person person) {
        QuarkusTransaction.requiringNew()
                .run(() -> register.become(
                        person.tenant(),
                        Map.of(
                                person.certificate(),
                                new CertificateState.Revoked(
                                        clock.instant(),
                                        RevocationReason.KEY_COMPROMISE,
                                        null,
                                        null,
                                        "Service Desk"))));
    }

    private void ended(Person person, String token) {
        Refusals.is(with(person, token).get("/api/v1/session"), 401, "session-ended");
    }

    private void timedOut(Person person, String token) {
        Refusals.is(with(person, token).get("/api/v1/session"), 401, "session-timed-out");
        // Written down or not, the answer is the same.
        sessions.endForgotten();
        Refusals.is(with(person, token).get("/api/v1/session"), 401, "session-timed-out");
    }

    /** What an operator reads of the account. */
    private List<String> operationsOf(Person person) {
        // Other tests move the clock far ahead: a name finds one's own among what they leave in the future.
        return events(person, person.name()).stream()
                .map(event -> String.valueOf(event.get("operation")))
                .toList();
    }

    private List<Map<String, Object>> events(Person person) {
        return events(person, "");
    }

    private List<Map<String, Object>> events(Person person, String text) {
        List<Map<String, Object>> all = http.as(given.operator("Service Desk"))
                .queryParam("q", text)
                .queryParam("limit", 1000)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return all.stream()
                .filter(event -> person.account().toString().equals(event.get("actorId"))
                        || "FAILURE".equals(event.get("outcome")))
                .toList();
    }

    private RequestSpecification with(Person person, String token) {
        return http.cert(person.identity()).header("Authorization", "Bearer " + token);
    }

    private RequestSpecification cookie(Person person, String token) {
        return http.cert(person.identity()).cookie("__Host-shomei", token);
    }
}

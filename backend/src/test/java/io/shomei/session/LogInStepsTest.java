package io.shomei.session;

import static io.shomei.account.secret.SecretKind.CONFIRMATION_PIN;
import static io.shomei.account.secret.SecretKind.GRID_CARD;
import static io.shomei.account.secret.SecretKind.PASSWORD;
import static io.shomei.account.secret.SecretKind.PIN;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.secret.GridCard;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import io.shomei.session.Door.Entered;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Contract;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What follows on a log-in before the session can be used, and what people change of their own. */
@ShomeiTest
class LogInStepsTest {
    private static final String OTP_POLICY = """
            {"auth": {"methods": [["CERT", "PIN", "OTP"], ["ID", "PIN", "OTP"]]}}""";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Door door;

    @Inject
    Secrets secrets;

    @Inject
    Policies policies;

    @Inject
    TestClock clock;

    /** AT-26: whoever closed the window is asked, and ends the old session by logging in again. */
    @Test
    void at26AResidualSessionEndsByLoggingInAgain() {
        Account account = bankUser("9000226", "482913");
        Entered old = door.enter(door.byId("9000226", "482913"));
        Entered session = door.enter(door.byId("9000226", "482913"));
        assertThat(session.state()).isEqualTo("RESIDUAL_SESSION");
        is(session.request().get("/api/v1/audit-events"), 403, "residual-session");
        is(session.otp("123456"), 409, "step-not-due");
        old.get().then().statusCode(200);

        session.reLogIn().then().statusCode(200).body("state", equalTo("ACTIVE"));
        is(old.get(), 401, "session-displaced");
        is(session.reLogIn(), 409, "step-not-due");
        assertThat(operations(account)).contains("session.displace").doesNotContain("session.close", "session.timeout");
    }

    @Test
    void aSessionThatTimedOutIsNotInTheWay() {
        bankUser("9000227", "482913");
        door.enter(door.byId("9000227", "482913"));
        clock.advance(Duration.ofMinutes(31));
        assertThat(door.enter(door.byId("9000227", "482913")).state()).isEqualTo("ACTIVE");
    }

    @Test
    void aPolicyMayRefuseASecondSession() {
        Fixtures.Organisation bank = given.tenant("bank")
                .withPreset("bank-corporate")
                .withPolicy("{\"session\": {\"concurrency\": \"SINGLE_REFUSE\"}}");
        door.chosen(bank.withLoginId(Role.USER, "9000228", "One"), PIN, "482913");
        Entered first = door.enter(door.byId("9000228", "482913"));
        is(door.byId("9000228", "482913"), 409, "session-elsewhere");
        first.get().then().statusCode(200);
        first.request().delete("/api/v1/session").then().statusCode(204);
        assertThat(door.enter(door.byId("9000228", "482913")).state()).isEqualTo("ACTIVE");
    }

    @Test
    void ofManyLogInsAtTheSameTimeOneIsAlone() throws Exception {
        bankUser("9000229", "482913");
        List<String> states =
                AtOnce.times(4, () -> door.enter(door.byId("9000229", "482913")).state());
        assertThat(states).filteredOn("ACTIVE"::equals).hasSize(1);
        assertThat(states).filteredOn("RESIDUAL_SESSION"::equals).hasSize(3);
    }

    /** AT-41: where the tenant uses one-time passwords they follow on the PIN, and their failures count for themselves. */
    @Test
    void at41AOneTimePasswordFollowsOnThePin() {
        Fixtures.Organisation bank =
                given.tenant("bank").withPreset("bank-corporate").withPolicy(OTP_POLICY);
        Account account = door.chosen(bank.withLoginId(Role.ADMINISTRATOR, "50000241", "One"), PIN, "482913");
        GridCard card = GridCard.of(secrets.issue(Actor.PLATFORM, account, GRID_CARD));
        Person one = bank.certified(account);

        Entered session = door.enter(one.identity(), door.byCertificate(one.identity(), "482913"));
        assertThat(session.state()).isEqualTo("OTP_REQUIRED");
        is(session.request().get("/api/v1/audit-events"), 403, "otp-required");
        is(session.change("482913", "739251"), 403, "otp-required");
        is(session.reLogIn(), 409, "step-not-due");
        List<String> positions = session.get()
                .then()
                .statusCode(200)
                .body("otp.kind", equalTo("GRID_CARD"))
                .body("otp.positions", hasSize(3))
                .extract()
                .path("otp.positions");
        is(session.otp("000000x"), 422, "otp-wrong");
        assertThat(failures(account, GRID_CARD)).isOne();
        assertThat(failures(account, PIN)).isZero();
        session.otp(answer(card, positions)).then().statusCode(200).body("state", equalTo("ACTIVE"));
        is(session.otp(answer(card, positions)), 409, "step-not-due");
        assertThat(operations(account)).contains("session.otp");
    }

    @Test
    void wrongOneTimePasswordsLockForThemselves() {
        Fixtures.Organisation bank =
                given.tenant("bank").withPreset("bank-corporate").withPolicy(OTP_POLICY);
        Account account = door.chosen(bank.withLoginId(Role.USER, "9000242", "One"), PIN, "482913");
        secrets.issue(Actor.PLATFORM, account, GRID_CARD);
        Entered session = door.enter(door.byId("9000242", "482913"));
        session.get().then().statusCode(200);
        for (int i = 0; i < 4; i++) {
            is(session.otp("wrong"), 422, "otp-wrong");
        }
        is(session.otp("wrong"), 423, "secret-locked");
        assertThat(door.enter(door.byId("9000242", "482913")).state()).isEqualTo("OTP_REQUIRED");
    }

    @Test
    void aSecondSessionIsRefusedAfterItsOneTimePasswordWhereThePolicySaysSo() {
        Fixtures.Organisation bank =
                given.tenant("bank").withPreset("bank-corporate").withPolicy("""
                {"auth": {"methods": [["ID", "PIN", "OTP"]]}, "session": {"concurrency": "SINGLE_REFUSE"}}""");
        Account account = door.chosen(bank.withLoginId(Role.USER, "9000243", "One"), PIN, "482913");
        GridCard card = GridCard.of(secrets.issue(Actor.PLATFORM, account, GRID_CARD));
        Entered first = door.enter(door.byId("9000243", "482913"));
        first.otp(answer(card, positions(first))).then().body("state", equalTo("ACTIVE"));
        Entered second = door.enter(door.byId("9000243", "482913"));
        is(second.otp(answer(card, positions(second))), 409, "session-elsewhere");
        is(second.get(), 401, "session-ended");
    }

    /** Whoever has no means of a one-time password yet takes an app into use with the first log-in. */
    @Test
    void anAuthenticatorAppIsEnrolledWhereAOneTimePasswordIsDueForTheFirstTime() {
        Fixtures.Organisation bank =
                given.tenant("bank").withPreset("bank-corporate").withPolicy(OTP_POLICY);
        Account account = door.chosen(bank.withLoginId(Role.USER, "9000244", "One"), PIN, "482913");
        Entered session = door.enter(door.byId("9000244", "482913"));
        session.get().then().body("otp.kind", equalTo(null)).body("otp.offered", contains("GRID_CARD", "TOTP"));
        is(session.otp("123456"), 422, "otp-wrong");
        String secret = enrol(session, Map.of())
                .then()
                .statusCode(200)
                .body("uri", startsWith("otpauth://totp/Shomei:"))
                .extract()
                .path("secret");
        is(confirm(session, "000000"), 422, "otp-wrong");
        assertThat(secrets.has(account, SecretKind.TOTP)).isFalse();
        String again = enrol(session, Map.of()).then().extract().path("secret");
        assertThat(again).isEqualTo(secret);
        String code = code(secret, clock.instant());
        confirm(session, code)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("otp.kind", equalTo("TOTP"));

        Entered next = door.enter(door.byId("9000244", "482913"));
        assertThat(next.state()).isEqualTo("OTP_REQUIRED");
        is(enrol(next, Map.of()), 409, "step-not-due");
        is(confirm(next, code), 409, "step-not-due");
        // A code is good once, also the one that took the app into use.
        is(next.otp(code), 422, "otp-wrong");
        clock.advance(Duration.ofSeconds(60));
        next.otp(code(secret, clock.instant())).then().statusCode(200).body("state", equalTo("RESIDUAL_SESSION"));
    }

    @Test
    void anotherAuthenticatorAppNeedsACodeOfThePresentOne() {
        Fixtures.Organisation company = given.tenant("saas").withPreset("saas-groupware");
        Account account =
                door.chosen(company.withLoginId(Role.ADMINISTRATOR, "saas.totp", "One"), PASSWORD, "Abcd1234");
        var site = company.site();
        Entered session = door.enter(site, door.byId(site, "saas.totp", "Abcd1234"));
        // Whoever stands at a screen that was left open does not know the password.
        is(enrol(session, Map.of()), 422, "current-secret-wrong");
        is(enrol(session, Map.of("current", "Abcd1235")), 422, "current-secret-wrong");
        String first = enrol(session, Map.of("current", "Abcd1234"))
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        confirm(session, code(first, clock.instant())).then().statusCode(200);
        clock.advance(Duration.ofSeconds(60));
        is(enrol(session, Map.of()), 422, "otp-wrong");
        String second = enrol(session, Map.of("otp", code(first, clock.instant())))
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        assertThat(second).isNotEqualTo(first);
        clock.advance(Duration.ofSeconds(60));
        confirm(session, code(second, clock.instant())).then().statusCode(200);
        // Whoever has one of their own accord is asked for it (auth.otp).
        assertThat(door.enter(site, door.byId(site, "saas.totp", "Abcd1234")).state())
                .isEqualTo("OTP_REQUIRED");
        for (int i = 0; i < 9; i++) {
            is(enrol(session, Map.of("otp", "x")), 422, "otp-wrong");
        }
        is(enrol(session, Map.of("otp", "x")), 423, "secret-locked");
        assertThat(account.isActive()).isTrue();
    }

    @Test
    void anAuthenticatorAppIsNotForEverybody() {
        Person officer = given.tenant("a").officer("Hanako Sato");
        Entered session = door.enter(officer.identity(), door.byCertificate(officer.identity(), null));
        is(enrol(session, Map.of()), 403, "totp-off");
        is(confirm(session, "123456"), 403, "totp-off");
    }

    @Test
    void aConfirmationPinIsSetWithTheLogInPinAndChangedWithItself() {
        Account account = bankUser("9000251", "482913");
        Entered session = door.enter(door.byId("9000251", "482913"));
        session.get().then().body("confirmationPin", equalTo("MISSING"));
        is(confirmationPin(session, "111111", "815000"), 422, "current-secret-wrong");
        is(confirmationPin(session, null, "815000"), 422, "current-secret-wrong");
        is(confirmationPin(session, "482913", "1"), 422, "secret-rules-broken");
        confirmationPin(session, "482913", "815000").then().statusCode(200).body("confirmationPin", equalTo("SET"));
        is(confirmationPin(session, "482913", "815001"), 422, "current-secret-wrong");
        confirmationPin(session, "815000", "815001").then().statusCode(200);
        for (int i = 0; i < 4; i++) {
            is(confirmationPin(session, "815000", "815002"), 422, "current-secret-wrong");
        }
        is(confirmationPin(session, "815000", "815002"), 423, "secret-locked");
        assertThat(failures(account, CONFIRMATION_PIN)).isEqualTo(5);
        Person officer = given.tenant("a").officer("Hanako Sato");
        Entered other = door.enter(officer.identity(), door.byCertificate(officer.identity(), null));
        is(confirmationPin(other, "1234", "815000"), 403, "confirmation-pin-off");
    }

    /** The policy of the moment decides: what was allowed when the log-in began may not be any more. */
    @Test
    void aSecondSessionIsRefusedWithItsNewAppWhereThePolicySaysSo() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        door.chosen(bank.withLoginId(Role.USER, "9000245", "One"), PIN, "482913");
        Entered first = door.enter(door.byId("9000245", "482913"));
        policies.assign(bank.id(), "bank-corporate", """
                {"auth": {"methods": [["ID", "PIN", "OTP"]]}, "session": {"concurrency": "SINGLE_REFUSE"}}""");
        Entered second = door.enter(door.byId("9000245", "482913"));
        String secret = enrol(second, Map.of()).then().statusCode(200).extract().path("secret");
        is(confirm(second, code(secret, clock.instant())), 409, "session-elsewhere");
        is(second.get(), 401, "session-ended");
        first.get().then().statusCode(200);
    }

    @Test
    void withoutASessionThereAreNoSteps() {
        for (var call : List.<java.util.function.Function<RequestSpecification, Response>>of(
                request -> request.body("{\"otp\":\"123456\"}").post("/api/v1/session/otp"),
                request -> request.post("/api/v1/session/re-login"),
                request -> request.body("{\"password\":\"Abcd1234\"}").put("/api/v1/session/password"),
                request -> request.body("{\"confirmationPin\":\"123456\"}").put("/api/v1/session/confirmation-pin"),
                request -> request.body("{}").post("/api/v1/session/totp"),
                request -> request.body("{\"otp\":\"123456\"}").put("/api/v1/session/totp"))) {
            is(call.apply(http.portal().contentType("application/json")), 401, "session-required");
        }
    }

    /** Nothing but the log-in itself is open before the log-in is complete: every operation of the contract says what is due. */
    @Test
    void everyOtherOperationWaitsForTheLogIn() {
        Fixtures.Organisation bank =
                given.tenant("bank").withPreset("bank-corporate").withPolicy(OTP_POLICY);
        Account account = door.chosen(bank.withLoginId(Role.ADMINISTRATOR, "50000260", "One"), PIN, "482913");
        secrets.issue(Actor.PLATFORM, account, GRID_CARD);
        Entered session = door.enter(door.byId("50000260", "482913"));
        int asked = 0;
        for (Contract.Operation operation : Contract.get().operations()) {
            boolean open =
                    operation.roles().contains("PUBLIC") || operation.roles().contains("LOGGING_IN");
            if (!open) {
                asked++;
                assertThat(ask(session, operation)).as(operation.id()).isEqualTo("/problems/otp-required");
            }
        }
        assertThat(asked).isGreaterThan(50);
    }

    /** AT-21: the previous log-in, not this one. */
    @Test
    void at21ThePreviousLogInIsShown() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        Person one =
                bank.certified(door.chosen(bank.withLoginId(Role.USER, "900000221", "User 1"), PASSWORD, "Abcd1234"));
        Instant start = Instant.now().plusSeconds(60).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        clock.stopAt(start);
        Entered first = door.enter(one.identity(), door.byCertificate(one.identity(), "Abcd1234"));
        first.get().then().body("previousLogIn", equalTo(null)).body("previousLogIns", hasSize(0));
        first.request().delete("/api/v1/session").then().statusCode(204);
        clock.advance(Duration.ofHours(1));
        Entered second = door.enter(one.identity(), door.byCertificate(one.identity(), "Abcd1234"));
        second.get()
                .then()
                .body("account.name", equalTo("User 1"))
                .body("account.loginId", equalTo("900000221"))
                .body("account.tenant.nameJa", equalTo("bank大学"))
                .body("previousLogIn.at", equalTo(start.toString()))
                .body("previousLogIns", hasSize(1));
    }

    /** AT-43: the last three of the tenant, with who; an administrator sees everybody's, a user their own. */
    @Test
    void at43AnAdministratorSeesWhoLoggedInBefore() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        door.chosen(bank.withLoginId(Role.ADMINISTRATOR, "50000243", "管理者"), PIN, "482913");
        door.chosen(bank.withLoginId(Role.USER, "9000343", "利用者1"), PIN, "482913");
        for (String who : List.of("50000243", "9000343", "50000243")) {
            Entered session = door.enter(door.byId(who, "482913"));
            session.request().delete("/api/v1/session").then().statusCode(204);
            clock.advance(Duration.ofMinutes(1));
        }
        // A log-in that got no further is none.
        door.byId("9000343", "111111");
        door.enter(door.byId("50000243", "482913"))
                .get()
                .then()
                .body("previousLogIns.name", contains("管理者", "利用者1", "管理者"))
                .body("previousLogIns.address", contains("127.0.0.1", "127.0.0.1", "127.0.0.1"));
        door.enter(door.byId("9000343", "482913")).get().then().body("previousLogIns.name", contains("利用者1"));
    }

    private Account bankUser(String loginId, String pin) {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        return door.chosen(bank.withLoginId(Role.USER, loginId, "User " + loginId), PIN, pin);
    }

    private static String ask(Entered session, Contract.Operation operation) {
        String path = operation.path().replaceAll("\\{[^}]+}", "0197a1b2-0000-7000-8000-000000000001");
        RequestSpecification request = session.request();
        Set<String> bodies = Set.of("post", "put", "patch");
        boolean multipart = operation.node().at("/requestBody/content").has("multipart/form-data");
        if (bodies.contains(operation.method()) && multipart) {
            request.contentType("multipart/form-data").multiPart("file", "x.tsv", new byte[] {1}, "text/plain");
        } else if (bodies.contains(operation.method()) && operation.node().has("requestBody")) {
            request.body("{}");
        }
        return request.request(operation.method().toUpperCase(java.util.Locale.ROOT), path)
                .jsonPath()
                .getString("type");
    }

    private static Response enrol(Entered session, Map<String, String> proof) {
        return session.request().body(proof).post("/api/v1/session/totp");
    }

    private static Response confirm(Entered session, String otp) {
        return session.request().body(Map.of("otp", otp)).put("/api/v1/session/totp");
    }

    private static Response confirmationPin(Entered session, @Nullable String current, String pin) {
        return session.request()
                .body(
                        current == null
                                ? Map.of("confirmationPin", pin)
                                : Map.of("current", current, "confirmationPin", pin))
                .put("/api/v1/session/confirmation-pin");
    }

    private static List<String> positions(Entered session) {
        return session.get().then().extract().path("otp.positions");
    }

    private static String answer(GridCard card, List<String> positions) {
        StringBuilder typed = new StringBuilder();
        positions.forEach(position -> typed.append(card.cell(position)));
        return typed.toString();
    }

    private int failures(Account account, SecretKind kind) {
        return secrets.states(account).stream()
                .filter(state -> state.kind() == kind)
                .mapToInt(SecretState::failures)
                .sum();
    }

    private List<String> operations(Account account) {
        List<Map<String, Object>> events = http.as(given.operator("Service Desk"))
                .queryParam("q", account.name())
                .queryParam("limit", 1000)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return events.stream()
                .filter(event -> account.id().toString().equals(event.get("actorId")))
                .map(event -> String.valueOf(event.get("operation")))
                .toList();
    }

    /** What an app shows, by RFC 6238 and without our own code. */
    private static String code(String base32, Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(base32), "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
            int from = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, from, 4).getInt() & 0x7FFF_FFFF;
            return "%06d".formatted(number % 1_000_000);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decoded(String base32) {
        byte[] key = new byte[base32.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int i = 0; i < base32.length(); i++) {
            char letter = base32.charAt(i);
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                key[at++] = (byte) (held >> bits);
            }
        }
        return key;
    }
}

package io.shomei.acquisition;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.TenantId;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * C.1: a kind of service that exists as data alone. {@code library-terminals} is a file of the tests, with a mix of values that no delivered
 * preset has: a password besides a certificate or an ID, keys of the browser, renewal in the session, the older one revoked by its owner.
 */
@ShomeiTest
class DataPresetFlowTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String PASSWORD = "lending0desk0at0the0door";

    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    @Inject
    OwnKeySteps own;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    Accounts accounts;

    private Person operator;
    private String tenant;
    private Account terminal;

    @BeforeEach
    void aLibraryIsRegistered() {
        operator = given.operator("Service Desk");
        int number = ThreadLocalRandom.current().nextInt(1_000_000);
        tenant = post(
                "/api/v1/tenants",
                Map.of(
                        "code",
                        "LIB-%06d".formatted(number),
                        "nameJa",
                        "北斗市立図書館",
                        "nameEn",
                        "Hokuto City Library",
                        "subject",
                        Map.of("o", "Hokuto City Library", "st", "Hokkaido", "l", "Hokuto", "c", "JP"),
                        "preset",
                        "library-terminals",
                        "timeZone",
                        "Asia/Tokyo",
                        "licences",
                        2,
                        "domains",
                        List.of(),
                        "contacts",
                        List.of()));
        String account = post(
                "/api/v1/accounts",
                Map.of(
                        "tenant", tenant,
                        "role", "USER",
                        "loginId", "L%06d".formatted(number),
                        "name", "Terminal at the door",
                        "email", "door@library.example"));
        terminal = accounts.find(new TenantId(UUID.fromString(tenant)), new AccountId(UUID.fromString(account)))
                .orElseThrow();
        secrets.set(Actor.PLATFORM, terminal, SecretKind.PASSWORD, PASSWORD);
    }

    @Test
    void peopleLogInAcquireRenewAndRevoke() {
        // Log-in by ID and password, and a certificate of 90 days that ends with the local day.
        Response in = logIn(null);
        session(null, in)
                .body("mayAcquire", equalTo(true))
                .body("idleTimeout", equalTo("PT10M"))
                .body("idleEvent", equalTo("REQUEST"));
        Identity first = own.inSession(null, in.path("token"));
        Instant end = first.certificate().getNotAfter().toInstant();
        assertThat(end.atZone(TOKYO).toLocalTime()).isEqualTo(LocalTime.of(23, 59, 59));
        assertThat(Duration.between(first.certificate().getNotBefore().toInstant(), end)
                        .toDays())
                .isBetween(89L, 91L);
        assertThat(first.certificate().getSubjectX500Principal().getName())
                .contains("CN=terminal " + terminal.loginId());
        // From then on it is the certificate and the password.
        is(logIn(null), 403, "log-in-method-off");
        session(first, logIn(first)).body("method", contains("CERT", "PASSWORD"));
        // Renewed in its last two weeks, in the session; both are good.
        applicant.ends(terminal, Instant.now().plus(Duration.ofDays(15)));
        session(first, logIn(first)).body("certificate.renewable", equalTo(false));
        applicant.ends(terminal, Instant.now().plus(Duration.ofDays(13)));
        in = logIn(first);
        session(first, in).body("certificate.renewable", equalTo(true));
        Identity second = own.inSession(first, in.path("token"));
        logIn(first).then().statusCode(201);
        Response newer = logIn(second);
        newer.then().statusCode(201);
        // The contract counts neither the one that ends soon nor anything of others.
        licences()
                .body("model", equalTo("PER_CONTRACT"))
                .body("valid", equalTo(1))
                .body("contracted", equalTo(2));
        // The older one is revoked by whose it is.
        Certificate old = applicant.certificates(terminal).getLast();
        own.as(second, newer.path("token"))
                .get("/api/v1/own-certificate")
                .then()
                .statusCode(200)
                .body("certificates.revocable", hasItem(true));
        own.as(second, newer.path("token"))
                .body(Map.of("reason", "SUPERSEDED"))
                .post("/api/v1/certificates/{id}/revocation", old.id().toString())
                .then()
                .statusCode(201);
        is(logIn(first), 401, "certificate-superseded");
        logIn(second).then().statusCode(201);
    }

    /** B-14: a month's grace, as the preset has it. */
    @Test
    void whatHasEndedIsAcquiredAnewForAMonth() {
        Identity first = own.inSession(null, logIn(null).path("token"));
        applicant.ends(terminal, Instant.now().minus(Duration.ofDays(31)));
        is(logIn(first), 401, "certificate-expired");
        is(logIn(null), 403, "log-in-method-off");
        applicant.ends(terminal, Instant.now().minus(Duration.ofDays(29)));
        Response in = logIn(null);
        session(null, in).body("mayAcquire", equalTo(true));
        Identity anew = own.inSession(null, in.path("token"));
        logIn(anew).then().statusCode(201);
        is(logIn(null), 403, "log-in-method-off");
    }

    private Response logIn(@Nullable Identity identity) {
        return own.logIn(identity, identity == null ? terminal.loginId() : null, PASSWORD);
    }

    private ValidatableResponse session(@Nullable Identity identity, Response in) {
        in.then().statusCode(201);
        return own.as(identity, in.path("token")).get("/api/v1/session").then().statusCode(200);
    }

    private ValidatableResponse licences() {
        return http.as(operator)
                .get("/api/v1/tenants/{id}/licences", tenant)
                .then()
                .statusCode(200);
    }

    private String post(String path, Map<String, Object> body) {
        return http.as(operator)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

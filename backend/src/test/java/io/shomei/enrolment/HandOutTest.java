package io.shomei.enrolment;

import static io.restassured.http.ContentType.JSON;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A certificate with its key for a recipient, by a link and a secret. */
@ShomeiTest
class HandOutTest {
    private static final String PATH = "/api/v1/certificates/{id}/hand-out";

    @Inject
    CompanySteps companies;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    TestClock clock;

    private Fixtures.Organisation company;
    private Person mori;
    private String certificate;

    @BeforeEach
    void aCertificate() {
        company = companies.company("handing", 5);
        mori = company.administrator("Jiro Mori");
        certificate = companies.certificate(mori, companies.issued(mori, 1), "client_000001");
    }

    @Test
    void whoeverHasLinkAndSecretFetchesTheKeyFileOnce() throws Exception {
        JsonPath made = made();
        String token = token(made);
        String secret = made.getString("secret");
        http.portal()
                .get("/api/v1/enrolments/{token}", token)
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("delivery", equalTo("P12"))
                .body("formats", contains("P12", "MOBILECONFIG"))
                .body("secretRequired", equalTo(true))
                .body("handedOut", equalTo(true))
                .body("softwareKeyboard", equalTo(false))
                .body("fileName", equalTo("client_000001"))
                .body("p12Profile", equalTo("compat"));
        String page = UUID.randomUUID().toString();
        Response file = collect(token, secret, "P12", page);
        file.then().statusCode(200).header("Content-Disposition", containsString("client_000001.pfx"));
        assertThat(KeyFiles.opened(file.asByteArray(), secret).size()).isPositive();
        // The same page again gets it again; somebody else does not.
        assertThat(KeyFiles.opened(collect(token, secret, "P12", page).asByteArray(), secret)
                        .size())
                .isPositive();
        is(collect(token, secret, "P12", UUID.randomUUID().toString()), 410, "enrolment-used");
        http.as(mori)
                .get(PATH, certificate)
                .then()
                .statusCode(200)
                .body("state", equalTo("COLLECTED"))
                .body("collectedAt", notNullValue())
                .body("collectedFrom", notNullValue())
                .body("createdBy", equalTo("Jiro Mori"))
                .body("locked", equalTo(false));
        // The administrator fetches the same key still, under its own password.
        http.as(mori).get("/api/v1/certificates/bundle.zip").then().statusCode(200);
        // Neither link nor secret is in the database or in the history.
        for (String hidden : new String[] {token, secret}) {
            assertThat(OwnerConnection.text(
                            "select count(*) from hand_out where hand_out::text like '%%%s%%'".formatted(hidden)))
                    .isEqualTo("0");
            assertThat(OwnerConnection.text(
                            "select count(*) from audit_event where audit_event::text like '%%%s%%'".formatted(hidden)))
                    .isEqualTo("0");
        }
        assertThat(operations()).containsExactly("handout.create", "certificate.collect");
    }

    @Test
    void devicesOfAppleGetAProfile() {
        JsonPath made = made();
        Response profile = collect(token(made), made.getString("secret"), "MOBILECONFIG", null);
        profile.then()
                .statusCode(200)
                .contentType("application/x-apple-aspen-config")
                .header("Content-Disposition", containsString("client_000001.mobileconfig"));
        assertThat(profile.asString())
                .contains("com.apple.security.pkcs12", "com.apple.security.root", "client_000001")
                .doesNotContain(made.getString("secret"));
    }

    @Test
    void wrongSecretsLockTheLinkAndAnotherOneWorks() {
        mori = given.tenant("locking")
                .withPreset("saas-groupware")
                .withPolicy("""
                        {"auth": {"methods": [["CERT"], ["SITE_CERT", "ID", "PASSWORD"]]}, "lockout": {"threshold": 2}}""")
                .administrator("Jiro Mori");
        certificate = companies.certificate(mori, companies.issued(mori, 1), "client_000001");
        JsonPath made = made();
        String token = token(made);
        is(collect(token, null, "P12", null), 403, "access-pin-wrong");
        is(collect(token, "wrong", "P12", null), 403, "access-pin-wrong");
        is(collect(token, made.getString("secret"), "P12", null), 423, "access-pin-locked");
        http.as(mori).get(PATH, certificate).then().body("locked", equalTo(true));
        http.as(mori)
                .queryParams("operation", "certificate.collect", "outcome", "FAILURE")
                .get("/api/v1/audit-events")
                .then()
                .body("items.detail.problem", contains("access-pin-locked", "access-pin-wrong", "access-pin-wrong"))
                .body("items.target", everyItem(equalTo("client_000001")))
                .body("items.targetId", everyItem(equalTo(certificate)))
                .body("items.address", everyItem(equalTo("127.0.0.1")));
        http.as(mori)
                .queryParam("operation", "secret.lock")
                .get("/api/v1/audit-events")
                .then()
                .body("items.detail.kind", contains("ACCESS_PIN"))
                .body("items.targetId", contains(certificate))
                .body("items.address", contains("127.0.0.1"))
                .body("items[0].requestId", notNullValue());
        JsonPath again = made();
        assertThat(again.getString("secret")).isNotEqualTo(made.getString("secret"));
        is(collect(token, made.getString("secret"), "P12", null), 404, "enrolment-unknown");
        collect(token(again), again.getString("secret"), "P12", null).then().statusCode(200);
    }

    @Test
    void aLinkEndsWithItsDeadlineItsWithdrawalOrTheCertificate() {
        JsonPath made = made();
        clock.advance(Duration.ofDays(31));
        http.portal().get("/api/v1/enrolments/{token}", token(made)).then().body("state", equalTo("LAPSED"));
        is(collect(token(made), made.getString("secret"), "P12", null), 410, "enrolment-lapsed");
        clock.reset();
        http.as(mori).delete(PATH, certificate).then().statusCode(204);
        is(http.portal().get("/api/v1/enrolments/{token}", token(made)), 404, "enrolment-unknown");
        is(http.as(mori).delete(PATH, certificate), 404, "hand-out-missing");
        is(http.as(mori).get(PATH, certificate), 404, "hand-out-missing");
        JsonPath again = made();
        companies.revoke(mori, List.of(certificate));
        http.portal()
                .get("/api/v1/enrolments/{token}", token(again))
                .then()
                .body("state", equalTo("REVOKED"))
                .body("formats", empty());
        is(collect(token(again), again.getString("secret"), "P12", null), 410, "enrolment-revoked");
        is(http.as(mori).post(PATH, certificate), 409, "key-not-kept");
    }

    @Test
    void otherFormatsAreNotOffered() {
        JsonPath made = made();
        is(collect(token(made), made.getString("secret"), "PEM", null), 422, "format-not-offered");
    }

    @Test
    void whoMayNot() {
        Person user = company.user("Taro Yamada");
        Refusals.needs(http, user, request -> request.post(PATH, certificate));
        Refusals.needs(http, user, request -> request.get(PATH, certificate));
        Refusals.needs(http, user, request -> request.delete(PATH, certificate));
        Person university = given.tenant("university").administrator("Hanako Sato");
        is(http.as(university).post(PATH, certificate), 403, "hand-out-not-offered");
        Person stranger = companies.company("other", 5).administrator("Taro Kato");
        Refusals.unknown(stranger, http, certificate, (request, id) -> request.post(PATH, id));
        Refusals.unknown(stranger, http, certificate, (request, id) -> request.get(PATH, id));
        Refusals.unknown(stranger, http, certificate, (request, id) -> request.delete(PATH, id));
        is(http.as(mori).post(PATH, mori.certificate().toString()), 409, "key-not-kept");
    }

    private JsonPath made() {
        return http.as(mori)
                .post(PATH, certificate)
                .then()
                .statusCode(201)
                .body("commonName", equalTo("client_000001"))
                .body("deadline", notNullValue())
                .body("collectedAt", nullValue())
                .extract()
                .jsonPath();
    }

    private static String token(JsonPath made) {
        String url = made.getString("url");
        return url.substring(url.lastIndexOf("/collect/") + "/collect/".length());
    }

    private Response collect(String token, @Nullable String secret, String format, @Nullable String page) {
        var request = http.portal().contentType(JSON);
        if (page != null) {
            request.header("Idempotency-Key", page);
        }
        return request.body(secret == null ? Map.of("format", format) : Map.of("format", format, "secret", secret))
                .post("/api/v1/enrolments/{token}/collection", token);
    }

    private List<String> operations() throws Exception {
        return List.of(OwnerConnection.text("""
                        select string_agg(operation, ',' order by id) from audit_event
                        where target_id = '%s' and operation in ('handout.create', 'certificate.collect')""".formatted(certificate)).split(","));
    }
}

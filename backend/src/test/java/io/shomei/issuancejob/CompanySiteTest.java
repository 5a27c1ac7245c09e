package io.shomei.issuancejob;

import static io.restassured.http.ContentType.JSON;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrator of a company as they come: with the certificate of the site, an ID and a password. */
@ShomeiTest
class CompanySiteTest {
    private static final String PASSWORD = "Abcd1234";

    /** The types of the administrator's history, but for the revocation of certificates, which {@code CompanyListTest} has. */
    private static final List<String> DN_052 = List.of(
            "session.open",
            "session.close",
            "certificate.issue",
            "bundle.download",
            "bundle.passwords",
            "ipallowlist.change",
            "secret.change");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    private Identity site;
    private String loginId;

    @BeforeEach
    void aCompany() {
        Fixtures.Organisation company = given.tenant("site").withPreset("saas-groupware");
        loginId = company.code().toLowerCase(Locale.ROOT) + ".admin";
        Account account = company.withLoginId(Role.ADMINISTRATOR, loginId, "Jiro Mori");
        secrets.set(Actor.PLATFORM, account, SecretKind.PASSWORD, PASSWORD);
        site = company.site();
    }

    /** AT-63: everything that was done, with its type, its source and what it was done to. */
    @Test
    void at63TheHistoryHasEveryOperationWithItsTypeAddressAndDetail() {
        is(logIn("Wrong123"), 401, "log-in-failed");
        String first = token(logIn(PASSWORD));
        String job = as(first)
                .body(Map.of("count", 2, "key", "P256"))
                .post("/api/v1/issuance-jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Eventually.isTrue(
                "the end of the job",
                () -> "DONE"
                        .equals(as(first).get("/api/v1/issuance-jobs/{id}", job).path("state")));
        as(first).get("/api/v1/certificates/bundle.zip").then().statusCode(200);
        as(first).get("/api/v1/certificates/passwords.csv").then().statusCode(200);
        as(first)
                .header("If-Match", "\"0\"")
                .body(Map.of("entries", List.of(Map.of("range", "127.0.0.0/8"), Map.of("range", "::1"))))
                .put("/api/v1/ip-allowlist")
                .then()
                .statusCode(200);
        as(first)
                .body(Map.of("current", PASSWORD, "password", "Efgh5678"))
                .put("/api/v1/session/password")
                .then()
                .statusCode(200);
        as(first).delete("/api/v1/session").then().statusCode(204);

        String second = token(logIn("Efgh5678"));
        JsonPath history = as(second)
                .header("Accept-Language", "ja")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        // The newest first; before that there is what the company was made with.
        List<Map<String, Object>> told = history.<Map<String, Object>>getList("items").stream()
                .filter(event -> DN_052.contains(String.valueOf(event.get("operation"))))
                .limit(10)
                .toList();
        assertThat(told.stream().map(event -> event.get("address"))).doesNotContainNull();
        assertThat(told.stream().map(event -> event.get("operation")))
                .containsExactly(
                        "session.open",
                        "session.close",
                        "secret.change",
                        "ipallowlist.change",
                        "bundle.passwords",
                        "bundle.download",
                        "certificate.issue",
                        "certificate.issue",
                        "session.open",
                        "session.open");
        assertThat(history.getList("items.findAll { it.operation == 'session.open' }.summary", String.class))
                .containsExactly("ログイン成功", "ログイン成功", "ログイン失敗");
        assertThat(history.getList(
                        "items.findAll { it.operation == 'certificate.issue' && it.actor == 'Jiro Mori' }.summary",
                        String.class))
                .containsExactlyInAnyOrder("client_000001: 発行中 → 発行完了", "client_000002: 発行中 → 発行完了");
        assertThat(history.getString("items.find { it.operation == 'bundle.download' }.target"))
                .isEqualTo("client_000001, client_000002");
        for (String operation : DN_052) {
            as(second)
                    .queryParam("operation", operation)
                    .get("/api/v1/audit-events")
                    .then()
                    .body("items.operation", everyItem(equalTo(operation)))
                    .body("items.at", everyItem(notNullValue()));
        }
        // What was downloaded is found by any of its names.
        as(second)
                .queryParam("operation", "bundle.passwords")
                .queryParam("q", "client_000002")
                .get("/api/v1/audit-events")
                .then()
                .body("items.target", contains("client_000001, client_000002"));
    }

    private Response logIn(String password) {
        return http.cert(site)
                .contentType(JSON)
                .body(Map.of("loginId", loginId, "password", password))
                .post("/api/v1/session");
    }

    private static String token(Response logIn) {
        return logIn.then().statusCode(201).extract().path("token");
    }

    private RequestSpecification as(String token) {
        return http.cert(site).contentType(JSON).header("Authorization", "Bearer " + token);
    }
}

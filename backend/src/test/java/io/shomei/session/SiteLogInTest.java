package io.shomei.session;

import static io.shomei.account.secret.SecretKind.PASSWORD;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.shomei.account.Account;
import io.shomei.kernel.Role;
import io.shomei.session.Door.Entered;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logging in with ID and password where the certificate of the site is presented. */
@ShomeiTest
class SiteLogInTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Door door;

    /** AT-54: without the site's certificate no form is served, and nothing that is typed is looked at. */
    @Test
    void at54WithoutTheSitesCertificateNobodyLogsIn() {
        Fixtures.Organisation company = given.tenant("saas").withPreset("saas-groupware");
        Account account =
                door.chosen(company.withLoginId(Role.ADMINISTRATOR, "saas.admin", "One"), PASSWORD, "Abcd1234");
        String code = company.code();
        for (var here : List.of(http.portal(), http.cert(null))) {
            here.queryParam("tenant", code)
                    .get("/api/v1/session/entrance")
                    .then()
                    .body("methods.size()", equalTo(1))
                    .body("methods[0].proofs", contains("SITE_CERT", "ID", "PASSWORD"))
                    .body("methods[0].entrance", equalTo("CERT"))
                    .body("methods[0].ready", equalTo(false));
        }
        is(door.byId(null, "saas.admin", "Abcd1234"), 401, "certificate-missing");
        is(door.byId("saas.admin", "Wrong123"), 401, "log-in-failed");
        is(door.byId("saas.admin", "Abcd1234"), 401, "log-in-failed");
        assertThat(door.failures(account, PASSWORD)).isZero();

        var site = company.site();
        http.cert(site)
                .get("/api/v1/session/entrance")
                .then()
                .body("presented.code", equalTo("M-CERT-SITE"))
                .body("rememberLoginId", equalTo(true))
                .body("methods[0].ready", equalTo(true));
        Entered session = door.enter(site, door.byId(site, "saas.admin", "Abcd1234"));
        session.get().then().body("state", equalTo("ACTIVE")).body("method", contains("SITE_CERT", "ID", "PASSWORD"));
        // The session is bound to the site's certificate.
        is(
                http.cert(null)
                        .header("Authorization", "Bearer " + session.token())
                        .get("/api/v1/session"),
                401,
                "session-certificate-mismatch");
        is(door.byCertificate(site, null), 401, "log-in-incomplete");
    }

    @Test
    void aSitesCertificateOpensNothingToAnotherTenantsAccounts() {
        Fixtures.Organisation company = given.tenant("saas").withPreset("saas-groupware");
        Fixtures.Organisation other = given.tenant("other").withPreset("saas-groupware");
        Account account =
                door.chosen(other.withLoginId(Role.ADMINISTRATOR, "other.admin", "One"), PASSWORD, "Abcd1234");
        is(door.byId(company.site(), "other.admin", "Abcd1234"), 401, "log-in-failed");
        assertThat(door.failures(account, PASSWORD)).isZero();
    }

    /** AT-63: successes and failures stand in the tenant's history, with the method. */
    @Test
    void at63LogInsAndFailuresAreInTheHistoryWithTheMethod() {
        Fixtures.Organisation company = given.tenant("saas").withPreset("saas-groupware");
        door.chosen(company.withLoginId(Role.ADMINISTRATOR, "saas.history", "Historian"), PASSWORD, "Abcd1234");
        var site = company.site();
        door.byId(site, "saas.history", "Wrong123");
        Entered session = door.enter(site, door.byId(site, "saas.history", "Abcd1234"));
        session.change("Abcd1234", "Efgh5678").then().statusCode(200);
        session.request()
                .queryParam("operation", "session.open")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("SUCCESS", "FAILURE"))
                .body("items.address", hasItem("127.0.0.1"))
                .body("items.detail.method", contains("SITE_CERT+ID+PASSWORD", "SITE_CERT+ID+PASSWORD"));
        session.request()
                .queryParam("operation", "secret.change")
                .get("/api/v1/audit-events")
                .then()
                .body("items.size()", equalTo(2));
        session.request().delete("/api/v1/session").then().statusCode(204);
        Entered again = door.enter(site, door.byId(site, "saas.history", "Efgh5678"));
        again.request()
                .queryParam("operation", "session.close")
                .get("/api/v1/audit-events")
                .then()
                .body("items.size()", equalTo(1));
    }
}

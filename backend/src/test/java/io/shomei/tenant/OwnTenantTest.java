package io.shomei.tenant;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.shomei.status.crl.CrlPublisher;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account is told of its tenant, its profiles, and of everything that is public. */
@ShomeiTest
class OwnTenantTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    CrlPublisher crls;

    @Test
    void theTenantIsShownWithItsValuesAndDomains() {
        Fixtures.Organisation tenant =
                given.tenant("a").withDomain("a.ac.jp").withDomain("old.ac.jp", Duration.ofDays(-1));
        Person sato = tenant.officer("Hanako Sato");
        http.as(sato)
                .get("/api/v1/tenant")
                .then()
                .statusCode(200)
                .body("id", equalTo(tenant.id().toString()))
                .body("label", equalTo("INSTITUTION"))
                .body("subject.o", equalTo("University a"))
                .body("domains.name", equalTo(List.of("a.ac.jp", "old.ac.jp")))
                .body("domains.permitted", equalTo(List.of(true, false)))
                .body("listEncoding", equalTo("Shift_JIS"))
                .body("revocation.by", equalTo(List.of("OFFICER")))
                .body("revocation.bulk", equalTo(List.of("REQUEST_FILE", "SELECTION", "CSV")));
        http.as(tenant.user("Taro Yamada")).get("/api/v1/tenant").then().statusCode(200);
        Refusals.needs(http, given.operator("Service Desk"), request -> request.get("/api/v1/tenant"));
    }

    @Test
    void anOfficerSeesTheProfilesOfThePolicyAndAnOperatorAll() {
        Fixtures.Organisation tenant = given.tenant("a").withPolicy("{\"profiles\":{\"permitted\":[\"12\"]}}");
        http.as(tenant.officer("Hanako Sato"))
                .get("/api/v1/profiles")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of("12")))
                .body("items[0].key", equalTo(List.of("EC P-256")));
        http.as(given.operator("Service Desk"))
                .get("/api/v1/profiles")
                .then()
                .body("items.id", hasItems("1", "3", "11", "12", "operator", "tls"));
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/profiles"));
    }

    @Test
    void anybodyReadsTheAuthoritiesAndTheirLists() {
        crls.publishDue();
        List<String> names = http.portal()
                .get("/api/v1/authorities")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { !it.crlUrls.isEmpty() }.name");
        http.portal()
                .get("/api/v1/crls")
                .then()
                .statusCode(200)
                .body("items.authority", containsInAnyOrder(names.toArray()));
    }
}

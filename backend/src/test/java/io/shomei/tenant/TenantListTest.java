package io.shomei.tenant;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service desk finds a customer. */
@ShomeiTest
class TenantListTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Test
    void aTenantIsFoundByPartsOfItsCodeAndNames() {
        Fixtures.Organisation tenant = given.tenant("zebra");
        tenant.id();
        Person desk = given.operator("Service Desk");
        for (String text : List.of(tenant.code(), "zebra大学", "University ZEBRA")) {
            http.as(desk)
                    .queryParam("q", text)
                    .get("/api/v1/tenants")
                    .then()
                    .statusCode(200)
                    .body("items[0].code", equalTo(tenant.code()))
                    .body("items[0].label", equalTo("INSTITUTION"));
        }
        http.as(desk).queryParam("q", "100%").get("/api/v1/tenants").then().body("items", hasSize(0));
        http.as(desk)
                .get("/api/v1/tenants/{id}", tenant.id().toString())
                .then()
                .statusCode(200)
                .body("code", equalTo(tenant.code()));
    }

    @Test
    void theListIsReadPageByPageInBothDirections() {
        for (int i = 0; i < 3; i++) {
            given.tenant("yak").id();
        }
        Person desk = given.operator("Service Desk");
        var first = http.as(desk).queryParam("q", "YAK-").queryParam("limit", 2).get("/api/v1/tenants");
        first.then().body("items", hasSize(2)).body("next", notNullValue()).body("previous", nullValue());
        var second = http.as(desk)
                .queryParam("q", "YAK-")
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get("/api/v1/tenants");
        second.then().body("items", hasSize(1)).body("previous", notNullValue());
        http.as(desk)
                .queryParam("q", "YAK-")
                .queryParam("limit", 2)
                .queryParam("cursor", second.<String>path("previous"))
                .get("/api/v1/tenants")
                .then()
                .body("items.code", equalTo(first.<List<String>>path("items.code")));
        Refusals.is(http.as(desk).queryParam("cursor", "!").get("/api/v1/tenants"), 400, "malformed-request");
    }

    @Test
    void nobodyElseSeesTenants() {
        Fixtures.Organisation tenant = given.tenant("a");
        Person officer = tenant.officer("Hanako Sato");
        Refusals.needs(http, officer, request -> request.get("/api/v1/tenants"));
        Refusals.needs(
                http,
                officer,
                request -> request.get("/api/v1/tenants/{id}", tenant.id().toString()));
        Refusals.is(http.as(given.operator("Service Desk")).get("/api/v1/tenants/nobody"), 404, "not-found");
    }
}

package io.shomei.audit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.shomei.kernel.Right;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever asks for what they may not do is refused, and it is known. */
@ShomeiTest
class RefusedAccessTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    /** AT-22: the address of what administrators do, called directly. */
    @Test
    void at22WhatIsForAdministratorsIsRefusedToUsersAndIsInTheHistory() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx").withPolicy("""
                {"auth": {"methods": [["CERT"], ["CERT", "PASSWORD"]]}}""");
        Person user = bank.user("Hojin User 2");
        Refusals.is(http.as(user).queryParam("q", "secret").get("/api/v1/accounts"), 403, "not-permitted");
        events(bank.administrator("Hojin User 1"))
                .body("items.actor", contains("Hojin User 2"))
                .body("items.outcome", contains("FAILURE"))
                .body("items.address", contains("127.0.0.1"))
                .body("items[0].detail.request", equalTo("GET /api/v1/accounts"))
                .body("items[0].detail.problem", equalTo("not-permitted"));
    }

    @Test
    void aMissingRightIsWrittenDownAsAMissingRole() {
        Fixtures.Organisation tenant = given.tenant("a");
        Person officer = tenant.officer("Hanako Sato", Set.of(Right.SERVER));
        Refusals.is(http.as(officer).get("/api/v1/certificates/export.tsv"), 403, "not-permitted");
        events(officer).body("items.actor", contains("Hanako Sato"));
    }

    @Test
    void otherRefusalsAreNot() {
        Fixtures.Organisation tenant = given.tenant("a");
        Person officer = tenant.officer("Hanako Sato");
        http.portal().get("/api/v1/accounts").then().statusCode(401);
        http.as(officer).get("/api/v1/certificates/nothing").then().statusCode(404);
        http.as(officer).get("/api/v1/certificates?limit=0").then().statusCode(400);
        events(officer).body("items", empty());
    }

    private ValidatableResponse events(Person person) {
        return http.as(person)
                .queryParam("operation", "access.refuse")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200);
    }
}

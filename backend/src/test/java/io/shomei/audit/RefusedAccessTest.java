package io.shomei.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.shomei.kernel.Right;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
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

    @Inject
    Steps steps;

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

    /** What would have changed something and did not: who wanted what, of which thing, and why not; without what they sent. */
    @Test
    void whateverWouldHaveChangedSomethingIsWrittenDownWhereItIsRefused() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        Person officer = tenant.officer("Hanako Sato");
        String id = steps.issued(officer, tenant, "www.a.ac.jp").getString("id");
        steps.revoke(officer, id, "SUPERSEDED").then().statusCode(201);
        Refusals.is(steps.revoke(officer, id, "SUPERSEDED"), 409, "certificate-already-revoked");
        Refusals.is(steps.revoke(officer, "nothing", "SUPERSEDED"), 404, "not-found");
        Refusals.is(
                http.as(officer)
                        .contentType(ContentType.JSON)
                        .body("{\"reason\": \"Passw0rd\"}")
                        .post("/api/v1/certificates/{id}/revocation", id),
                400,
                "malformed-request");
        ValidatableResponse events = events(officer, "operation.refuse")
                .body("items.detail.problem", contains("malformed-request", "not-found", "certificate-already-revoked"))
                .body("items.detail.operation", everyItem(equalTo("revokeCertificate")))
                .body("items.detail.request", everyItem(equalTo("POST /api/v1/certificates/{id}/revocation")))
                .body("items.targetId", contains(id, null, id))
                .body("items.outcome", everyItem(equalTo("FAILURE")))
                .body("items.actor", everyItem(equalTo("Hanako Sato")))
                .body("items.address", everyItem(equalTo("127.0.0.1")))
                .body("items.requestId", everyItem(notNullValue()))
                .body("items[2].summary", containsString("失効"));
        assertThat(events.extract().asString()).doesNotContain("Passw0rd");
    }

    @Test
    void whatOnlyReadsAndWhoeverIsNotKnownIsNot() {
        Fixtures.Organisation tenant = given.tenant("a");
        Person officer = tenant.officer("Hanako Sato");
        http.portal().get("/api/v1/accounts").then().statusCode(401);
        http.portal().put("/api/v1/certificates/nothing/mute").then().statusCode(401);
        http.as(officer).get("/api/v1/certificates/nothing").then().statusCode(404);
        http.as(officer).get("/api/v1/certificates?limit=0").then().statusCode(400);
        events(officer).body("items", empty());
        events(officer, "operation.refuse").body("items", empty());
    }

    private ValidatableResponse events(Person person) {
        return events(person, "access.refuse");
    }

    private ValidatableResponse events(Person person, String operation) {
        return http.as(person)
                .queryParam("operation", operation)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200);
    }
}

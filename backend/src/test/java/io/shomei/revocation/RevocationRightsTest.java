package io.shomei.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.shomei.kernel.Right;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may revoke which certificates, as roles, rights and the policy have it. */
@ShomeiTest
class RevocationRightsTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Fixtures.Organisation tenant;

    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void anOperatorRevokesForAnyTenantAndNamesTheDocument() {
        Person desk = given.operator("Service Desk");
        Person ofPersons = tenant.officer("Jiro Mori", Set.of(Right.CLIENT));
        String id = steps.issued(sato, tenant, "desk.a.ac.jp").getString("id");
        Refusals.is(steps.revoke(desk, id, Map.of("reason", "SUPERSEDED")), 422, "revocation-reference-missing");
        Refusals.is(
                steps.revoke(desk, id, Map.of("reason", "SUPERSEDED", "reference", "  ")),
                422,
                "revocation-reference-missing");
        steps.revoke(desk, id, Map.of("reason", "SUPERSEDED", "reference", "R-2027-014"))
                .then()
                .statusCode(201);
        http.as(sato)
                .queryParam("operation", "certificate.revoke")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actorRole", equalTo("OPERATOR"))
                .body("items[0].detail.reference", equalTo("R-2027-014"));
        Mailbox.await(sato.email(), "Certificate revoked");
        assertThat(Mailbox.to(ofPersons.email())).isEmpty();
        Refusals.is(
                steps.revoke(
                        desk,
                        "0197a1b2-0000-7000-8000-000000000001",
                        Map.of("reason", "SUPERSEDED", "reference", "R-1")),
                404,
                "not-found");
    }

    @Test
    void anOperatorEndsASessionByRevokingItsCertificate() {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        http.as(suzuki).get("/api/v1/session").then().statusCode(200);
        steps.revoke(
                        given.operator("Service Desk"),
                        suzuki.certificate().toString(),
                        Map.of("reason", "AFFILIATION_CHANGED", "reference", "R-1"))
                .then()
                .statusCode(201);
        Refusals.is(http.as(suzuki).get("/api/v1/session"), 401, "session-ended");
    }

    @Test
    void whereThePolicyLeavesItToOthersOfficersDoNotRevoke() {
        Fixtures.Organisation company = given.tenant("c")
                .withDomain("c.ac.jp")
                .withPolicy("{\"revocation\":{\"by\":[\"TENANT_ADMINISTRATOR\"]}}");
        Person officer = company.officer("Jiro Mori");
        String id = steps.issued(officer, company, "www.c.ac.jp").getString("id");
        Refusals.is(steps.revoke(officer, id, "SUPERSEDED"), 403, "revocation-not-offered");
        // An administrator revokes the certificates of people, not of servers.
        Refusals.notPermitted(steps.revoke(company.administrator("Taro Yamada"), id, "SUPERSEDED"));
        Refusals.is(steps.revoke(tenant.administrator("Taro Yamada"), id, "SUPERSEDED"), 403, "revocation-not-offered");
    }

    /** Where the policy names the person: their own, and no other. */
    @Test
    void peopleRevokeWhatTheyLogInWithWhereThePolicyLetsThem() {
        Fixtures.Organisation careful = given.tenant("careful").withPolicy("{\"revocation\":{\"by\":[\"SUBJECT\"]}}");
        Person suzuki = careful.officer("Ichiro Suzuki");
        Person user = careful.user("Taro Yamada");
        Person client = careful.client("client");
        for (Person somebody : List.of(suzuki, user)) {
            Refusals.is(
                    steps.revoke(somebody, client.certificate().toString(), "KEY_COMPROMISE"), 403, "not-permitted");
            steps.revoke(somebody, somebody.certificate().toString(), "KEY_COMPROMISE")
                    .then()
                    .statusCode(201);
            Refusals.is(http.as(somebody).get("/api/v1/session"), 401, "session-ended");
        }
        Refusals.notPermitted(
                steps.revoke(tenant.user("Jiro Kato"), client.certificate().toString(), "KEY_COMPROMISE"));
    }

    @Test
    void anOfficerDoesNotRevokeLogInCertificates() {
        Person suzuki = tenant.officer("Ichiro Suzuki");
        Refusals.notPermitted(steps.revoke(sato, suzuki.certificate().toString(), "KEY_COMPROMISE"));
        http.as(suzuki).get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void onlyOfficersForServersRevokeThem() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        Refusals.needs(
                http,
                tenant.user("Taro Yamada"),
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "SUPERSEDED"))
                        .post("/api/v1/certificates/{id}/revocation", id));
        Refusals.notPermitted(
                steps.revoke(tenant.officer("Jiro Mori", Set.of(Right.CLIENT, Right.LISTS)), id, "SUPERSEDED"));
    }

    @Test
    void anotherTenantsCertificateIsNotThere() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        Refusals.unknown(
                stranger,
                http,
                id,
                (request, each) -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "SUPERSEDED"))
                        .post("/api/v1/certificates/{id}/revocation", each));
        http.as(sato).get("/api/v1/certificates/{id}", id).then().body("status", equalTo("ISSUED"));
    }
}

package io.shomei.revocation.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
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

/** Who may have many certificates revoked at once, and whose. */
@ShomeiTest
class BulkRevocationRightsTest {
    private static final Map<String, String> SUPERSEDED = Map.of("reason", "SUPERSEDED");

    private static final String NOBODYS = "0197a1b2-0000-7000-8000-000000000001";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    BulkSteps bulks;

    private Fixtures.Organisation tenant;

    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void onlyWhoLookedConfirms() {
        String bulk =
                bulks.check(sato, steps.issued(sato, tenant, "www.a.ac.jp").getString("id"));
        Person suzuki = tenant.officer("Ichiro Suzuki", Set.of(Right.LISTS));
        http.as(suzuki).get("/api/v1/revocations/{id}", bulk).then().statusCode(200);
        Refusals.notPermitted(bulks.submit(suzuki, bulk));
    }

    @Test
    void anotherTenantsIsNotThere() {
        String bulk =
                bulks.check(sato, steps.issued(sato, tenant, "www.a.ac.jp").getString("id"));
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        for (String path : List.of("", "/lines", "/events")) {
            Refusals.unknown(stranger, http, bulk, (request, id) -> request.get("/api/v1/revocations/{id}" + path, id));
        }
        Refusals.unknown(
                stranger, http, bulk, (request, id) -> request.post("/api/v1/revocations/{id}/submission", id));
        http.as(stranger).get("/api/v1/revocations").then().body("total.value", equalTo(0));
    }

    @Test
    void usersHaveNothingToDoWithIt() {
        Person user = tenant.user("Taro Yamada");
        Refusals.needs(
                http,
                user,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("reason", "SUPERSEDED", "certificates", List.of(NOBODYS)))
                        .post("/api/v1/revocations"));
        Refusals.needs(
                http,
                user,
                request -> request.multiPart("reason", "SUPERSEDED")
                        .multiPart("file", "names.csv", "x\n".getBytes(UTF_8), "text/csv")
                        .post("/api/v1/revocations"));
        Refusals.needs(http, user, request -> request.get("/api/v1/revocations"));
        Refusals.needs(http, user, request -> request.get("/api/v1/revocations/{id}", NOBODYS));
        Refusals.needs(http, user, request -> request.get("/api/v1/revocations/{id}/lines", NOBODYS));
        Refusals.needs(http, user, request -> request.get("/api/v1/revocations/{id}/events", NOBODYS));
        Refusals.needs(http, user, request -> request.post("/api/v1/revocations/{id}/submission", NOBODYS));
    }

    @Test
    void administratorsRevokeForPeopleWhereThePolicyLetsThem() {
        Fixtures.Organisation company =
                given.tenant("c").withPolicy("{\"revocation\":{\"by\":[\"TENANT_ADMINISTRATOR\"],\"bulk\":[\"CSV\"]}}");
        Person administrator = company.administrator("Taro Yamada");
        company.client("client000001");
        company.client("client000002");
        String bulk = steps.checkNames(
                        administrator, "client000001\nclient000002\nclient000003\n".getBytes(UTF_8), SUPERSEDED)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(steps.outcomes(administrator, bulk))
                .isEqualTo(Map.of(
                        "client000001", "REVOCABLE",
                        "client000002", "REVOCABLE",
                        "client000003", "NOT_FOUND"));
        assertThat(steps.carriedOutBulk(administrator, bulk).getLong("progress.done"))
                .isEqualTo(2);
        Refusals.is(steps.checkSelection(administrator, List.of(NOBODYS), SUPERSEDED), 403, "revocation-not-offered");
        Refusals.is(
                steps.checkSelection(company.officer("Hanako Sato"), List.of(NOBODYS), SUPERSEDED),
                403,
                "revocation-not-offered");
    }

    @Test
    void anOperatorRevokesAcrossTenantsAndSessionsEndAtOnce() {
        Person desk = given.operator("Service Desk");
        Fixtures.Organisation other = given.tenant("b").withDomain("b.ac.jp");
        Person suzuki = other.officer("Ichiro Suzuki");
        http.as(suzuki).get("/api/v1/session").then().statusCode(200);
        String server = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        List<String> both = List.of(server, suzuki.certificate().toString());
        Refusals.is(steps.checkSelection(desk, both, SUPERSEDED), 422, "revocation-reference-missing");
        String bulk = steps.checkSelection(desk, both, Map.of("reason", "AFFILIATION_CHANGED", "reference", "R-7"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        http.as(desk)
                .get("/api/v1/revocations/{id}/lines", bulk)
                .then()
                .body("items.certificate.tenant.nameJa", equalTo(List.of("a大学", "b大学")));
        steps.carriedOutBulk(desk, bulk);
        Refusals.is(http.as(suzuki).get("/api/v1/session"), 401, "session-ended");
        http.as(sato)
                .queryParam("operation", "certificate.revoke")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actor", equalTo("Service Desk"))
                .body("items[0].detail.reference", equalTo("R-7"))
                .body("items[0].detail.bulk", equalTo(bulk));
        Mailbox.await(sato.email(), "Certificate revoked");
    }
}

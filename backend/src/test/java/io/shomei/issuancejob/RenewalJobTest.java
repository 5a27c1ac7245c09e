package io.shomei.issuancejob;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Successors of certificates that end soon, all in one job. */
@ShomeiTest
class RenewalJobTest {
    /** Within its last thirty days a certificate needs no licence. */
    private static final String OVERLAP = """
            {"auth": {"methods": [["CERT"], ["SITE_CERT", "ID", "PASSWORD"]]}, "quota": {"renewalOverlap": "P30D"}}""";

    @Inject
    CompanySteps companies;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    private Person mori;

    @BeforeEach
    void aCompany() {
        mori = given.tenant("renewing")
                .withPreset("saas-groupware")
                .withPolicy(OVERLAP)
                .withLicences(4)
                .administrator("Jiro Mori");
    }

    @Test
    void whatEndsSoonIsRenewedUnderItsNameThoughTheContractIsFull() throws Exception {
        Map<String, String> first = companies.certificates(mori, companies.issued(mori, 4));
        assertThat(companies.licences(mori)).containsExactly(4, 4, 0);
        String soon = Instant.now().plus(Duration.ofDays(29)).toString();
        is(companies.begin(mori, Map.of("expiresTo", soon, "key", "P256")), 409, "nothing-to-renew");
        is(renew(List.of(first.get("client_000001"))), 409, "licences-exhausted");
        // Three of the four end in twenty days.
        for (String name : List.of("client_000001", "client_000002", "client_000003")) {
            ends(Objects.requireNonNull(first.get(name)), 20);
        }
        assertThat(companies.licences(mori)).containsExactly(4, 1, 3);
        // What needs no licence any more can be downloaded still.
        assertThat(keyFiles()).isEqualTo(4);
        String job = companies
                .begin(mori, Map.of("expiresTo", soon, "key", "P256"))
                .then()
                .statusCode(202)
                .body("renewal", equalTo(true))
                .body("progress.total", equalTo(3))
                .extract()
                .path("id");
        assertThat(companies.ended(mori, job).getString("state")).isEqualTo("DONE");
        Map<String, String> second = companies.certificates(mori, job);
        assertThat(second.keySet()).containsExactly("client_000001", "client_000002", "client_000003");
        assertThat(second).doesNotContainValue(first.get("client_000001"));
        assertThat(companies.licences(mori)).containsExactly(4, 4, 0);
        assertThat(keyFiles()).isEqualTo(4);
        // Both are valid; the earlier one says that it was renewed.
        http.as(mori)
                .get("/api/v1/certificates/{id}", first.get("client_000001"))
                .then()
                .body("status", equalTo("RENEWED"));
        is(companies.begin(mori, Map.of("expiresTo", soon, "key", "P256")), 409, "nothing-to-renew");
        // Whoever revokes is told of both by their name.
        http.as(mori)
                .queryParam("commonName", "client_000001", "client_000004")
                .queryParam("valid", true)
                .queryParam("sort", "OLDEST")
                .get("/api/v1/certificates")
                .then()
                .statusCode(200)
                .body("items.commonName", contains("client_000001", "client_000004", "client_000001"));
        // Of those that are revoked there is no file any more.
        companies.revoke(mori, List.of(first.get("client_000004")));
        assertThat(keyFiles()).isEqualTo(3);
    }

    @Test
    void everyCertificateThatCannotBeRenewedIsNamed() throws Exception {
        Map<String, String> first = companies.certificates(mori, companies.issued(mori, 4));
        List<String> ids = List.copyOf(first.values());
        companies.revoke(mori, ids.subList(0, 1));
        ends(ids.get(1), 20);
        String renewed =
                renew(List.of(ids.get(1))).then().statusCode(202).extract().path("id");
        companies.ended(mori, renewed);
        ends(ids.get(2), -1);
        Person stranger = companies.company("other", 5).administrator("Taro Kato");
        String others = companies.certificate(stranger, companies.issued(stranger, 1), "client_000001");
        renew(List.of(
                        ids.get(0),
                        ids.get(1),
                        ids.get(2),
                        others,
                        "no-id",
                        mori.certificate().toString(),
                        ids.get(3),
                        ids.get(3)))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/certificates-not-renewable"))
                .body(
                        "errors.pointer",
                        contains(
                                "/certificates/0",
                                "/certificates/1",
                                "/certificates/2",
                                "/certificates/3",
                                "/certificates/4",
                                "/certificates/5",
                                "/certificates/7"))
                .body("errors.message", hasItems(startsWith("client_000001: "), startsWith("client_000002: ")))
                .body(
                        "errors.code",
                        contains("REVOKED", "RENEWED", "EXPIRED", "NOT_FOUND", "NOT_FOUND", "OTHER_KIND", "DUPLICATE"));
        assertThat(companies.licences(mori)).containsExactly(4, 2, 2);
    }

    @Test
    void aWindowOfThePolicyIsHeldTo() {
        Person careful = given.tenant("window")
                .withPreset("saas-groupware")
                .withPolicy("""
                        {"auth": {"methods": [["CERT"], ["SITE_CERT", "ID", "PASSWORD"]]}, "renewal": {"window": "P30D"}}""")
                .administrator("Taro Kato");
        String id = companies.certificate(careful, companies.issued(careful, 1), "client_000001");
        companies
                .begin(careful, Map.of("certificates", List.of(id)))
                .then()
                .statusCode(422)
                .body("errors.code", contains("NOT_OPEN"));
    }

    private int keyFiles() {
        return http.as(mori).get("/api/v1/issuance-offer").path("keyFiles");
    }

    private Response renew(List<String> certificates) {
        return companies.begin(mori, Map.of("certificates", certificates, "key", "P256"));
    }

    /** So many days from now, for the register as for the licences. */
    private static void ends(String certificate, int days) throws Exception {
        OwnerConnection.change("update certificate set not_after = now() + interval '%d days' where id = '%s'"
                .formatted(days, certificate));
        OwnerConnection.change(
                "update licence set counted_until = now() + interval '%d days' - interval '30 days' where certificate_id = '%s'"
                        .formatted(days, certificate));
    }
}

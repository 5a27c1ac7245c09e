package io.shomei.issuancejob;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.shomei.authority.Authorities;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.IssuedSerial;
import io.shomei.certificate.IssuedStatus;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.CertId;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequests;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of a company's certificates, and revoking from it. */
@ShomeiTest
class CompanyListTest {
    @Inject
    CompanySteps companies;

    @Inject
    Steps steps;

    @Inject
    Http http;

    @Inject
    CertificateRegister register;

    @Inject
    Authorities authorities;

    private Fixtures.Organisation company;
    private Person mori;

    @BeforeEach
    void aCompany() {
        company = companies.company("listed", 300);
        mori = company.administrator("Jiro Mori");
    }

    /** AT-59: 250 certificates on pages of a hundred, the oldest first. */
    @Test
    void at59PagesOfAHundred() {
        companies.issued(mori, 250);
        List<Integer> sizes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = list().queryParam("limit", 100);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/api/v1/certificates")
                    .then()
                    .statusCode(200)
                    .body("total.value", equalTo(250))
                    .extract()
                    .jsonPath();
            List<String> some = page.getList("items.commonName");
            sizes.add(some.size());
            names.addAll(some);
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(sizes).containsExactly(100, 100, 50);
        assertThat(names).isSorted().hasSize(250).startsWith("client_000001").endsWith("client_000250");
    }

    /** AT-60: valid ones, or all with a part of the name and dates. */
    @Test
    void at60ValidOnesOrAllByNameAndDate() throws Exception {
        Map<String, String> issued = companies.certificates(mori, companies.issued(mori, 12));
        companies.revoke(mori, List.of(issued.get("client_000010"), issued.get("client_000002")));
        OwnerConnection.change("update certificate set issued_at = '2026-01-10T00:00:00Z' where id = '%s'"
                .formatted(issued.get("client_000011")));
        list().queryParam("valid", true)
                .get("/api/v1/certificates")
                .then()
                .statusCode(200)
                .body("items", hasSize(10))
                .body("items.revokedAt", everyItem(nullValue()));
        String today = Instant.now().minusSeconds(3_600).toString();
        list().queryParam("q", "client_00001")
                .queryParam("issuedFrom", today)
                .get("/api/v1/certificates")
                .then()
                .body("items.commonName", contains("client_000010", "client_000012"))
                .body("items[0].revokedAt", notNullValue())
                .body("items[0].status", equalTo("REVOKED"))
                .body("items[1].notAfter", notNullValue());
        list().queryParam("q", "client_00001")
                .queryParam("valid", true)
                .queryParam("issuedTo", today)
                .get("/api/v1/certificates")
                .then()
                .body("items.commonName", contains("client_000011"));
    }

    /** AT-61: a selection is revoked at once for OCSP, for the gateway of a service and for the list, on the CRL soon, and its licences come back. */
    @Test
    void at61ASelectionIsRevokedAtOnce() throws Exception {
        Map<String, String> issued = companies.certificates(mori, companies.issued(mori, 5));
        List<String> three = List.copyOf(issued.values()).subList(0, 3);
        Identity phone = companies.device(mori, three.getFirst(), "client_000001");
        Identity kept = companies.device(mori, Objects.requireNonNull(issued.get("client_000005")), "client_000005");
        assertThat(List.of(atGateway(phone), atGateway(kept))).containsOnly(204);
        int available = companies.licences(mori).getLast();
        String bulk = steps.checkSelection(mori, three, Map.of("reason", "CESSATION_OF_OPERATION"))
                .then()
                .statusCode(201)
                .body("lines", equalTo(3))
                .extract()
                .path("id");
        assertThat(steps.outcomes(mori, bulk).values()).containsOnly("REVOCABLE");
        list().queryParam("valid", true).get("/api/v1/certificates").then().body("items", hasSize(5));
        assertThat(steps.bulk(mori, bulk).getBoolean("tellsSubscribers")).isFalse();
        OwnerConnection.change("update account set email = null where id = '%s'".formatted(mori.account()));
        JsonPath done = steps.carriedOutBulk(mori, bulk);
        assertThat(done.getLong("progress.done")).isEqualTo(3);
        assertThat(Instant.parse(done.getString("effectiveBy")))
                .isEqualTo(Instant.parse(done.getString("finishedAt")).plus(Duration.ofHours(2)));
        assertThat(done.getBoolean("resultMailed")).isFalse();
        list().get("/api/v1/certificates")
                .then()
                .body("items[0].revokedAt", notNullValue())
                .body("items[3].revokedAt", nullValue());
        assertThat(atGateway(phone)).isEqualTo(401);
        assertThat(atGateway(kept)).isEqualTo(204);
        for (String each : three) {
            assertThat(ocsp(each)).isInstanceOf(RevokedStatus.class);
            Eventually.isTrue(
                    "the CRL with " + each,
                    () -> http.as(mori).get("/api/v1/certificates/{id}", each).path("revocation.crlVisibleSince")
                            != null);
        }
        assertThat(ocsp(Objects.requireNonNull(issued.get("client_000005")))).isSameAs(CertificateStatus.GOOD);
        assertThat(companies.licences(mori).getLast()).isEqualTo(available + 3);
        http.as(mori).get("/api/v1/issuance-offer").then().body("propagationSeconds", equalTo(7_200));
    }

    /** AT-62: a file of names is answered line by line, and what can be is revoked after the confirmation. */
    @Test
    void at62AFileOfNamesIsLookedAtBeforeItIsCarriedOut() {
        companies.issued(mori, 3);
        companies.revoke(mori, List.of(id("client_000003")));
        Person stranger = companies.company("other", 20).administrator("Taro Kato");
        companies.issued(stranger, 9);
        // A list of passwords has the names in its first column, too.
        byte[] file =
                "client_000001,x\r\nclient_000002,y\r\nclient_000003,z\r\nclient_000009,other's\r\nclient_900000,none\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        String bulk = steps.checkNames(mori, file, Map.of("reason", "UNSPECIFIED"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(steps.outcomes(mori, bulk))
                .containsExactly(
                        Map.entry("client_000001", "REVOCABLE"),
                        Map.entry("client_000002", "REVOCABLE"),
                        Map.entry("client_000003", "ALREADY_REVOKED"),
                        Map.entry("client_000009", "NOT_FOUND"),
                        Map.entry("client_900000", "NOT_FOUND"));
        assertThat(companies.licences(mori).get(1)).isEqualTo(2);
        assertThat(steps.carriedOutBulk(mori, bulk).getLong("progress.done")).isEqualTo(2);
        assertThat(companies.licences(mori).get(1)).isZero();
        assertThat(companies.licences(stranger).get(1)).isEqualTo(9);
    }

    /** AT-62, after a renewal: a number is one holder's, so its line means the earlier certificate and its successor. */
    @Test
    void at62ANameThatWasRenewedMeansBothCertificates() {
        Map<String, String> first = companies.certificates(mori, companies.issued(mori, 3));
        String renewal = companies
                .begin(mori, Map.of("certificates", List.of(first.get("client_000001"), first.get("client_000002"))))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        companies.ended(mori, renewal);
        Map<String, String> second = companies.certificates(mori, renewal);
        String bulk = steps.checkNames(
                        mori,
                        "client_000001\nclient_000002\nclient_000003\n".getBytes(StandardCharsets.UTF_8),
                        Map.of("reason", "UNSPECIFIED"))
                .then()
                .statusCode(201)
                .body("lines", equalTo(5))
                .body("progress.total", equalTo(5))
                .extract()
                .path("id");
        assertThat(steps.outcomes(mori, bulk))
                .containsExactly(
                        Map.entry("client_000001", "REVOCABLE REVOCABLE"),
                        Map.entry("client_000002", "REVOCABLE REVOCABLE"),
                        Map.entry("client_000003", "REVOCABLE"));
        // The two of a line may stand on two pages.
        JsonPath page = http.as(mori)
                .queryParam("limit", 1)
                .get("/api/v1/revocations/{id}/lines", bulk)
                .jsonPath();
        http.as(mori)
                .queryParam("limit", 1)
                .queryParam("cursor", page.getString("next"))
                .get("/api/v1/revocations/{id}/lines", bulk)
                .then()
                .body("items.line", contains(1))
                .body("items.certificate.id", contains(second.get("client_000001")));
        assertThat(steps.carriedOutBulk(mori, bulk).getLong("progress.done")).isEqualTo(5);
        for (Map<String, String> each : List.of(first, second)) {
            each.values().forEach(id -> assertThat(status(id).revokedAt()).isNotNull());
        }
        assertThat(companies.licences(mori).get(1)).isZero();
    }

    /** AT-63, the lines of the history: one for each change of a certificate, in words. */
    @Test
    void at63EachChangeIsALineOfTheHistory() {
        Map<String, String> issued = companies.certificates(mori, companies.issued(mori, 2));
        companies.revoke(mori, List.of(issued.get("client_000002")));
        http.as(mori)
                .header("Accept-Language", "ja")
                .queryParam("operation", "certificate.issue")
                .queryParam("q", "client_")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items.summary", containsInAnyOrder("client_000001: 発行中 → 発行完了", "client_000002: 発行中 → 発行完了"))
                .body("items.address", everyItem(notNullValue()))
                .body("items.actor", everyItem(equalTo("Jiro Mori")));
        http.as(mori)
                .header("Accept-Language", "en")
                .queryParam("operation", "certificate.revoke")
                .get("/api/v1/audit-events")
                .then()
                .body("items.summary", contains("client_000002: revoking → revoked"));
        http.as(mori)
                .header("Accept-Language", "ja")
                .queryParam("operation", "issuancejob.begin")
                .get("/api/v1/audit-events")
                .then()
                .body("items.summary", contains("client_000001 – client_000002: 2 件の発行を開始"));
    }

    private RequestSpecification list() {
        return http.as(mori).contentType(JSON).queryParam("kind", "CLIENT").queryParam("sort", "OLDEST");
    }

    private String id(String name) {
        return list().queryParam("q", name).get("/api/v1/certificates").path("items[0].id");
    }

    /** What the proxy before a service of the company is told. */
    private int atGateway(Identity device) {
        return http.cert(device)
                .queryParam("tenant", company.code())
                .get("/auth/forward-certificate")
                .statusCode();
    }

    /** What a relying party reads in the answer of the OCSP responder. */
    private CertificateStatus ocsp(String id) throws Exception {
        var certificate = register.get(company.id(), id);
        CertId asked = CertId.of(
                HashAlgorithm.SHA1,
                authorities.find(certificate.authority()).orElseThrow().certificate(),
                certificate.serial());
        byte[] answer = http.plain()
                .contentType("application/ocsp-request")
                .body(OcspRequests.of(asked))
                .post("/ocsp")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return ((BasicOCSPResp) new OCSPResp(answer).getResponseObject()).getResponses()[0].getCertStatus();
    }

    private IssuedStatus status(String id) {
        var certificate = register.find(company.id(), CertificateId.parse(id).orElseThrow())
                .orElseThrow();
        var asked = new IssuedSerial(certificate.authority(), certificate.serial());
        return Objects.requireNonNull(register.statuses(List.of(asked)).get(asked));
    }
}

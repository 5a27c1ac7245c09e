package io.shomei.bundle;

import static io.restassured.http.ContentType.JSON;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links for many recipients at once, in one file, and their secrets in another; and who has which certificate. */
@ShomeiTest
class HandOutLotTest {
    private static final String PATH = "/api/v1/hand-outs";
    private static final String LINKS = "/api/v1/hand-outs/{id}/links.csv";
    private static final String PINS = "/api/v1/hand-outs/{id}/pins.csv";

    @Inject
    Fixtures given;

    @Inject
    CompanySteps companies;

    @Inject
    Http http;

    private Fixtures.Organisation company;
    private Person mori;
    private Map<String, String> phones;

    @BeforeEach
    void threePhones() {
        company = companies.company("phones", 5);
        mori = company.administrator("Jiro Mori");
        phones = companies.certificates(mori, companies.issued(mori, 3));
    }

    @Test
    void eachLinkOpensWithItsPinAndWhatWasFetchedIsSeen() throws Exception {
        String lot = made(List.copyOf(phones.values()));
        Response file = http.as(mori).get(LINKS, lot);
        file.then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        containsString(company.code().toLowerCase(java.util.Locale.ROOT) + "_links.csv"));
        Map<String, String> links = rows(file);
        Map<String, String> pins = rows(http.as(mori).get(PINS, lot));
        assertThat(links.keySet()).containsExactly("client_000001", "client_000002", "client_000003");
        assertThat(pins.keySet()).isEqualTo(links.keySet());
        assertThat(pins.values()).doesNotHaveDuplicates();
        assertThat(links.values()).allMatch(url -> url.contains("/collect/")).noneMatch(pins::containsValue);
        String pin = Objects.requireNonNull(pins.get("client_000002"));
        Response key = collect(Objects.requireNonNull(links.get("client_000002")), pin);
        key.then().statusCode(200);
        assertThat(KeyFiles.opened(key.asByteArray(), pin).size()).isPositive();
        // What was fetched is told once, and the list says who still has to.
        assertThat(rows(http.as(mori).get(LINKS, lot)).keySet()).containsExactly("client_000001", "client_000003");
        list("handedOut", "UNCOLLECTED")
                .then()
                .body("items.commonName", contains("client_000001", "client_000003"))
                .body("items[0].handOut.deadline", notNullValue())
                .body("items[0].handOut.collectedAt", nullValue());
        list("handedOut", "COLLECTED")
                .then()
                .body("items.commonName", contains("client_000002"))
                .body("items[0].handOut.collectedAt", notNullValue());
        // One line of the history for each, with all names.
        assertThat(history("handout.create")).containsExactly("client_000001, client_000002, client_000003");
        assertThat(history("handout.links"))
                .containsExactly("2: client_000001, client_000003", "3: client_000001, client_000002, client_000003");
        assertThat(history("handout.pins")).containsExactly("3: client_000001, client_000002, client_000003");
    }

    @Test
    void anotherLinkEndsTheEarlierOne() {
        String first = made(List.copyOf(phones.values()));
        Map<String, String> links = rows(http.as(mori).get(LINKS, first));
        String second = made(List.of(Objects.requireNonNull(phones.get("client_000001"))));
        is(collect(Objects.requireNonNull(links.get("client_000001")), "any"), 404, "enrolment-unknown");
        assertThat(rows(http.as(mori).get(LINKS, first)).keySet()).containsExactly("client_000002", "client_000003");
        assertThat(rows(http.as(mori).get(LINKS, second)).keySet()).containsExactly("client_000001");
        companies.revoke(mori, List.of(Objects.requireNonNull(phones.get("client_000001"))));
        is(http.as(mori).get(LINKS, second), 404, "not-found");
        is(http.as(mori).get(PINS, second), 404, "not-found");
    }

    @Test
    void allOrNoneAreMade() {
        String revoked = Objects.requireNonNull(phones.get("client_000003"));
        companies.revoke(mori, List.of(revoked));
        Response refusal = make(mori, List.copyOf(phones.values()));
        is(refusal, 409, "key-files-not-kept");
        refusal.then().body("errors.pointer", contains("/certificates/2"));
        list("handedOut", "UNCOLLECTED").then().body("items.size()", equalTo(0));
    }

    /** A lost phone is found by whom it was given to, and so is its successor. */
    @Test
    void whomItWasGivenToIsSearchedFor() {
        String phone = Objects.requireNonNull(phones.get("client_000002"));
        given(phone, " 営業部 佐藤さんの携帯電話 ").then().statusCode(204);
        list("q", "佐藤")
                .then()
                .body("items.commonName", contains("client_000002"))
                .body("items[0].givenTo", equalTo("営業部 佐藤さんの携帯電話"));
        companies.ended(
                mori,
                companies
                        .begin(mori, Map.of("certificates", List.of(phone)))
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id"));
        list("q", "佐藤").then().body("items.commonName", contains("client_000002", "client_000002"));
        given(phone, "").then().statusCode(204);
        list("q", "佐藤").then().body("items.size()", equalTo(1));
        assertThat(history("certificate.note")).containsExactly("client_000002", "client_000002");
    }

    @Test
    void whoMayNot() {
        String phone = Objects.requireNonNull(phones.get("client_000001"));
        String lot = made(List.of(phone));
        Person user = company.user("Taro Yamada");
        Refusals.needs(
                http,
                user,
                request -> request.contentType(JSON)
                        .body(Map.of("certificates", List.of(phone)))
                        .post(PATH));
        Refusals.needs(http, user, request -> request.get(LINKS, lot));
        Refusals.needs(http, user, request -> request.get(PINS, lot));
        Refusals.needs(
                http,
                user,
                request -> request.contentType(JSON)
                        .body(Map.of("givenTo", "Taro"))
                        .put("/api/v1/certificates/{id}/given-to", phone));
        Person stranger = companies.company("other", 5).administrator("Taro Kato");
        Refusals.unknown(stranger, http, lot, (request, id) -> request.get(LINKS, id));
        Refusals.unknown(stranger, http, lot, (request, id) -> request.get(PINS, id));
        Refusals.unknown(
                stranger,
                http,
                phone,
                (request, id) -> request.contentType(JSON)
                        .body(Map.of("givenTo", "Taro"))
                        .put("/api/v1/certificates/{id}/given-to", id));
        is(make(stranger, List.of(phone)), 409, "key-files-not-kept");
        is(make(given.tenant("university").administrator("Hanako Sato"), List.of(phone)), 403, "bundle-not-offered");
        // Nor does another administrator of the same company, who would pass on what somebody else made.
        is(http.as(company.administrator("Keiko Mori")).get(LINKS, lot), 404, "not-found");
    }

    private String made(List<String> certificates) {
        return make(mori, certificates)
                .then()
                .statusCode(201)
                .body("links", equalTo(certificates.size()))
                .body("deadline", notNullValue())
                .extract()
                .path("id");
    }

    private Response make(Person person, List<String> certificates) {
        return http.as(person)
                .contentType(JSON)
                .body(Map.of("certificates", certificates))
                .post(PATH);
    }

    private Response given(String certificate, String to) {
        return http.as(mori)
                .contentType(JSON)
                .body(Map.of("givenTo", to))
                .put("/api/v1/certificates/{id}/given-to", certificate);
    }

    private Response list(String name, String value) {
        return http.as(mori)
                .queryParam("sort", "OLDEST")
                .queryParam(name, value)
                .get("/api/v1/certificates");
    }

    private List<String> history(String operation) {
        JsonPath page = http.as(mori)
                .header("Accept-Language", "en")
                .queryParam("operation", operation)
                .get("/api/v1/audit-events")
                .jsonPath();
        return page.getList(
                operation.equals("handout.create") || operation.equals("certificate.note")
                        ? "items.target"
                        : "items.summary");
    }

    private Response collect(String link, String pin) {
        return http.portal()
                .contentType(JSON)
                .body(Map.of("format", "P12", "secret", pin))
                .post("/api/v1/enrolments/{token}/collection", link.substring(link.lastIndexOf('/') + 1));
    }

    private static Map<String, String> rows(Response file) {
        file.then().statusCode(200);
        Map<String, String> rows = new LinkedHashMap<>();
        file.asString().lines().forEach(row -> rows.put(row.split(",", 2)[0], row.split(",", 2)[1]));
        return rows;
    }
}

package io.shomei.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.Steps;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A link as a subscriber administrator goes through it, and the officers at its other end. */
class Door {
    static final String LINKS = "/api/v1/submission-links";
    static final String SUBMISSIONS = "/api/v1/submissions";

    private static final String DOOR = "/api/v1/submission-doors/{token}";
    private static final AtomicInteger HOLDERS = new AtomicInteger();

    private final Http http;
    private final String holder = "yamada-" + HOLDERS.incrementAndGet() + "@door.ac.jp";

    Door(Http http) {
        this.http = http;
    }

    /** The address of whoever gets the links. */
    String holder() {
        return holder;
    }

    String link(Person officer, int uses) {
        return tokenOf(create(officer, "SERVER", uses));
    }

    static String tokenOf(Response created) {
        String url = created.then().statusCode(201).extract().path("url");
        assertThat(url).contains("/submit/");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    Response create(Person officer, String kind, @Nullable Integer uses) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "name", "山田花子", "email", holder));
        if (uses != null) {
            body.put("uses", uses);
        }
        return http.as(officer).contentType(ContentType.JSON).body(body).post(LINKS);
    }

    String waiting(Person officer) {
        return http.as(officer)
                .queryParam("state", "WAITING")
                .get(SUBMISSIONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    Response approve(Person officer, String id) {
        return approve(officer, id, Steps.REVIEW_ITEMS);
    }

    Response approve(Person officer, String id, List<String> confirmed) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("confirmed", confirmed))
                .post(SUBMISSIONS + "/{id}/approval", id);
    }

    /** Approves all but these lines. */
    Response approveBut(Person officer, String id, Object lines, String reason) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("confirmed", Steps.REVIEW_ITEMS, "refused", Map.of("lines", lines, "reason", reason)))
                .post(SUBMISSIONS + "/{id}/approval", id);
    }

    Response refuse(Person officer, String id) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "The host belongs to another department."))
                .post(SUBMISSIONS + "/{id}/refusal", id);
    }

    Response show(String token) {
        return http.portal().get(DOOR, token);
    }

    Response check(String token, Map<String, Object> body) {
        return send(token, false, body);
    }

    Response handIn(String token, Map<String, Object> body) {
        return send(token, true, body);
    }

    Response handIn(String token, Map<String, Object> body, String key) {
        return http.portal()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(DOOR + "/submissions", token);
    }

    Response send(String token, boolean submit, Map<String, Object> body) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(body)
                .post(DOOR + (submit ? "/submissions" : "/check"), token);
    }

    static Map<String, Object> file(Row... rows) {
        return Map.of("tsv", Map.of("operation", "ISSUE", "name", "requests.tsv", "content", base64(Row.file(rows))));
    }

    Map<String, Object> csr(String csr) {
        return Map.of(
                "csr",
                Map.of(
                        "csr",
                        csr,
                        "subscriber",
                        Map.of("name", "山田花子", "email", holder, "software", "nginx 1.28"),
                        "dnsNames",
                        List.of()));
    }

    /** A link that renews certificates. */
    Response renewing(Person officer, String kind, String... certificates) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "name", "山田花子", "email", holder, "renews", List.of(certificates)))
                .post(LINKS);
    }

    /** A new key for a certificate. */
    static Map<String, Object> renewal(String certificate, String csr) {
        return Map.of("certificate", certificate, "csr", csr);
    }

    /** A new key for a certificate that is to have these names beside its CN. */
    static Map<String, Object> renewal(String certificate, String csr, String... dnsNames) {
        return Map.of("certificate", certificate, "csr", csr, "dnsNames", List.of(dnsNames));
    }

    @SafeVarargs
    static Map<String, Object> renewals(Map<String, Object>... renewals) {
        return Map.of("renewals", List.of(renewals));
    }

    static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}

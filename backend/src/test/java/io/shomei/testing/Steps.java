package io.shomei.testing;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.pki.SerialNumber;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What officers do again and again. */
@Singleton
public class Steps {
    public static final List<String> REVIEW_ITEMS =
            List.of("identity-verified", "domain-authorised", "contact-checked");

    private final Http http;

    Steps(Http http) {
        this.http = http;
    }

    /** What the answer to an upload is. */
    public Response upload(Person officer, String onError, String fileName, byte[] content) {
        return upload(officer, "SERVER", "ISSUE", onError, fileName, content);
    }

    /** The same for files of another kind, or for another operation. */
    public Response upload(
            Person officer, String kind, String operation, String onError, String fileName, byte[] content) {
        return http.as(officer)
                .multiPart("kind", kind)
                .multiPart("operation", operation)
                .multiPart("onError", onError)
                .multiPart("file", fileName, content, "text/tab-separated-values")
                .post("/api/v1/request-files");
    }

    /** A file that was taken. */
    public JsonPath uploaded(Person officer, byte[] content) {
        return upload(officer, "SKIP", "requests.tsv", content)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public JsonPath uploaded(Person officer, String kind, String operation, byte[] content) {
        return upload(officer, kind, operation, "SKIP", "requests.tsv", content)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public Response submit(Person officer, String file) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("confirmed", REVIEW_ITEMS))
                .post("/api/v1/request-files/{id}/submission", file);
    }

    /** A file that was submitted and carried out. */
    public JsonPath carriedOut(Person officer, byte[] content) {
        String file = uploaded(officer, content).getString("id");
        submit(officer, file).then().statusCode(202);
        return awaitEnd(officer, file);
    }

    public JsonPath carriedOut(Person officer, String kind, String operation, byte[] content) {
        String file = uploaded(officer, kind, operation, content).getString("id");
        submit(officer, file).then().statusCode(202);
        return awaitEnd(officer, file);
    }

    public JsonPath awaitEnd(Person officer, String file) {
        Eventually.isTrue(
                "the end of file " + file,
                () -> !List.of("CHECKED", "RUNNING")
                        .contains(file(officer, file).getString("state")));
        return file(officer, file);
    }

    public JsonPath file(Person officer, String file) {
        return http.as(officer)
                .get("/api/v1/request-files/{id}", file)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public List<Map<String, Object>> rows(Person officer, String file) {
        return http.as(officer)
                .get("/api/v1/request-files/{id}/rows", file)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Numbers of the errors of each line, in file order. */
    public List<List<String>> codes(Person officer, String file) {
        return rows(officer, file).stream()
                .map(row -> ((List<?>) row.get("errors"))
                        .stream()
                                .map(error -> String.valueOf(((Map<?, ?>) error).get("code")))
                                .toList())
                .toList();
    }

    /** A certificate that was applied for by itself; the answer holds it. */
    public JsonPath issued(Person officer, Fixtures.Organisation tenant, String host) {
        return apply(officer, Row.of(tenant, host))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** The serial number of a certificate, as request files have it. */
    public static String decimal(JsonPath issued) {
        return SerialNumber.ofHex(issued.getString("serial")).decimal();
    }

    /** Applies for what a row says, as JSON. */
    public Response apply(Person officer, Row row) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(application(row))
                .post("/api/v1/requests");
    }

    public static Map<String, Object> application(Row row) {
        return Map.of(
                "profile", row.cells().get(Row.PROFILE - 1),
                "csr", row.cells().get(Row.CSR - 1),
                "subscriber", Map.of("email", row.email(), "name", "山田花子", "software", "Apache 2.4"));
    }

    /** A certificate that waits to be collected, with the secret of its URL from the mail. */
    public Waiting waiting(Person officer, Fixtures.Organisation tenant, String host) {
        Row row = Row.of(tenant, host);
        String file = carriedOut(officer, Row.file(row)).getString("id");
        String certificate = String.valueOf(rows(officer, file).getFirst().get("certificateId"));
        return new Waiting(
                certificate, Mailbox.await(row.email(), "ready to collect").token());
    }

    /** What an administrator was invited to collect. */
    public record Waiting(String certificate, String token) {}

    public Response revoke(Person officer, String certificate, String reason) {
        return revoke(officer, certificate, Map.of("reason", reason));
    }

    public Response revoke(Person person, String certificate, Map<String, String> grounds) {
        return http.as(person)
                .contentType(ContentType.JSON)
                .body(grounds)
                .post("/api/v1/certificates/{id}/revocation", certificate);
    }

    /** Looks at certificates that were selected. */
    public Response checkSelection(Person person, List<String> certificates, Map<String, String> grounds) {
        Map<String, Object> body = new HashMap<>(grounds);
        body.put("certificates", certificates);
        return http.as(person).contentType(ContentType.JSON).body(body).post("/api/v1/revocations");
    }

    /** Looks at certificates of whose names there is a file. */
    public Response checkNames(Person person, byte[] content, Map<String, String> grounds) {
        RequestSpecification request = http.as(person).multiPart("file", "names.csv", content, "text/csv");
        grounds.forEach(request::multiPart);
        return request.post("/api/v1/revocations");
    }

    /** What each line of a bulk revocation leads to, by its name, in the order of the lines. */
    public Map<String, String> outcomes(Person person, String bulk) {
        List<Map<String, Object>> lines = http.as(person)
                .get("/api/v1/revocations/{id}/lines", bulk)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        Map<String, String> outcomes = new LinkedHashMap<>();
        lines.forEach(line -> outcomes.merge(
                String.valueOf(line.get("name")),
                String.valueOf(line.get("outcome")),
                (first, second) -> first + " " + second));
        return outcomes;
    }

    /** A bulk revocation that was confirmed and carried out. */
    public JsonPath carriedOutBulk(Person person, String bulk) {
        http.as(person).post("/api/v1/revocations/{id}/submission", bulk).then().statusCode(202);
        Eventually.isTrue(
                "the end of bulk revocation " + bulk,
                () -> bulk(person, bulk).getString("state").equals("DONE"));
        return bulk(person, bulk);
    }

    public JsonPath bulk(Person person, String bulk) {
        return http.as(person)
                .get("/api/v1/revocations/{id}", bulk)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

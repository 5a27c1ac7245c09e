package io.shomei.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What officers, administrators and holders do with client certificates again and again. */
@Singleton
public class ClientSteps {
    private final Fixtures given;
    private final Http http;
    private final Steps steps;

    ClientSteps(Fixtures given, Http http, Steps steps) {
        this.given = given;
        this.http = http;
        this.steps = steps;
    }

    /** A tenant under whose domain the holders have their mail addresses. */
    public Fixtures.Organisation tenant() {
        return given.tenant("client").withDomain(ClientRows.DOMAIN);
    }

    /** The id of a file for new certificates that was taken. */
    public String uploaded(Person officer, Row... rows) {
        return steps.uploaded(officer, "CLIENT", "ISSUE", Row.file(rows)).getString("id");
    }

    /** The id of a file that was carried out, all of it. */
    public String carriedOut(Person officer, Row... rows) {
        JsonPath file = steps.carriedOut(officer, "CLIENT", "ISSUE", Row.file(rows));
        assertThat(file.getString("state")).isEqualTo("DONE");
        assertThat(file.getInt("progress.done")).as(file.prettify()).isEqualTo(rows.length);
        return file.getString("id");
    }

    /** The id of the certificate of a row that was carried out. */
    public String issued(Person officer, Row row) {
        return String.valueOf(
                steps.rows(officer, carriedOut(officer, row)).getFirst().get("certificateId"));
    }

    /** A row that was carried out, with everything in one hand that its certificate is collected with. */
    public Invited invited(Person officer, Row row) throws Exception {
        return new Invited(issued(officer, row), holderToken(row), pin(row));
    }

    /**
     * What a holder was invited to.
     *
     * @param certificate its id
     * @param url the secret of the URL
     * @param pin from the archive of the administrator
     */
    public record Invited(String certificate, String url, String pin) {}

    /** The serial number of the newest certificate with the CN of a row, in decimal. */
    public String serial(Person officer, Row row) {
        String subject = row.cells().getFirst();
        String hex = http.as(officer)
                .queryParam("q", subject.substring(3, subject.indexOf(',')))
                .get("/api/v1/certificates")
                .then()
                .extract()
                .path("items[0].serial");
        return new BigInteger(hex, 16).toString();
    }

    /** The secret of the URL that the holder in a row got. */
    public static String holderToken(Row row) {
        return Mailbox.await(ClientRows.holderEmail(row), "issue acceptance notice")
                .token();
    }

    /** The PIN of a row, from the archive that its administrator fetches now. */
    public String pin(Row row) throws Exception {
        byte[] zip = collectLot(Mailbox.await(row.email(), "Access PINs").token(), null)
                .asByteArray();
        return Objects.requireNonNull(KeyFiles.pins(zip).get(ClientRows.holderEmail(row)));
    }

    public Response collect(String url, String pin) {
        return collect(url, pin, null);
    }

    public Response collect(String url, String pin, @Nullable String page) {
        return collect(url, pin, page, "modern");
    }

    /**
     * Collects a key file.
     *
     * @param page null where nothing proves that somebody who comes again is the same
     */
    public Response collect(String url, String pin, @Nullable String page, String profile) {
        return from(page)
                .body(Map.of("format", "P12", "secret", pin, "p12Profile", profile))
                .post("/api/v1/enrolments/{token}/collection", url);
    }

    /** Collects access PINs or an archive of key files. */
    public Response collectLot(String token, @Nullable String page) {
        return from(page).body(Map.of()).post("/api/v1/enrolment-lots/{token}/collection", token);
    }

    private RequestSpecification from(@Nullable String page) {
        RequestSpecification request = http.portal().contentType(ContentType.JSON);
        return page == null ? request : request.header("Idempotency-Key", page);
    }

    /** Has the mails sent again that lead to a certificate. */
    public Response inviteAgain(Person officer, String certificate) {
        return http.as(officer).post("/api/v1/certificates/{id}/invitation", certificate);
    }

    /** Waits until so many mails to somebody have these words in their subject. */
    public static List<Mailbox.Received> mails(String recipient, String words, int count) {
        return Eventually.present(
                count + " mails to " + recipient + " about " + words,
                () -> Optional.of(Mailbox.to(recipient).stream()
                                .filter(mail -> mail.subject().contains(words))
                                .toList())
                        .filter(mails -> mails.size() == count));
    }

    /** Has the key of a browser certified. */
    public Response issue(String url, String pin, String csr) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("secret", pin, "csr", csr))
                .post("/api/v1/enrolments/{token}/issuance", url);
    }

    public void requireState(String url, String state) {
        http.portal()
                .get("/api/v1/enrolments/{token}", url)
                .then()
                .statusCode(200)
                .body("state", equalTo(state))
                .body("secretRequired", equalTo(true));
    }

    public void requireLotState(String token, String content, String state, int count) {
        http.portal()
                .get("/api/v1/enrolment-lots/{token}", token)
                .then()
                .statusCode(200)
                .body("content", equalTo(content))
                .body("state", equalTo(state))
                .body("count", equalTo(count));
    }

    /** How many private keys of a certificate wait to be collected. */
    public static long keys(String certificate) throws SQLException {
        return Long.parseLong(
                OwnerConnection.text("select count(*) from escrowed_key where certificate_id = '" + certificate + "'"));
    }
}

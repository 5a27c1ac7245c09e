package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.kernel.Right;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files as officers, their spreadsheets and strangers send them. */
@ShomeiTest
class UploadRequestFileTest {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

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
        tenant = given.tenant("a").withDomain("a.ac.jp").withDomain("lapsed.ac.jp", Duration.ofDays(-1));
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aGoodFileIsCheckedAndNothingIsIssued() {
        byte[] content = Row.file(Row.of(tenant, "www.a.ac.jp"), Row.of(tenant, "mail.a.ac.jp"));
        steps.upload(sato, "ABORT", "requests.tsv", content)
                .then()
                .statusCode(201)
                .body("state", equalTo("CHECKED"))
                .body("encoding", equalTo("Shift_JIS"))
                .body("rows.total", equalTo(2))
                .body("rows.accepted", equalTo(2))
                .body("rows.refused", equalTo(0))
                .body("size", equalTo(content.length))
                .body("fileName", equalTo("requests.tsv"))
                .body("reviewItems.code", equalTo(Steps.REVIEW_ITEMS));
        assertThat(certificates()).isZero();
    }

    @Test
    void onlyOfficersUploadFiles() {
        byte[] content = Row.file(Row.of(tenant, "www.a.ac.jp"));
        Refusals.needs(
                http,
                tenant.user("Taro Yamada"),
                request -> request.multiPart("kind", "SERVER")
                        .multiPart("operation", "ISSUE")
                        .multiPart("onError", "SKIP")
                        .multiPart("file", "requests.tsv", content)
                        .post("/api/v1/request-files"));
        Person lists = tenant.officer("Jiro Mori", Set.of(Right.LISTS));
        Refusals.notPermitted(steps.upload(lists, "SKIP", "requests.tsv", content));
    }

    @Test
    void theFormMustBeComplete() {
        http.as(sato)
                .multiPart("file", "requests.tsv", Row.file(Row.of(tenant, "www.a.ac.jp")))
                .post("/api/v1/request-files")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"))
                .body("errors.pointer", equalTo(List.of("kind", "operation", "onError")));
        Refusals.is(
                http.as(sato)
                        .multiPart("kind", "SERVER")
                        .multiPart("operation", "ISSUE")
                        .multiPart("onError", "SKIP")
                        .post("/api/v1/request-files"),
                422,
                "request-file-missing");
        Refusals.is(
                http.as(sato)
                        .multiPart("kind", "NONSENSE")
                        .multiPart("operation", "ISSUE")
                        .multiPart("onError", "SKIP")
                        .post("/api/v1/request-files"),
                400,
                "malformed-request");
        Refusals.is(
                http.as(sato).contentType("application/json").body("{}").post("/api/v1/request-files"),
                415,
                "media-type-not-offered");
    }

    @Test
    void aFileThatIsNoneIsRefusedAsAWhole() {
        refused("requests.tsv", new byte[0], "request-file-empty");
        refused("requests.tsv", "\r\n\t\t\t\r\n\r\n".getBytes(SHIFT_JIS), "request-file-empty");
        refused("requests.csv", Row.file(Row.of(tenant, "www.a.ac.jp")), "request-file-extension");
        refused("requests.xlsx", Row.file(Row.of(tenant, "www.a.ac.jp")), "request-file-extension");
        byte[] line = new byte[10 << 20];
        Arrays.fill(line, (byte) 'a');
        refused("requests.tsv", line, "request-file-line-too-long");
        assertThat(files()).isZero();
    }

    @Test
    void aFileOfSomethingElseIsNotGuessedAt() {
        // Neither Shift_JIS nor UTF-8 nor UTF-16: every line is refused, or the file is.
        byte[] noise = new byte[4_096];
        new java.util.Random(7).nextBytes(noise);
        Response answer = steps.upload(sato, "SKIP", "requests.tsv", noise);
        assertThat(answer.statusCode()).isIn(201, 422);
        if (answer.statusCode() == 201) {
            assertThat(answer.jsonPath().getLong("rows.accepted")).isZero();
        }
    }

    @Test
    void tenThousandRowsAreTakenAndOneMoreIsNot() {
        byte[] line = (Row.of(tenant, "www.a.ac.jp").with(Row.CSR, "x").line() + "\n").getBytes(SHIFT_JIS);
        assertThat(steps.uploaded(sato, times(line, 10_000)).getLong("rows.total"))
                .isEqualTo(10_000);
        refused("requests.tsv", times(line, 10_001), "request-file-too-many-rows");
    }

    @Test
    void thePolicySaysHowManyRowsAreTaken() {
        Fixtures.Organisation small =
                given.tenant("s").withDomain("s.ac.jp").withPolicy("{\"requestFile\":{\"maxRows\":1}}");
        Person officer = small.officer("Hanako Sato");
        byte[] two = Row.file(Row.of(small, "a.s.ac.jp"), Row.of(small, "b.s.ac.jp"));
        Refusals.is(steps.upload(officer, "SKIP", "requests.tsv", two), 422, "request-file-too-many-rows");
    }

    @Test
    void aFileOfMoreThan64MebibytesIsRefusedWithAProblemDocument() {
        byte[] content = new byte[(64 << 20) + 1];
        Arrays.fill(content, (byte) '\n');
        Refusals.is(steps.upload(sato, "SKIP", "requests.tsv", content), 413, "request-file-too-large");
    }

    @Test
    void aBodyThatSaysItIsFarTooLargeIsNotEvenRead() throws Exception {
        String answer = raw(
                "POST /api/v1/request-files HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                        + "Content-Length: 68157440\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
        answer = raw("POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2000000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
    }

    @Test
    void aCompressedBodyIsNotTaken() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        Refusals.is(
                http.as(sato)
                        .header("Content-Encoding", "gzip")
                        .contentType("application/octet-stream")
                        .body(packed.toByteArray())
                        .post("/api/v1/request-files"),
                415,
                "compressed-body");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingBehind() throws Exception {
        String token = http.logIn(sato);
        try (SSLSocket socket = http.connect(sato.identity())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/request-files HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n"
                            + "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nSERVER\r\n"
                            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"requests.tsv\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(Row.of(tenant, "www.a.ac.jp").line().getBytes(SHIFT_JIS));
            out.flush();
        }
        http.as(sato).get("/api/v1/session").then().statusCode(200);
        assertThat(files()).isZero();
    }

    @Test
    void everyEncodingThatSpreadsheetsWriteIsTold() {
        String text = Row.of(tenant, "www.a.ac.jp").line() + "\r\n";
        encoding(text.getBytes(SHIFT_JIS), "Shift_JIS");
        encoding(text.getBytes(StandardCharsets.UTF_8), "UTF-8");
        encoding(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), "UTF-8-BOM");
        encoding(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), "UTF-16LE");
        encoding(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE), "UTF-16BE");
    }

    @Test
    void mixedLineEndsAreTakenAndBlankLinesAtTheEndAreNothing() {
        String text = Row.of(tenant, "a.a.ac.jp").line() + "\n"
                + Row.of(tenant, "b.a.ac.jp").line() + "\r\n"
                + Row.of(tenant, "c.a.ac.jp").line() + "\r\n\r\n\t\t\n";
        JsonPath file = steps.uploaded(sato, text.getBytes(SHIFT_JIS));
        assertThat(file.getLong("rows.accepted")).isEqualTo(3);
        assertThat(file.getLong("rows.total")).isEqualTo(3);
    }

    @Test
    void aKindThatIsNotTakenIsRefused() {
        for (String operation : List.of("ISSUE", "RENEW", "REVOKE")) {
            Refusals.is(
                    http.as(sato)
                            .multiPart("kind", "SUBSCRIBER")
                            .multiPart("operation", operation)
                            .multiPart("onError", "SKIP")
                            .multiPart("file", "requests.tsv", Row.file(Row.of(tenant, "www.a.ac.jp")))
                            .post("/api/v1/request-files"),
                    422,
                    "request-file-operation-unknown");
        }
    }

    @Test
    void theSameUploadTwiceWithOneKeyIsOneFile() {
        byte[] content = Row.file(Row.of(tenant, "www.a.ac.jp"));
        String first = withKey("once", content).then().statusCode(201).extract().path("id");
        withKey("once", content).then().statusCode(201).body("id", equalTo(first));
        assertThat(files()).isEqualTo(1);
        Refusals.is(withKey("once", Row.file(Row.of(tenant, "mail.a.ac.jp"))), 409, "idempotency-key-reused");
    }

    @Test
    void aRefusedUploadReleasesItsKey() {
        Refusals.is(withKey("again", new byte[0]), 422, "request-file-empty");
        withKey("again", Row.file(Row.of(tenant, "www.a.ac.jp"))).then().statusCode(201);
    }

    @Test
    void ofTwoUploadsAtTheSameTimeWithOneKeyOneIsRefused() throws Exception {
        byte[] content = Row.file(Row.of(tenant, "www.a.ac.jp"));
        http.as(sato).get("/api/v1/session");
        try (Connection owner = OwnerConnection.open();
                Statement statement = owner.createStatement();
                var executor = Executors.newFixedThreadPool(2)) {
            // Whoever is first waits here, in the middle of the work.
            owner.setAutoCommit(false);
            statement.execute("lock table request_file in exclusive mode");
            var uploads = new ExecutorCompletionService<Response>(executor);
            uploads.submit(() -> withKey("race", content));
            uploads.submit(() -> withKey("race", content));
            Refusals.is(uploads.take().get(), 409, "idempotency-key-in-use");
            owner.rollback();
            uploads.take().get().then().statusCode(201);
        }
        assertThat(files()).isOne();
    }

    @Test
    void aFileNameInAnyScriptIsKeptWithoutItsFolders() {
        steps.upload(sato, "SKIP", "C:\\Users\\sato\\requests.txt", Row.file(Row.of(tenant, "www.a.ac.jp")))
                .then()
                .statusCode(201)
                .body("fileName", equalTo("requests.txt"));
    }

    @Test
    void theUploadIsInTheHistory() {
        steps.uploaded(sato, Row.file(Row.of(tenant, "www.a.ac.jp")));
        http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items.operation", hasItem("requestfile.upload"));
    }

    private void refused(String fileName, byte[] content, String problem) {
        Refusals.is(steps.upload(sato, "SKIP", fileName, content), 422, problem);
    }

    private void encoding(byte[] content, String encoding) {
        assertThat(steps.uploaded(sato, content).getString("encoding")).isEqualTo(encoding);
        assertThat(steps.uploaded(sato, content).getLong("rows.accepted")).isEqualTo(1);
    }

    private Response withKey(String key, byte[] content) {
        return http.as(sato)
                .header("Idempotency-Key", key)
                .multiPart("kind", "SERVER")
                .multiPart("operation", "ISSUE")
                .multiPart("onError", "SKIP")
                .multiPart("file", "requests.tsv", content, "text/tab-separated-values")
                .post("/api/v1/request-files");
    }

    private long files() {
        return http.as(sato).get("/api/v1/request-files").jsonPath().getLong("total.value");
    }

    private long certificates() {
        return http.as(sato)
                .queryParam("kind", "SERVER")
                .get("/api/v1/certificates")
                .jsonPath()
                .getLong("total.value");
    }

    private String raw(String request) throws Exception {
        try (SSLSocket socket = http.connect(sato.identity())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] buffer = new byte[4_096];
            int read = in.read(buffer);
            while (read > 0 && !answer.toString(StandardCharsets.UTF_8).contains("}")) {
                answer.write(buffer, 0, read);
                if (answer.toString(StandardCharsets.UTF_8).contains("}")) {
                    break;
                }
                read = in.read(buffer);
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static byte[] times(byte[] line, int rows) {
        byte[] all = new byte[line.length * rows];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(line, 0, all, i * line.length, line.length);
        }
        return all;
    }
}

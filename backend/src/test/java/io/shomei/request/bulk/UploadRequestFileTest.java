package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
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
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void everyRowIsToldEveryErrorOfIts() {
        Row good = Row.of(tenant, "www.a.ac.jp");
        String file = steps.uploaded(
                        sato, Row.file(good.with(Row.EMAIL, "").with(Row.PROFILE, "99"), Row.of(tenant, "b.a.ac.jp")))
                .getString("id");
        assertThat(steps.codes(sato, file).getFirst()).containsExactlyInAnyOrder("201", "223");
        http.as(sato)
                .get("/api/v1/request-files/{id}/rows", file)
                .then()
                .body("items[0].outcome", equalTo("REFUSED"))
                .body("items[0].errors.column", hasItems(2, 10))
                .body("items[1].outcome", equalTo("ACCEPTED"));
    }

    @Test
    void cellsThatAreWrongInFormAreRefused() {
        Row row = Row.of(tenant, "www.a.ac.jp");
        codes(row.with(Row.NAME, "\"山田花子\""), "206");
        codes(row.with(Row.NAME, "髙橋"), "230");
        codes(row.with(Row.UNIT, "第①センター"), "230");
        codes(new Row(row.cells().subList(0, 12)), "231");
        codes(new Row(concat(row.cells(), "")), "231");
        codes(row.with(Row.NAME, "山田\t花子"), "231");
        codes(row.with(3, "x"), "232");
        codes(row.with(5, "0"), "232");
        codes(row.with(Row.EMAIL, "yamada.example.ac.jp"), "206");
        codes(row.with(Row.EMAIL, "yama..da@example.ac.jp"), "229");
        codes(row.with(Row.SOFTWARE, "a".repeat(129)), "202");
        codes(row.with(Row.PROFILE, "1a"), "204");
    }

    @Test
    void subjectsThatAreNotTheRegisteredOnesAreRefused() {
        subject(tenant.dn("www.a.ac.jp").replace("L=Chiyoda-ku", "L=Default City"), "226");
        subject(tenant.dn("www.a.ac.jp").replace("University a", "My University"), "226");
        subject("CN=www.a.ac.jp,O=University a,C=JP", "206");
        subject("CN=www.a.ac.jp,OU=Library,O=University a,L=Chiyoda-ku,ST=Tokyo,C=JP", "371");
        Row row = Row.of(tenant, "www.a.ac.jp");
        codes(row.with(Row.DN, tenant.dn("www.a.ac.jp").replace("CN=", "cn=")), "206");
        codes(row.with(Row.DN, tenant.dn("www.a.ac.jp").replace(",O=", ", O=")), "206");
        codes(row.with(Row.DN, "www.a.ac.jp"), "206");
    }

    @Test
    void aSubjectWrittenCountryFirstIsTakenFromTheRequestButNotInTheFile() {
        Row row = Row.of(tenant, "www.a.ac.jp");
        codes(row.with(Row.DN, "C=JP,ST=Tokyo,L=Chiyoda-ku,O=University a,CN=www.a.ac.jp"), "206");
    }

    @Test
    void everyFaultOfARequestIsTold() throws Exception {
        String dn = tenant.dn("www.a.ac.jp");
        KeyPair key = Csrs.key(KeySpec.P256);
        byte[] der = Csrs.der(dn, key);
        byte[] broken = der.clone();
        broken[broken.length - 1] ^= 1;
        csr("not base64!", "216");
        csr(base64(Arrays.copyOf(der, der.length - 9)), "216");
        csr(base64(broken), "217");
        csr(Csrs.base64(tenant.dn("other.a.ac.jp"), key), "218");
        var rsa1024 = Csrs.weakKey(
                "RSA", new java.security.spec.RSAKeyGenParameterSpec(1024, java.math.BigInteger.valueOf(65_537)));
        codes(Row.of(dn, "www.a.ac.jp", base64(Csrs.der(dn, rsa1024))).with(Row.PROFILE, "3"), "219");
        var exponent3 = Csrs.weakKey(
                "RSA", new java.security.spec.RSAKeyGenParameterSpec(2048, java.math.BigInteger.valueOf(3)));
        codes(Row.of(dn, "www.a.ac.jp", base64(Csrs.der(dn, exponent3))).with(Row.PROFILE, "3"), "219");
        var p521 = Csrs.weakKey("EC", new java.security.spec.ECGenParameterSpec("secp521r1"));
        codes(Row.of(dn, "www.a.ac.jp", base64(Csrs.der(dn, p521))).with(Row.PROFILE, "11"), "219");
        codes(Row.of(dn, "www.a.ac.jp", base64(der)).with(Row.PROFILE, "3"), "219");
        KeyPair rsa = Csrs.key(KeySpec.RSA_2048);
        codes(
                Row.of(dn, "www.a.ac.jp", base64(Csrs.der(dn, rsa, "SHA1withRSA")))
                        .with(Row.PROFILE, "3"),
                "217");
    }

    @Test
    void everyProfileTakesTheKeyOfItsKind() {
        String dn = tenant.dn("www.a.ac.jp");
        codes(Row.of(dn, "www.a.ac.jp", Csrs.base64(dn, Csrs.key(KeySpec.RSA_2048)))
                .with(Row.PROFILE, "3"));
        codes(Row.of(dn, "www.a.ac.jp", Csrs.base64(dn, Csrs.key(KeySpec.P384))).with(Row.PROFILE, "11"));
        codes(Row.of(dn, "www.a.ac.jp", Csrs.base64(dn, Csrs.key(KeySpec.P256))).with(Row.PROFILE, "12"));
    }

    @Test
    void hostNamesMustBePermitted() {
        codes(Row.of(tenant, "www.example.org"), "224");
        codes(Row.of(tenant, "www.evila.ac.jp"), "224");
        codes(Row.of(tenant, "www.lapsed.ac.jp"), "225");
        codes(Row.of(tenant, "192.0.2.1"), "227");
        codes(Row.of(tenant, "*.a.ac.jp"), "227");
        codes(Row.of(tenant, "under_score.a.ac.jp"), "227");
        codes(Row.of(tenant, "www.a.ac.jp").with(Row.FQDN, "other.a.ac.jp"), "227");
    }

    @Test
    void eightNamesOf250CharactersAreTheMost() {
        Row row = Row.of(tenant, "www.a.ac.jp");
        codes(row.with(Row.DNS_NAMES, names("www.a.ac.jp", 7)));
        codes(row.with(Row.DNS_NAMES, names("www.a.ac.jp", 8)), "227");
        // The FQDN is added, and counts.
        codes(row.with(Row.DNS_NAMES, "dNSName=" + "n".repeat(60) + ".a.ac.jp"));
        String added = ",dNSName=www.a.ac.jp";
        String name = longName(250 - added.length());
        codes(row.with(Row.DNS_NAMES, name));
        codes(row.with(Row.DNS_NAMES, longName(251 - added.length())), "227");
        codes(row.with(Row.DNS_NAMES, "dNSName=www.a.ac.jp,"), "227");
        codes(row.with(Row.DNS_NAMES, "www.a.ac.jp"), "227");
        codes(row.with(Row.DNS_NAMES, "dNSName=www.example.org"), "224");
    }

    @Test
    void oneFileNamesAHostAndAKeyOnce() {
        KeyPair key = Csrs.key(KeySpec.P256);
        String file = steps.uploaded(
                        sato,
                        Row.file(
                                Row.of(tenant, "one.a.ac.jp", key),
                                Row.of(tenant, "two.a.ac.jp", key),
                                Row.of(tenant, "three.a.ac.jp"),
                                Row.of(tenant, "three.a.ac.jp")))
                .getString("id");
        assertThat(steps.codes(sato, file)).containsExactly(List.of(), List.of("228"), List.of(), List.of("228"));
    }

    @Test
    void aNameAndAKeyThatWereUsedBeforeAreTold() {
        KeyPair key = Csrs.key(KeySpec.P256);
        steps.apply(sato, Row.of(tenant, "www.a.ac.jp", key)).then().statusCode(201);
        codes(Row.of(tenant, "www.a.ac.jp"), "212");
        codes(Row.of(tenant, "other.a.ac.jp", key), "220");
        // A key is used up for everybody, a name for its tenant.
        Fixtures.Organisation another = given.tenant("b").withDomain("a.ac.jp");
        Person other = another.officer("Ichiro Suzuki");
        codes(other, Row.of(another, "www.a.ac.jp"));
        codes(other, Row.of(another, "fresh.a.ac.jp", key), "220");
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
    void uploadsAtTheSameTimeWithOneKeyAreOneFile() throws Exception {
        byte[] content = times((Row.of(tenant, "www.a.ac.jp").line() + "\n").getBytes(SHIFT_JIS), 400);
        http.as(sato).get("/api/v1/session");
        List<Callable<Response>> uploads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            uploads.add(() -> withKey("race", content));
        }
        List<Response> answers = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(uploads.size())) {
            for (Future<Response> answer : executor.invokeAll(uploads)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers)
                .extracting(Response::statusCode)
                .isSubsetOf(201, 409)
                .contains(201);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> Refusals.is(answer, 409, "idempotency-key-in-use"));
        Eventually.isTrue("one file", () -> files() == 1);
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

    /** The row and its CSR say the same subject, so that nothing else is wrong. */
    private void subject(String dn, String code) {
        codes(Row.of(dn, "www.a.ac.jp", Csrs.base64(dn, Csrs.key(KeySpec.P256))), code);
    }

    private void csr(String csr, String code) {
        codes(Row.of(tenant.dn("www.a.ac.jp"), "www.a.ac.jp", csr), code);
    }

    private void codes(Row row, String... codes) {
        codes(sato, row, codes);
    }

    private void codes(Person officer, Row row, String... codes) {
        String file = steps.uploaded(officer, Row.file(row)).getString("id");
        assertThat(Set.copyOf(steps.codes(officer, file).getFirst()))
                .as(row.line())
                .containsExactlyInAnyOrder(codes);
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

    private static String names(String first, int more) {
        StringBuilder names = new StringBuilder("dNSName=").append(first);
        for (int i = 0; i < more; i++) {
            names.append(",dNSName=").append((char) ('b' + i)).append(".a.ac.jp");
        }
        return names.toString();
    }

    /** A list of one name with so many characters. */
    private static String longName(int characters) {
        int labels = characters - "dNSName=".length() - "a.ac.jp".length();
        StringBuilder name = new StringBuilder();
        while (name.length() < labels) {
            int left = labels - name.length();
            int label = Math.min(left - 1, left - 1 > 61 && left - 1 < 64 ? 40 : 60);
            name.append("a".repeat(label)).append('.');
        }
        return "dNSName=" + name + "a.ac.jp";
    }

    private static List<String> concat(List<String> cells, String more) {
        List<String> all = new ArrayList<>(cells);
        all.add(more);
        return all;
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }
}

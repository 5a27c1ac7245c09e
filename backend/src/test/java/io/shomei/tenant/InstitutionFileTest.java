package io.shomei.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.kernel.TenantId;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators register and change many tenants by one file. */
@ShomeiTest
class InstitutionFileTest {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final int CODE = 0;
    private static final int NAME_JA = 1;
    private static final int ST = 3;
    private static final int DOMAINS = 5;
    private static final int OFFICER_NAME = 6;
    private static final int OFFICER_EMAIL = 9;
    private static final int PRESET = 10;
    private static final int DEADLINE = 11;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    TenantRegistry registry;

    @Inject
    TenantRepository tenants;

    private Person desk;

    @BeforeEach
    void operator() {
        desk = given.operator("Service Desk");
    }

    @Test
    void tenantsAreRegisteredAfterTheyWereLookedAt() {
        List<String> one = row();
        List<String> two = row();
        JsonPath plan =
                check(SHIFT_JIS, one, two).then().statusCode(200).extract().jsonPath();
        assertThat(plan.getString("encoding")).isEqualTo("Shift_JIS");
        assertThat(plan.getList("rows.outcome")).isEqualTo(List.of("NEW", "NEW"));
        listed(one).then().body("items", equalTo(List.of()));
        carryOut(bytes(SHIFT_JIS, one, two), plan.getString("plan"))
                .then()
                .statusCode(201)
                .body("counts.registered", equalTo(2));
        String id = listed(one).then().extract().path("items[0].id");
        http.as(desk)
                .get("/api/v1/tenants/{id}", id)
                .then()
                .body("nameJa", equalTo("北斗大学"))
                .body("subject.o", equalTo("Hokuto University"))
                .body("domains.name", equalTo(List.of("hokuto.ac.jp", "lib.hokuto.ac.jp")))
                .body("domains[0].issuingDeadline", equalTo("2099-03-31T14:59:59Z"))
                .body("contacts[0].latinName", equalTo("Hanako Hokuto"));
        http.as(desk)
                .queryParam("operation", "institutionfile.carry-out")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].detail.registered", equalTo("2"));
    }

    @Test
    void everyEncodingIsReadAndNamed() {
        for (Charset charset : List.of(SHIFT_JIS, StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            check(charset, row()).then().statusCode(200).body("rows[0].name", equalTo("北斗大学"));
        }
    }

    @Test
    void whatIsThereIsChangedAndWhatIsEmptyStays() {
        List<String> row = registered();
        List<String> change = new ArrayList<>(row);
        change.set(NAME_JA, "北斗学園大学");
        change.set(ST, "");
        change.set(DOMAINS, "hokuto.ac.jp,new.hokuto.ac.jp");
        change.set(DEADLINE, "2099-12-31");
        change.set(PRESET, "");
        JsonPath plan = check(StandardCharsets.UTF_8, change)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(plan.getList("rows.outcome")).isEqualTo(List.of("CHANGED"));
        assertThat(plan.getList("rows[0].differences.field"))
                .isEqualTo(List.of("nameJa", "hokuto.ac.jp", "new.hokuto.ac.jp"));
        carryOut(bytes(StandardCharsets.UTF_8, change), plan.getString("plan"))
                .then()
                .statusCode(201)
                .body("counts.changed", equalTo(1));
        http.as(desk)
                .get("/api/v1/tenants/{id}", plan.getString("rows[0].tenant"))
                .then()
                .body("nameJa", equalTo("北斗学園大学"))
                .body("subject.st", equalTo("Hokkaido"))
                .body("domains.name", equalTo(List.of("hokuto.ac.jp", "lib.hokuto.ac.jp", "new.hokuto.ac.jp")))
                .body(
                        "domains.issuingDeadline",
                        equalTo(List.of("2099-12-31T14:59:59Z", "2099-03-31T14:59:59Z", "2099-12-31T14:59:59Z")));
    }

    @Test
    void everythingThatIsWrongIsToldByRowAndColumn() {
        List<String> bad = new ArrayList<>(row());
        bad.set(CODE, "北斗");
        bad.set(NAME_JA, "①大学");
        bad.set(DOMAINS, "hokuto_ac_jp");
        bad.set(OFFICER_NAME, "");
        bad.set(OFFICER_EMAIL, "hanako");
        bad.set(PRESET, "no-such-preset");
        bad.set(DEADLINE, "31.3.2099");
        List<String> good = row();
        JsonPath plan = check(StandardCharsets.UTF_8, bad, good, good, List.of("a", "b"))
                .then()
                .statusCode(200)
                .body("counts.refused", equalTo(3))
                .body("rows[0].errors.column", equalTo(List.of(1, 2, 6, 7, 10, 11, 12)))
                .body("rows[0].errors.code", equalTo(List.of("206", "230", "227", "201", "229", "206", "206")))
                .body("rows[0].errors[1].cure", containsString("JIS"))
                .body("rows[0].errors[2].value", equalTo("hokuto_ac_jp"))
                .body("rows[2].errors.code", equalTo(List.of("228")))
                .body("rows[3].errors.code", equalTo(List.of("231")))
                .extract()
                .jsonPath();
        Refusals.is(
                carryOut(bytes(StandardCharsets.UTF_8, bad, good, good, List.of("a", "b")), plan.getString("plan")),
                409,
                "institution-file-has-refused-rows");
        listed(good).then().body("items", equalTo(List.of()));
    }

    @Test
    void onlyWhatWasLookedAtIsCarriedOut() {
        List<String> row = registered();
        row.set(NAME_JA, "北斗学園大学");
        byte[] file = bytes(StandardCharsets.UTF_8, row);
        String plan = check(StandardCharsets.UTF_8, row).then().extract().path("plan");
        Refusals.is(carryOut(file, "ABC"), 409, "institution-file-outdated");
        carryOut(file, plan).then().statusCode(201);
        Refusals.is(carryOut(file, plan), 409, "institution-file-outdated");
        String again = check(StandardCharsets.UTF_8, row)
                .then()
                .body("rows.outcome", equalTo(List.of("UNCHANGED")))
                .extract()
                .path("plan");
        Refusals.is(carryOut(file, again), 409, "institution-file-nothing-to-do");
    }

    /** Or it would put what it read before in the place of what was changed meanwhile. */
    @Test
    void whoeverWaitedForATenantSeesItAsItIsThen() {
        String code = registered().get(CODE);
        Registration seen = QuarkusTransaction.requiringNew().call(() -> {
            TenantId id = registry.find(code).orElseThrow().tenant().id();
            QuarkusTransaction.requiringNew().run(() -> tenants.changed(id));
            return registry.lock(code).orElseThrow();
        });
        assertThat(seen.version()).isEqualTo(2);
    }

    /** Browsers say how long a body is before they send it. */
    @Test
    void aFileMayBeLargerThanOtherBodies() throws IOException, InterruptedException {
        String content = "a".repeat(15_000) + "\n";
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"institutions.tsv\"\r\n\r\n"
                + content.repeat(100) + "\r\n--x--\r\n";
        try (HttpClient browser = HttpClient.newBuilder()
                .sslContext(http.context(desk.identity()))
                .build()) {
            HttpResponse<String> answer = browser.send(
                    HttpRequest.newBuilder(http.certUri().resolve("/api/v1/institution-files/check"))
                            .header("Authorization", "Bearer " + http.logIn(desk))
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JsonPath.from(answer.body()).getInt("counts.refused")).isEqualTo(100);
        }
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSame() {
        List<String> row = row();
        byte[] file = bytes(StandardCharsets.UTF_8, row);
        String plan = check(StandardCharsets.UTF_8, row).then().extract().path("plan");
        String key = String.valueOf(row.get(CODE));
        for (int i = 0; i < 2; i++) {
            upload(http.as(desk).header("Idempotency-Key", key), "institutions.tsv", file)
                    .multiPart("plan", plan)
                    .post("/api/v1/institution-files")
                    .then()
                    .statusCode(201)
                    .body("rows.outcome", equalTo(List.of("NEW")));
        }
        Refusals.is(
                upload(http.as(desk).header("Idempotency-Key", key), "institutions.tsv", file)
                        .multiPart("plan", "other")
                        .post("/api/v1/institution-files"),
                409,
                "idempotency-key-reused");
    }

    @Test
    void aFileThatIsNoneIsRefusedWhereverItIsSent() {
        byte[] row = bytes(StandardCharsets.UTF_8, row());
        List<Function<RequestSpecification, Response>> operations = List.of(
                request -> request.post("/api/v1/institution-files/check"),
                request -> request.multiPart("plan", "x").post("/api/v1/institution-files"));
        for (Function<RequestSpecification, Response> operation : operations) {
            Refusals.is(operation.apply(http.as(desk).multiPart("other", "x")), 422, "institution-file-missing");
            refused(operation, "institutions.xlsx", row, 422, "institution-file-extension");
            refused(operation, "institutions.tsv", new byte[0], 422, "institution-file-empty");
            refused(
                    operation,
                    "institutions.tsv",
                    "a\n".repeat(1_001).getBytes(StandardCharsets.UTF_8),
                    422,
                    "institution-file-too-many-rows");
            refused(
                    operation,
                    "institutions.tsv",
                    "a".repeat(20_000).getBytes(StandardCharsets.UTF_8),
                    422,
                    "institution-file-line-too-long");
            refused(operation, "institutions.tsv", new byte[] {0, 1, 2}, 422, "institution-file-encoding");
            refused(operation, "institutions.tsv", new byte[(64 << 20) + 1], 413, "institution-file-too-large");
        }
        Refusals.is(
                upload(http.as(desk), "institutions.tsv", row).post("/api/v1/institution-files"),
                400,
                "malformed-request");
        Person sato = given.tenant("a").officer("Hanako Sato");
        operations.forEach(operation ->
                Refusals.needs(http, sato, request -> operation.apply(upload(request, "institutions.tsv", row))));
    }

    private void refused(
            Function<RequestSpecification, Response> operation, String name, byte[] file, int status, String problem) {
        Refusals.is(operation.apply(upload(http.as(desk), name, file)), status, problem);
    }

    private List<String> registered() {
        List<String> row = row();
        String plan = check(StandardCharsets.UTF_8, row).then().extract().path("plan");
        carryOut(bytes(StandardCharsets.UTF_8, row), plan).then().statusCode(201);
        return row;
    }

    private static List<String> row() {
        return new ArrayList<>(List.of(
                "HOKUTO-" + ThreadLocalRandom.current().nextInt(1_000_000_000),
                "北斗大学",
                "Hokuto University",
                "Hokkaido",
                "Sapporo",
                "hokuto.ac.jp,lib.hokuto.ac.jp",
                "北斗花子",
                "Hanako Hokuto",
                "情報基盤センター",
                "hanako@hokuto.ac.jp",
                "research-federation",
                "2099-03-31"));
    }

    @SafeVarargs
    private static byte[] bytes(Charset charset, List<String>... rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(String.join("\t", row)).append("\r\n");
        }
        return text.toString().getBytes(charset);
    }

    @SafeVarargs
    private Response check(Charset charset, List<String>... rows) {
        return upload(http.as(desk), "institutions.tsv", bytes(charset, rows)).post("/api/v1/institution-files/check");
    }

    private Response carryOut(byte[] file, String plan) {
        return upload(http.as(desk), "institutions.tsv", file)
                .multiPart("plan", plan)
                .post("/api/v1/institution-files");
    }

    private static RequestSpecification upload(RequestSpecification request, String name, byte[] file) {
        return request.multiPart("file", name, file, "text/tab-separated-values");
    }

    private Response listed(List<String> row) {
        return http.as(desk).queryParam("q", row.get(CODE)).get("/api/v1/tenants");
    }
}

package io.shomei.revocation.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The certificates of a list of names: what is read, what is answered for each line, and the file of the answers. */
@ShomeiTest
class NamedRevocationTest {
    private static final Map<String, String> SUPERSEDED = Map.of("reason", "SUPERSEDED");

    private static final String RESULT = "/api/v1/revocations/{id}/result.csv";

    private static final String NOBODYS = "0197a1b2-0000-7000-8000-000000000001";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    private Fixtures.Organisation tenant;

    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aFileOfNamesIsAnsweredForLineByLine() {
        steps.issued(sato, tenant, "one.a.ac.jp");
        steps.issued(sato, tenant, "two.a.ac.jp");
        String revoked = steps.issued(sato, tenant, "old.a.ac.jp").getString("id");
        steps.revoke(sato, revoked, "SUPERSEDED").then().statusCode(201);
        Fixtures.Organisation stranger = given.tenant("b").withDomain("b.ac.jp");
        steps.issued(stranger.officer("Ichiro Suzuki"), stranger, "www.b.ac.jp");

        byte[] file =
                "コモンネーム,備考\r\none.a.ac.jp,x\r\nTWO.a.ac.jp,\r\nnone.a.ac.jp,\r\nold.a.ac.jp,\r\nwww.b.ac.jp,山田\r\n"
                        .getBytes(Charset.forName("windows-31j"));
        String bulk = steps.checkNames(sato, file, SUPERSEDED)
                .then()
                .statusCode(201)
                .body("source", equalTo("FILE"))
                .body("fileName", equalTo("names.csv"))
                .body("encoding", equalTo("Shift_JIS"))
                .extract()
                .path("id");
        assertThat(steps.outcomes(sato, bulk))
                .isEqualTo(Map.of(
                        "one.a.ac.jp", "REVOCABLE",
                        "TWO.a.ac.jp", "REVOCABLE",
                        "none.a.ac.jp", "NOT_FOUND",
                        "old.a.ac.jp", "ALREADY_REVOKED",
                        "www.b.ac.jp", "NOT_FOUND"));
        http.as(sato)
                .queryParam("outcome", "NOT_FOUND")
                .queryParam("limit", 1)
                .get("/api/v1/revocations/{id}/lines", bulk)
                .then()
                .body("items.name", equalTo(List.of("none.a.ac.jp")))
                .body("items.line", equalTo(List.of(4)))
                .body("total.value", equalTo(2))
                .body("next", notNullValue());
        steps.carriedOutBulk(sato, bulk);
        http.as(sato)
                .queryParam("status", "REVOKED")
                .get("/api/v1/certificates")
                .then()
                .body("total.value", equalTo(3));
    }

    @Test
    void theResultIsAFileThatCanBeUploadedAgain() {
        steps.issued(sato, tenant, "one.a.ac.jp");
        String bulk = steps.checkNames(sato, "one.a.ac.jp\n=none.a.ac.jp\n".getBytes(UTF_8), SUPERSEDED)
                .path("id");
        Response all = http.as(sato)
                .header("Accept-Language", "en")
                .queryParam("encoding", "UTF-8")
                .get(RESULT, bulk);
        all.then().statusCode(200);
        assertThat(all.header("Content-Disposition")).contains("revocation-result.csv");
        String csv = new String(all.asByteArray(), UTF_8);
        assertThat(csv).startsWith("\uFEFFLine,Common name,");
        assertThat(csv.lines().skip(1).map(line -> line.split(",")[2])).containsExactly("REVOCABLE", "NOT_FOUND");
        // Spreadsheets carry out what looks like a formula.
        assertThat(csv).contains("2,'=none.a.ac.jp,NOT_FOUND,No such certificate,");
        // By default in the encoding of the tenant's lists, and only what is asked for.
        String wrong = new String(
                http.as(sato)
                        .header("Accept-Language", "ja")
                        .queryParam("outcome", "NOT_FOUND")
                        .get(RESULT, bulk)
                        .asByteArray(),
                Charset.forName("windows-31j"));
        assertThat(wrong.lines()).hasSize(2);
        assertThat(wrong).startsWith("行,コモンネーム,").contains("証明書が見つかりません");
        assertThat(steps.outcomes(
                        sato,
                        steps.checkNames(sato, all.asByteArray(), SUPERSEDED).path("id")))
                .containsEntry("one.a.ac.jp", "REVOCABLE");
        Refusals.is(http.as(sato).queryParam("encoding", "EBCDIC").get(RESULT, bulk), 400, "malformed-request");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get(RESULT, bulk));
        Refusals.unknown(
                given.tenant("b").officer("Ichiro Suzuki"), http, bulk, (request, each) -> request.get(RESULT, each));
    }

    @Test
    void aFileThatIsNoListOfNamesIsRefusedAsAWhole() {
        Refusals.is(
                http.as(sato).multiPart("reason", "SUPERSEDED").post("/api/v1/revocations"), 422, "name-list-missing");
        Refusals.is(steps.checkNames(sato, new byte[0], SUPERSEDED), 422, "name-list-empty");
        Refusals.is(steps.checkNames(sato, new byte[] {0, 1}, SUPERSEDED), 422, "name-list-unreadable");
        Refusals.is(
                steps.checkNames(sato, "www.a.ac.jp\n".repeat(10_001).getBytes(UTF_8), SUPERSEDED),
                422,
                "name-list-too-long");
        Refusals.is(
                steps.checkNames(sato, "www.a.ac.jp\n".repeat(400_000).getBytes(UTF_8), SUPERSEDED),
                413,
                "name-list-too-large");
    }

    @Test
    void whatCannotBeReadIsPointedAt() {
        steps.checkSelection(sato, List.of(), SUPERSEDED)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/certificates"));
        steps.checkSelection(sato, List.of(NOBODYS), Map.of("reason", "BORED"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        steps.checkNames(sato, "x\n".getBytes(UTF_8), Map.of())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("reason"));
        steps.checkNames(sato, "x\n".getBytes(UTF_8), Map.of("reason", "SUPERSEDED", "comment", "two\nlines"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("comment"));
        for (Response wrong : List.of(
                steps.checkSelection(
                        sato,
                        List.of(NOBODYS),
                        Map.of(
                                "reason",
                                "SUPERSEDED",
                                "invalidityDate",
                                clock.instant().toString())),
                steps.checkNames(
                        sato,
                        "x\n".getBytes(UTF_8),
                        Map.of(
                                "reason",
                                "SUPERSEDED",
                                "invalidityDate",
                                clock.instant().toString())))) {
            Refusals.is(wrong, 422, "invalidity-date-wrong");
        }
    }
}

package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What officers read of request files: lists, rows, columns, results, and the stream of events. */
@ShomeiTest
class ReadRequestFileTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    RequestFileRepository files;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void rowsAreListedByOutcomeByCodeAndPageByPage() {
        String file = steps.uploaded(
                        sato,
                        Row.file(
                                Row.of(tenant, "a.a.ac.jp"),
                                Row.of(tenant, "www.example.org"),
                                Row.of(tenant, "b.a.ac.jp"),
                                Row.of(tenant, "192.0.2.1"),
                                Row.of(tenant, "c.a.ac.jp")))
                .getString("id");
        assertThat(lines(file, "outcome", "ACCEPTED")).containsExactly(1, 3, 5);
        assertThat(lines(file, "outcome", "REFUSED")).containsExactly(2, 4);
        assertThat(lines(file, "code", "224")).containsExactly(2);
        assertThat(lines(file, "code", "999")).isEmpty();
        JsonPath first = page(file, null);
        assertThat(first.getList("items.line")).isEqualTo(List.of(1, 2));
        assertThat(first.getString("previous")).isNull();
        assertThat(first.getLong("total.value")).isEqualTo(5);
        JsonPath second = page(file, first.getString("next"));
        assertThat(second.getList("items.line")).isEqualTo(List.of(3, 4));
        JsonPath third = page(file, second.getString("next"));
        assertThat(third.getList("items.line")).isEqualTo(List.of(5));
        assertThat(third.getString("next")).isNull();
        assertThat(page(file, third.getString("previous")).getList("items.line"))
                .isEqualTo(List.of(3, 4));
        assertThat(page(file, second.getString("previous")).getList("items.line"))
                .isEqualTo(List.of(1, 2));
        for (String[] wrong : new String[][] {
            {"outcome", "NONSENSE"}, {"limit", "0"}, {"limit", "1001"}, {"cursor", "nonsense"}, {"code", "123456789"}
        }) {
            Refusals.is(
                    http.as(sato).queryParam(wrong[0], wrong[1]).get("/api/v1/request-files/{id}/rows", file),
                    400,
                    "malformed-request");
        }
        Refusals.needs(
                http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files/{id}/rows", file));
    }

    @Test
    void filesAreListedTheNewestFirst() {
        String first = uploaded("a.a.ac.jp");
        String second = uploaded("b.a.ac.jp");
        String third = uploaded("c.a.ac.jp");
        http.as(sato).delete("/api/v1/request-files/{id}", second).then().statusCode(204);
        assertThat(ids(Map.of())).containsExactly(third, second, first);
        assertThat(ids(Map.of("state", "DISCARDED"))).containsExactly(second);
        assertThat(ids(Map.of("kind", "CLIENT"))).isEmpty();
        JsonPath page = list(Map.of("limit", 2));
        assertThat(page.getList("items.id")).isEqualTo(List.of(third, second));
        JsonPath next = list(Map.of("limit", 2, "cursor", page.getString("next")));
        assertThat(next.getList("items.id")).isEqualTo(List.of(first));
        assertThat(list(Map.of("limit", 2, "cursor", next.getString("previous")))
                        .getList("items.id"))
                .isEqualTo(List.of(third, second));
        assertThat(ids(Map.of("failedSince", "2026-01-01T00:00:00Z"))).isEmpty();
        Refusals.is(http.as(sato).queryParam("limit", "x").get("/api/v1/request-files"), 400, "malformed-request");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files"));
    }

    @Test
    void theColumnsAreExplainedInBothLanguages() {
        http.as(sato)
                .queryParam("kind", "SERVER")
                .queryParam("operation", "ISSUE")
                .get("/api/v1/request-files/columns")
                .then()
                .statusCode(200)
                .body("items", hasSize(13))
                .body("items[0].name", equalTo("主体者DN"))
                .body("items[0].maxLength", equalTo(250));
        http.as(sato)
                .header("Accept-Language", "en")
                .queryParam("kind", "SERVER")
                .queryParam("operation", "ISSUE")
                .get("/api/v1/request-files/columns")
                .then()
                .body("items.requirement", hasItems("REQUIRED", "OPTIONAL", "EMPTY"));
        Refusals.is(
                http.as(sato)
                        .queryParam("kind", "SUBSCRIBER")
                        .queryParam("operation", "ISSUE")
                        .get("/api/v1/request-files/columns"),
                422,
                "request-file-operation-unknown");
        Refusals.is(http.as(sato).get("/api/v1/request-files/columns"), 400, "malformed-request");
    }

    @Test
    void theColumnsOfEveryFormatAreToldToWhoeverPreparesAFile() {
        for (RequestFileFormat format : RequestFileFormat.values()) {
            http.portal()
                    .queryParam("kind", format.kind().name())
                    .queryParam("operation", format.operation().name())
                    .get("/api/v1/request-files/columns")
                    .then()
                    .statusCode(200)
                    .body(
                            "items.field",
                            equalTo(format.columns().stream()
                                    .map(column -> column.field().name())
                                    .toList()));
        }
    }

    @Test
    void theResultHoldsTheFileWithTheOutcomeOfEachRow() {
        Row good = Row.of(tenant, "www.a.ac.jp");
        Row bad = Row.of(tenant, "www.example.org");
        JsonPath file = steps.carriedOut(sato, Row.file(good, bad));
        String id = file.getString("id");
        Response answer = http.as(sato).get("/api/v1/request-files/{id}/result.tsv", id);
        answer.then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"result-requests.tsv\"; filename*=UTF-8''result-requests.tsv"));
        String[] lines = new String(answer.asByteArray(), Charset.forName("windows-31j")).split("\r\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith(good.line() + "\tOK\t\t");
        assertThat(lines[0].split("\t", -1)[15]).matches("\\d{10,50}");
        assertThat(lines[1]).startsWith(bad.line() + "\tNG\t224:");
        Response refused = http.as(sato)
                .queryParam("outcome", "REFUSED")
                .queryParam("encoding", "UTF-8")
                .get("/api/v1/request-files/{id}/result.tsv", id);
        assertThat(new String(refused.asByteArray(), StandardCharsets.UTF_8))
                .contains(bad.line())
                .doesNotContain(good.line());
        Refusals.is(
                http.as(sato).queryParam("encoding", "EBCDIC").get("/api/v1/request-files/{id}/result.tsv", id),
                400,
                "malformed-request");
        Refusals.needs(
                http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files/{id}/result.tsv", id));
    }

    @Test
    void theStreamOfEventsEndsWhenTheWorkHasEnded() {
        String file = uploaded("www.a.ac.jp");
        steps.submit(sato, file).then().statusCode(202);
        String events = http.as(sato)
                .get("/api/v1/request-files/{id}/events", file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String[] all = events.split("\n\n");
        assertThat(all).allSatisfy(event -> assertThat(event).startsWith("data: {"));
        JsonPath last = JsonPath.from(all[all.length - 1].substring("data: ".length()));
        assertThat(last.getString("state")).isEqualTo("DONE");
        assertThat(last.getString("id")).isEqualTo(file);
        Refusals.needs(
                http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files/{id}/events", file));
    }

    @Test
    void watchingAFileDoesNotKeepASessionAlive() {
        String file = uploaded("www.a.ac.jp");
        http.as(sato).delete("/api/v1/request-files/{id}", file).then().statusCode(204);
        clock.stopAt(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        String token = http.logIn(sato);
        clock.advance(Duration.ofMinutes(20));
        http.cert(sato.identity())
                .header("Authorization", "Bearer " + token)
                .accept("text/event-stream")
                .get("/api/v1/request-files/{id}/events", file)
                .then()
                .statusCode(200);
        clock.advance(Duration.ofMinutes(10));
        Refusals.is(
                http.cert(sato.identity())
                        .header("Authorization", "Bearer " + token)
                        .get("/api/v1/session"),
                401,
                "session-timed-out");
    }

    @Test
    void aFileNeedsASession() {
        String file = uploaded("www.a.ac.jp");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/request-files/{id}", file));
    }

    private String uploaded(String host) {
        return steps.uploaded(sato, Row.file(Row.of(tenant, host))).getString("id");
    }

    private List<Integer> lines(String file, String parameter, String value) {
        return http.as(sato)
                .queryParam(parameter, value)
                .get("/api/v1/request-files/{id}/rows", file)
                .then()
                .statusCode(200)
                .extract()
                .path("items.line");
    }

    private JsonPath page(String file, @org.jspecify.annotations.Nullable String cursor) {
        var request = http.as(sato).queryParam("limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/request-files/{id}/rows", file)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> ids(Map<String, Object> query) {
        return list(query).getList("items.id");
    }

    private JsonPath list(Map<String, Object> query) {
        return http.as(sato)
                .queryParams(query)
                .get("/api/v1/request-files")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

package io.shomei.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values of OU of each domain, as officers take them away. */
@ShomeiTest
class UnitListTest {
    private static final String PATH = "/api/v1/units/export.tsv";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Test
    void theListHasEveryUnitOfEveryDomainWithItsState() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp").withDomain("b.ac.jp");
        Person sato = tenant.officer("Hanako Sato");
        approve(tenant, "a.ac.jp", List.of("Library", "図書館"));
        approve(tenant, "a.ac.jp", List.of("図書館"));
        Response answer = http.as(sato).get(PATH);
        answer.then().statusCode(200);
        assertThat(answer.contentType()).isEqualTo("text/tab-separated-values;charset=Shift_JIS");
        assertThat(answer.header("Content-Disposition")).contains("ou.tsv");
        List<List<String>> lines = lines(answer, Charset.forName("windows-31j"));
        assertThat(lines.getFirst()).containsExactly("ドメイン", "OU", "状態", "登録日時");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.subList(0, 3))
                .containsExactlyInAnyOrder(List.of("a.ac.jp", "Library", "取り下げ"), List.of("a.ac.jp", "図書館", "許可"));
        assertThat(lines.get(1).get(3)).matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d");
        Response english = http.as(sato)
                .header("Accept-Language", "en")
                .queryParam("encoding", "UTF-8")
                .get(PATH);
        assertThat(lines(english, StandardCharsets.UTF_8).getFirst())
                .containsExactly("domain", "OU", "state", "registered at");
        assertThat(lines(english, StandardCharsets.UTF_8).get(1)).contains("withdrawn");
    }

    @Test
    void whoMayTakeIt() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get(PATH));
        Person administrator = tenant.administrator("Jiro Mori");
        assertThat(lines(http.as(administrator).get(PATH), Charset.forName("windows-31j")))
                .hasSize(1);
        Refusals.is(http.as(administrator).queryParam("encoding", "EUC-JP").get(PATH), 400, "malformed-request");
    }

    private void approve(Fixtures.Organisation tenant, String domain, List<String> units) {
        Person desk = given.operator("Service Desk");
        String tag = http.as(desk)
                .get("/api/v1/tenants/{id}", tenant.id().toString())
                .header("ETag");
        http.as(desk)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("issuingDeadline", "2099-12-31T14:59:59Z", "wildcardAllowed", false, "units", units))
                .put("/api/v1/tenants/{id}/domains/{name}", tenant.id().toString(), domain)
                .then()
                .statusCode(200);
    }

    private static List<List<String>> lines(Response answer, Charset encoding) {
        return new String(answer.asByteArray(), encoding)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }
}

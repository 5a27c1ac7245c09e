package io.shomei.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.shomei.kernel.Right;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list with 46 columns that officers' programs read. */
@ShomeiTest
class ExportCertificatesTest {
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
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void theListIsShiftJisUnlessToldOtherwise() {
        steps.issued(sato, tenant, "www.a.ac.jp");
        Response answer = export(Map.of());
        assertThat(answer.contentType()).isEqualTo("text/tab-separated-values;charset=Shift_JIS");
        assertThat(answer.header("Content-Disposition")).contains("filename=\"all.tsv\"");
        List<List<String>> lines = lines(answer.asByteArray(), SHIFT_JIS);
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).hasSize(46));
        assertThat(lines.getFirst()).startsWith("発行・更新申請-申請ID", "発行・更新申請-操作ID").endsWith("ダウンロード方法", "最終更新日");
        assertThat(lines(export(Map.of("encoding", "UTF-8")).asByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(lines);
    }

    @Test
    void aLineTellsWhatBecameOfACertificate() {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "waiting.a.ac.jp");
        String revoked = steps.issued(sato, tenant, "revoked.a.ac.jp").getString("id");
        steps.revoke(sato, revoked, "SUPERSEDED").then().statusCode(201);
        List<List<String>> lines = lines(export(Map.of("kind", "SERVER")).asByteArray(), SHIFT_JIS);
        assertThat(lines).hasSize(3);
        List<String> first = lines.get(1);
        assertThat(first.get(0)).isEqualTo(waiting.certificate());
        assertThat(first.get(3)).isEqualTo(tenant.dn("waiting.a.ac.jp"));
        assertThat(first.get(7)).isEqualTo("Hanako Sato");
        assertThat(first.get(11)).isEqualTo("4");
        assertThat(first.get(12)).isEqualTo("山田花子");
        assertThat(first.get(15)).isEqualTo("waiting.a.ac.jp");
        assertThat(first.get(17)).startsWith("MII");
        assertThat(first.get(23)).matches("\\d+");
        assertThat(first.get(27)).matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(first.get(28)).isEmpty();
        List<String> second = lines.get(2);
        assertThat(second.get(11)).isEqualTo("7");
        assertThat(second.get(36)).isEqualTo("4");
        assertThat(second.get(35)).isEqualTo("Hanako Sato");
    }

    @Test
    void kindsAreKeptApartAndOtherTenantsAreNotInIt() {
        steps.issued(sato, tenant, "www.a.ac.jp");
        assertThat(lines(export(Map.of("kind", "CLIENT")).asByteArray(), SHIFT_JIS))
                .hasSize(1);
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        assertThat(lines(
                        http.as(stranger)
                                .get("/api/v1/certificates/export.tsv")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asByteArray(),
                        SHIFT_JIS))
                .hasSize(1);
    }

    @Test
    void onlyOfficersWhoMayHaveListsGetThem() {
        Refusals.needs(
                http, tenant.administrator("Taro Yamada"), request -> request.get("/api/v1/certificates/export.tsv"));
        Refusals.notPermitted(
                http.as(tenant.officer("Jiro Mori", Set.of(Right.SERVER))).get("/api/v1/certificates/export.tsv"));
        Refusals.is(
                http.as(sato).queryParam("encoding", "EUC-JP").get("/api/v1/certificates/export.tsv"),
                400,
                "malformed-request");
        Refusals.is(
                http.as(sato).queryParam("kind", "X").get("/api/v1/certificates/export.tsv"), 400, "malformed-request");
    }

    private Response export(Map<String, Object> query) {
        Response answer = http.as(sato).queryParams(query).get("/api/v1/certificates/export.tsv");
        answer.then().statusCode(200);
        return answer;
    }

    private static List<List<String>> lines(byte[] content, Charset encoding) {
        return new String(content, encoding)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }
}

package io.shomei.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.database.TenantScope;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.Csrs;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list with 46 columns that officers' programs read. */
@ShomeiTest
class ExportCertificatesTest {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    /** As the list of the system that this one succeeds had them; programs find columns by them. */
    private static final List<String> HEADINGS = List.of(
            "発行・更新申請-申請ID",
            "発行・更新申請-操作ID",
            "ignoreInvalidRecordフラグ",
            "主体者DN",
            "ドメインID",
            "発行・更新申請-日時",
            "発行・更新申請-処理完了日時",
            "発行・更新申請-登録担当者ID",
            "申請種別",
            "業務モデル",
            "証明書プロファイルID",
            "状態",
            "利用管理者氏名",
            "利用管理者所属",
            "利用管理者mail",
            "利用管理者FQDN",
            "利用管理者ソフトウェア名・バージョン",
            "CSR",
            "dNSName",
            "発行・更新申請-確認項目フラグ",
            "発行・更新申請-トランザクションID",
            "発行・更新申請-認証局連携APIエラーコード",
            "発行・更新申請-証明書",
            "発行・更新申請-シリアル番号",
            "発行・更新申請-FingerPrint",
            "発行・更新申請-証明書有効開始",
            "発行・更新申請-証明書有効期限",
            "URL期限",
            "アクセスPIN",
            "その他送信先アドレス",
            "その他送信先アドレス2",
            "失効申請-申請ID",
            "失効申請-操作ID",
            "失効申請-日時",
            "失効申請-処理完了日時",
            "失効申請-登録担当者ID",
            "失効申請-失効理由コード",
            "失効申請-失効理由コメント",
            "失効申請-確認項目フラグ",
            "失効申請-トランザクションID",
            "失効申請-認証局連携APIエラーコード",
            "失効申請-利用管理者mail",
            "旧証明書シリアル番号",
            "証明書リプレース依頼メール送信フラグ",
            "ダウンロード方法",
            "最終更新日");

    @Inject
    Fixtures given;

    @Inject
    TenantScope scope;

    @Inject
    TestClock clock;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    ClientSteps clientSteps;

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
        assertThat(lines.getFirst()).isEqualTo(HEADINGS);
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
        assertThat(first.get(1)).matches("[0-9a-f-]{36}");
        assertThat(first.get(4)).isEqualTo("a.ac.jp");
        assertThat(first.get(8)).isEqualTo("1");
        assertThat(first.get(42)).isEmpty();
        assertThat(first.get(43)).isEqualTo("0");
        assertThat(first.get(44)).isEmpty();
        assertThat(first.get(45)).matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(first.subList(31, 42)).containsOnly("");
        assertThat(second.get(41)).isEqualTo("revoked.a.ac.jp@example.ac.jp");
        assertThat(second.get(11)).isEqualTo("7");
        assertThat(second.get(36)).isEqualTo("4");
        assertThat(second.get(35)).isEqualTo("Hanako Sato");
    }

    @Test
    void aRenewalNamesWhatItTookThePlaceOf() {
        Steps.Waiting old = steps.waiting(sato, tenant, "old.a.ac.jp");
        String id = steps.issued(sato, tenant, "new.a.ac.jp").getString("id");
        change(
                "update certificate set renews = ?, replacement_asked_at = ? where tenant_id = ? and id = ?",
                UUID.fromString(old.certificate()),
                clock.instant(),
                tenant.id().value(),
                UUID.fromString(id));
        change(
                "update certificate set renewed_by = ? where tenant_id = ? and id = ?",
                UUID.fromString(id),
                tenant.id().value(),
                UUID.fromString(old.certificate()));
        List<List<String>> lines = lines(export(Map.of("kind", "SERVER")).asByteArray(), SHIFT_JIS);
        assertThat(lines.get(1).get(11)).isEqualTo("6");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        assertThat(lines(export(Map.of("kind", "SERVER")).asByteArray(), SHIFT_JIS)
                        .get(1)
                        .get(11))
                .isEqualTo("4");
        List<String> renewal = lines.get(2);
        assertThat(renewal.get(8)).isEqualTo("2");
        assertThat(renewal.get(11)).isEqualTo("5");
        assertThat(renewal.get(42)).isEqualTo(lines.get(1).get(23));
        assertThat(renewal.get(43)).isEqualTo("1");
    }

    @Test
    void whatHasEndedHasItsOwnState() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        change(
                "update certificate set not_after = ? where tenant_id = ? and id = ?",
                clock.instant().minusSeconds(60),
                tenant.id().value(),
                UUID.fromString(id));
        assertThat(lines(export(Map.of()).asByteArray(), SHIFT_JIS).get(1).get(11))
                .isEqualTo("8");
    }

    @Test
    void clientsTellWhatWasStatedForThemAndNoName() {
        tenant.client("Taro Tanaka");
        List<List<String>> lines = lines(export(Map.of("kind", "CLIENT")).asByteArray(), SHIFT_JIS);
        assertThat(lines).hasSize(2);
        List<String> client = lines.get(1);
        assertThat(client).hasSize(46);
        assertThat(client.get(14)).isEqualTo("Taro Tanaka@example.ac.jp");
        assertThat(client.get(15)).isEmpty();
        assertThat(client.get(18)).isEmpty();
        assertThat(client.get(28)).isEmpty();
    }

    @Test
    void whatWaitsForABrowserIsListedWithoutACertificate() {
        tenant = clientSteps.tenant();
        sato = tenant.officer("Hanako Sato");
        Row row = ClientRows.of(tenant, "Taro Tanaka", ClientRows.BROWSER);
        clientSteps.carriedOut(sato, row);
        String id = http.as(sato).get("/api/v1/uncollected-certificates").path("items[0].id");
        tenant.client("Jiro Mori");
        List<List<String>> lines = lines(export(Map.of("kind", "CLIENT")).asByteArray(), SHIFT_JIS);
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).hasSize(46));
        List<String> waiting = lines.get(1);
        assertThat(waiting.get(0)).isEqualTo(id);
        assertThat(waiting.get(1)).matches("[0-9a-f-]{36}");
        assertThat(waiting.get(3)).isEqualTo(row.cells().getFirst());
        assertThat(waiting.get(5)).isNotEmpty();
        assertThat(waiting.get(6)).isEmpty();
        assertThat(waiting.get(7)).isEqualTo("Hanako Sato");
        assertThat(waiting.get(11)).isEqualTo("4");
        assertThat(waiting.get(14)).isEqualTo(row.email());
        assertThat(waiting.subList(22, 27)).containsOnly("");
        assertThat(waiting.get(27)).matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(waiting.get(29)).isEqualTo(ClientRows.holderEmail(row));
        assertThat(waiting.get(44)).isEqualTo("3");
        http.as(sato).delete("/api/v1/certificates/{id}/invitation", id).then().statusCode(204);
        assertThat(lines(export(Map.of("kind", "CLIENT")).asByteArray(), SHIFT_JIS))
                .hasSize(2);
    }

    @Test
    void bothPartsAreReadInTheirOrder() {
        String plan = QuarkusTransaction.requiringNew()
                .call(() -> scope.in(tenant.id())
                        .list(
                                "explain select * from v_certificate_list where tenant_id = ? and kind = any(?) order by id",
                                row -> row.getString(1),
                                tenant.id().value(),
                                new String[] {"SERVER"})
                        .getFirst());
        assertThat(plan).startsWith("Merge Append");
    }

    @Test
    void theCsrOfASingleRequestIsInIt() {
        String csr = Csrs.pem(tenant.dn("api.a.ac.jp"), Csrs.key(KeySpec.P256));
        http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "profile",
                        "12",
                        "csr",
                        csr,
                        "subscriber",
                        Map.of("email", "api@a.ac.jp"),
                        "dnsNames",
                        List.of()))
                .post("/api/v1/requests")
                .then()
                .statusCode(201);
        List<String> line =
                lines(export(Map.of("kind", "SERVER")).asByteArray(), SHIFT_JIS).get(1);
        assertThat(line.get(15)).isEqualTo("api.a.ac.jp");
        assertThat(line.get(17)).isEqualTo(csr.replaceAll("-----[A-Z ]+-----|\\s", ""));
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

    private void change(String statement, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> scope.in(tenant.id()).update(statement, parameters));
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

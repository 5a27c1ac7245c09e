package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files about people's certificates as they are checked: a row is about the one person whom it names. */
@ShomeiTest
class ClientRequestFileTest {
    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    ClientSteps clients;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = clients.tenant();
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aNamesakeKeepsTheCertificate() {
        Row first = namesake("111");
        Row second = namesake("222");
        String file = clients.carriedOut(sato, first, second);
        Row mixedUp = ClientRows.revocation(first, serial(file, 1), "4");

        String refused = uploaded(mixedUp);

        assertThat(errors(refused).getFirst())
                .containsEntry("code", "221")
                .containsEntry("column", 4)
                .extractingByKey("message")
                .asString()
                .contains(dn(first), dn(second));
        String good = uploaded(ClientRows.revocation(first, serial(file, 0), "4")
                .with(Row.DN, dn(first).replace("CN=Taro  Suzuki", "CN=taro suzuki")));
        steps.submit(sato, good).then().statusCode(202);
        assertThat(steps.awaitEnd(sato, good).getLong("progress.done")).isEqualTo(1);
        assertThat(List.of(status(file, 0), status(file, 1))).containsExactly("REVOKED", "WAITING_FOR_DOWNLOAD");
    }

    @Test
    void whatIsWrongWithARowIsToldTogether() {
        Row issued = ClientRows.of(tenant, "Wrong Rows", ClientRows.P12);
        String serial = serial(clients.carriedOut(sato, issued), 0);
        Row good = ClientRows.revocation(issued, serial, "4");

        assertThat(steps.codes(
                        sato,
                        uploaded(
                                good,
                                good.with(Row.SERIAL, "91")
                                        .with(Row.REASON, "2")
                                        .with(Row.COMMENT, "①"),
                                good.with(Row.SERIAL, "92").with(Row.EMAIL, "").with(ClientRows.HOLDER_EMAIL, "nobody"),
                                good.with(Row.SERIAL, "93").with(ClientRows.PIN, "Chosen-PIN-2027"),
                                good.with(Row.SERIAL, "x"),
                                good.with(Row.DN, "Wrong Rows"),
                                good.with(Row.DN, dn(issued).replace(",OU=No wrongrows", "")),
                                good.with(Row.DN, dn(issued).replace("L=Chiyoda-ku", "L=Kyoto")))))
                .containsExactly(
                        List.of(),
                        List.of("221", "206", "205"),
                        List.of("221", "201", "206"),
                        List.of("221", "232"),
                        List.of("204"),
                        List.of("206", "228"),
                        List.of("228", "221"),
                        List.of("228", "221"));
    }

    @Test
    void filesOfTheYearsBeforePinsOfOnesOwnHaveOneColumnLess() {
        Row row = ClientRows.of(tenant, "Old Format", ClientRows.P12);
        String issue = steps.uploaded(sato, "CLIENT", "ISSUE", Row.file(first(row, 14), first(row, 13)))
                .getString("id");

        assertThat(steps.codes(sato, issue)).containsExactly(List.of(), List.of("231"));
        steps.submit(sato, issue).then().statusCode(202);
        steps.awaitEnd(sato, issue);
        assertThat(steps.codes(
                        sato,
                        uploaded(
                                first(ClientRows.revocation(row, serial(issue, 0), "4"), 14),
                                first(ClientRows.revocation(row, "91", "4"), 14).with(ClientRows.HOLDER_EMAIL, ""),
                                first(ClientRows.revocation(row, "92", "4"), 13))))
                .containsExactly(List.of(), List.of("221", "201"), List.of("231"));
    }

    private static Row first(Row row, int cells) {
        return new Row(row.cells().subList(0, cells));
    }

    private Row namesake(String unit) {
        return ClientRows.of(tenant, "Taro  Suzuki", ClientRows.P12)
                .with(Row.DN, tenant.dn("Taro  Suzuki,OU=" + unit))
                .with(ClientRows.FILE_NAME, "suzuki" + unit)
                .with(ClientRows.HOLDER_EMAIL, "suzuki" + unit + "@" + ClientRows.DOMAIN);
    }

    private static String dn(Row row) {
        return row.cells().getFirst();
    }

    private String uploaded(Row... rows) {
        return steps.uploaded(sato, "CLIENT", "REVOKE", Row.file(rows)).getString("id");
    }

    private List<Map<String, Object>> errors(String file) {
        return http.as(sato)
                .get("/api/v1/request-files/{id}/rows", file)
                .then()
                .extract()
                .path("items[0].errors");
    }

    private String serial(String file, int row) {
        return new BigInteger(certificate(file, row).getString("serial"), 16).toString();
    }

    private String status(String file, int row) {
        return certificate(file, row).getString("status");
    }

    private JsonPath certificate(String file, int row) {
        return http.as(sato)
                .get(
                        "/api/v1/certificates/{id}",
                        steps.rows(sato, file).get(row).get("certificateId"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.KeySpec;
import io.shomei.testing.ClientRows;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant has another English name, which certificates hold. */
@ShomeiTest
class RenamedTenantTest {
    private static final String RENEWAL = "/api/v1/own-certificate/renewal";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    CertificateRegister register;

    @Inject
    TestClock clock;

    private Fixtures.Organisation tenant;
    private Person desk;
    private Person sato;
    private Person ito;

    @BeforeEach
    void twoOfficers() {
        Mailbox.open();
        tenant = given.tenant("college").withDomain("college.ac.jp");
        desk = given.operator("Service Desk");
        sato = tenant.officer("Hanako Sato");
        ito = tenant.officer("Ichiro Ito");
    }

    @Test
    void allOfficersObtainTheirCertificateAnewAndNothingIsRevoked() {
        Row before = Row.of(tenant, "www.college.ac.jp");
        String certificate =
                steps.apply(sato, before).then().statusCode(201).extract().path("id");
        http.as(ito).get(RENEWAL).then().body("state", equalTo("NOT_YET"));
        rename("University college of Arts");
        // 1. They are told, and led to where they do it.
        for (Person officer : List.of(sato, ito)) {
            assertThat(Mailbox.await(officer.email(), "new log-in certificate").text())
                    .contains("University college of Arts", "/own-certificate", "226");
        }
        // 2. Everybody sees who has not done it.
        outdated(true, true);
        http.as(ito)
                .get(RENEWAL)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("why", equalTo("RENAMED"));
        // 3. By the present certificate, although it is far from its end.
        JsonPath begun = http.as(ito)
                .contentType(ContentType.JSON)
                .post(RENEWAL)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        http.portal()
                .get("/api/v1/enrolments/{token}", begun.getString("token"))
                .then()
                .body("subjectDn", equalTo("CN=Ichiro Ito,O=University college of Arts,L=Academe-ops,C=JP"));
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "P12", "secret", begun.getString("pin")))
                .post("/api/v1/enrolments/{token}/collection", begun.getString("token"))
                .then()
                .statusCode(200);
        outdated(true, false);
        // 4. What was issued stays as it was; what names it as before is refused.
        http.as(sato)
                .get("/api/v1/certificates/{id}", certificate)
                .then()
                .statusCode(200)
                .body("status", equalTo("ISSUED"));
        String file = steps.uploaded(sato, Row.file(Row.of(tenant, "ftp.college.ac.jp")))
                .getString("id");
        assertThat(steps.codes(sato, file)).containsExactly(List.of("226"));
    }

    @Test
    void renewalsAreForTheNewNameAndRevocationsForTheOld() {
        Row server = Row.of(tenant, "renamed.college.ac.jp");
        String old = carriedOut("SERVER", "ISSUE", server);
        Row person = ClientRows.of(tenant, "Taro Tanaka", ClientRows.P12);
        String ofPerson = carriedOut("CLIENT", "ISSUE", person);
        rename("University college of Arts");
        // 1. The files that the desk makes are taken.
        String dn = "CN=renamed.college.ac.jp,O=University college of Arts,L=Chiyoda-ku,ST=Tokyo,C=JP";
        Row renewal = file("RENEW", "SERVER", old);
        assertThat(renewal.cells().getFirst()).isEqualTo(dn);
        Row renewalOfPerson = file("RENEW", "CLIENT", ofPerson);
        assertThat(renewalOfPerson.cells().getFirst())
                .isEqualTo("CN=Taro Tanaka,OU=No tarotanaka,O=University college of Arts,L=Chiyoda-ku,ST=Tokyo,C=JP");
        carriedOut("CLIENT", "RENEW", renewalOfPerson);
        // 2. Whoever makes a CSR is told the same.
        http.as(sato)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "once")
                .body(Map.of("kind", "SERVER", "certificates", List.of(old)))
                .post("/api/v1/renewals/mail")
                .then()
                .statusCode(202);
        assertThat(Mailbox.await(server.email(), "renewed").text()).contains(dn);
        String successor =
                carriedOut("SERVER", "RENEW", renewal.with(Row.CSR, Csrs.base64(dn, Csrs.key(KeySpec.P256))));
        // 3. What is revoked has the name that it holds.
        QuarkusTransaction.requiringNew()
                .run(() -> register.collected(
                        tenant.id(), CertificateId.parse(successor).orElseThrow(), clock.instant()));
        assertThat(file("REVOKE", "SERVER", old).cells().getFirst()).isEqualTo(tenant.dn("renamed.college.ac.jp"));
    }

    /** The id of the certificate that came of a row. */
    private String carriedOut(String kind, String operation, Row row) {
        String file = steps.carriedOut(sato, kind, operation, Row.file(row)).getString("id");
        assertThat(steps.codes(sato, file)).containsExactly(List.of());
        return String.valueOf(steps.rows(sato, file).getFirst().get("certificateId"));
    }

    /** The one row of a file of the renewal desk. */
    private Row file(String operation, String kind, String certificate) {
        String file = new String(
                http.as(sato)
                        .contentType(ContentType.JSON)
                        .body(Map.of(
                                "operation",
                                operation,
                                "kind",
                                kind,
                                "certificates",
                                List.of(certificate),
                                "encoding",
                                "UTF-8"))
                        .post("/api/v1/renewals/file")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        assertThat(file.lines()).hasSize(1);
        return new Row(List.of(file.lines().findFirst().orElseThrow().split("\t", -1)));
    }

    @Test
    void anotherJapaneseNameChangesNoCertificate() {
        change("カレッジ大学", "University college");
        outdated(false, false);
        http.as(sato).get(RENEWAL).then().body("state", equalTo("NOT_YET"));
    }

    /** Of Sato and of Ito, in the list of accounts and at the desk. */
    private void outdated(boolean ofSato, boolean ofIto) {
        http.as(desk)
                .queryParam("tenant", tenant.id().toString())
                .get("/api/v1/accounts")
                .then()
                .statusCode(200)
                // The newest first.
                .body("items.certificateOutdated", contains(ofIto, ofSato));
        http.as(desk)
                .get("/api/v1/accounts/{id}/desk", sato.account().toString())
                .then()
                .statusCode(200)
                .body("certificates.outdated", contains(ofSato));
    }

    private void rename(String name) {
        change("college大学", name);
    }

    private void change(String nameJa, String name) {
        String path = "/api/v1/tenants/" + tenant.id();
        http.as(desk)
                .header("If-Match", http.as(desk).get(path).header("ETag"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "nameJa",
                        nameJa,
                        "nameEn",
                        name,
                        "subject",
                        Map.of("o", name, "st", "Tokyo", "l", "Chiyoda-ku", "c", "JP"),
                        "timeZone",
                        "Asia/Tokyo",
                        "contacts",
                        List.of(),
                        "licences",
                        100))
                .put(path)
                .then()
                .statusCode(200);
    }
}

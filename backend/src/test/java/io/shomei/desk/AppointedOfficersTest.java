package io.shomei.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The officers whom an institution file names become officers of the new tenants: the URL comes by mail, the access PIN by letter. */
@ShomeiTest
class AppointedOfficersTest {
    private static final int CODE = 0;
    private static final int NAME_EN = 2;
    private static final int OFFICER_NAME = 6;
    private static final int LATIN_NAME = 7;
    private static final int EMAIL = 9;
    private static final int PRESET = 10;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    private Person desk;

    @BeforeEach
    void operator() {
        Mailbox.open();
        desk = given.operator("Service Desk");
    }

    @Test
    void theOfficerOfANewTenantIsInvitedAndLogsIn() throws Exception {
        List<String> row = row();
        check(row)
                .statusCode(200)
                .body("rows[0].officer.name", equalTo("Hanako Kitami"))
                .body("rows[0].officer.email", equalTo(row.get(EMAIL)));
        assertThat(Mailbox.to(row.get(EMAIL))).isEmpty();
        carryOut(row).then().statusCode(201).body("rows[0].officer.name", equalTo("Hanako Kitami"));
        String account = officers(row)
                .body("items.name", contains("Hanako Kitami"))
                .extract()
                .path("items[0].id");
        http.as(desk)
                .get("/api/v1/accounts/{id}", account)
                .then()
                .body("email", equalTo(row.get(EMAIL)))
                .body("rights", containsInAnyOrder("SERVER", "CLIENT", "CODE_SIGNING", "LISTS"));
        String letter = http.as(desk)
                .queryParam("account", account)
                .queryParam("letter", "DUE")
                .get("/api/v1/desk-actions")
                .then()
                .body("items.kind", contains("ENROL"))
                .body("items.reference", contains("institutions.tsv"))
                .body("items.letter", contains("DUE"))
                .extract()
                .path("items[0].id");
        String token = Mailbox.await(row.get(EMAIL), "登録担当者用証明書発行受付通知").token();
        String pin = LetterText.value(
                LetterText.of(http.as(desk)
                        .post("/api/v1/desk-actions/{id}/letter", letter)
                        .asByteArray()),
                "アクセスPIN");
        http.as(desk)
                .queryParam("account", account)
                .queryParam("letter", "DUE")
                .get("/api/v1/desk-actions")
                .then()
                .body("items", empty());
        http.cert(collect(token, pin))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(201)
                .body("account.id", equalTo(account))
                .body("account.tenant.nameEn", equalTo("Kitami University"));
        http.as(desk)
                .queryParam("operation", "institutionfile.carry-out")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].detail.appointed", equalTo("1"));
    }

    @Test
    void whoCouldHaveNoCertificateIsToldByRowAndColumnAndNothingIsDone() {
        List<String> nameless = row();
        nameless.set(LATIN_NAME, "");
        List<String> japanese = row();
        japanese.set(LATIN_NAME, "北見花子");
        List<String> ambiguous = row();
        ambiguous.set(LATIN_NAME, "Hanako,O=Kitami");
        List<String> institution = row();
        institution.set(NAME_EN, "Kitami,L=Academe");
        List<String> good = row();
        check(nameless, japanese, ambiguous, institution, good)
                .body("counts.refused", equalTo(4))
                .body("rows[0].errors.column", equalTo(List.of(8)))
                .body("rows[0].errors.code", equalTo(List.of("201")))
                .body("rows[1].errors.column", equalTo(List.of(8)))
                .body("rows[1].errors.code", equalTo(List.of("206")))
                .body("rows[1].errors[0].cure", containsString("半角の英字"))
                .body("rows[2].errors.column", equalTo(List.of(8)))
                .body("rows[2].errors.code", equalTo(List.of("206")))
                .body("rows[2].errors[0].cure", containsString("8 列目"))
                .body("rows[3].errors.column", equalTo(List.of(8)))
                .body("rows[3].errors.code", equalTo(List.of("206")));
        Refusals.is(
                carryOut(nameless, japanese, ambiguous, institution, good), 409, "institution-file-has-refused-rows");
        assertThat(tenant(good)).isNull();
        assertThat(Mailbox.to(good.get(EMAIL))).isEmpty();
    }

    /** The desk appoints further officers; a file changes the contact, as it did before. */
    @Test
    void theOfficerOfATenantThatIsThereStaysAContact() {
        List<String> row = row();
        carryOut(row).then().statusCode(201);
        List<String> change = new ArrayList<>(row);
        change.set(OFFICER_NAME, "北見太郎");
        change.set(LATIN_NAME, "北見太郎");
        change.set(EMAIL, "taro." + row.get(EMAIL));
        change.set(PRESET, "");
        check(change).body("rows[0].outcome", equalTo("CHANGED")).body("rows[0].officer", nullValue());
        carryOut(change).then().statusCode(201);
        http.as(desk)
                .get("/api/v1/tenants/{id}", tenant(row))
                .then()
                .body("contacts.email", hasItem("taro." + row.get(EMAIL)));
        officers(row).body("items.name", contains("Hanako Kitami"));
    }

    /** Whose log-in IDs the file does not hold. */
    @Test
    void whereOfficersLogInByAnIdTheyStayContacts() {
        List<String> row = row();
        row.set(PRESET, "bank-fx");
        row.set(LATIN_NAME, "");
        check(row).body("rows[0].outcome", equalTo("NEW")).body("rows[0].officer", nullValue());
        carryOut(row).then().statusCode(201);
        officers(row).body("items", empty());
        http.as(desk).get("/api/v1/tenants/{id}", tenant(row)).then().body("contacts.email", contains(row.get(EMAIL)));
    }

    private Identity collect(String token, String pin) throws Exception {
        byte[] file = http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("secret", pin, "format", "P12"))
                .post("/api/v1/enrolments/{token}/collection", token)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), pin.toCharArray());
        String alias = store.aliases().nextElement();
        return new Identity(
                (PrivateKey) store.getKey(alias, pin.toCharArray()),
                Stream.of(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList());
    }

    private static List<String> row() {
        int number = ThreadLocalRandom.current().nextInt(1_000_000_000);
        return new ArrayList<>(List.of(
                "KITAMI-" + number,
                "北見大学",
                "Kitami University",
                "Hokkaido",
                "Kitami",
                "kitami.ac.jp",
                "北見花子",
                "Hanako Kitami",
                "情報基盤センター",
                "hanako" + number + "@kitami.ac.jp",
                "research-federation",
                "2099-03-31"));
    }

    private ValidatableResponse officers(List<String> row) {
        return http.as(desk)
                .queryParam("tenant", tenant(row))
                .queryParam("role", "OFFICER")
                .get("/api/v1/accounts")
                .then();
    }

    private String tenant(List<String> row) {
        return http.as(desk)
                .queryParam("q", row.get(CODE))
                .get("/api/v1/tenants")
                .then()
                .extract()
                .path("items[0].id");
    }

    @SafeVarargs
    private ValidatableResponse check(List<String>... rows) {
        return upload(rows).post("/api/v1/institution-files/check").then();
    }

    @SafeVarargs
    private Response carryOut(List<String>... rows) {
        String plan = check(rows).extract().path("plan");
        return upload(rows).multiPart("plan", plan).post("/api/v1/institution-files");
    }

    @SafeVarargs
    private RequestSpecification upload(List<String>... rows) {
        String text =
                Stream.of(rows).map(row -> String.join("\t", row) + "\r\n").reduce("", String::concat);
        return http.as(desk)
                .multiPart(
                        "file", "institutions.tsv", text.getBytes(StandardCharsets.UTF_8), "text/tab-separated-values");
    }
}

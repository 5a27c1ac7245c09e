package io.shomei.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.blankString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.shomei.kernel.Language;
import io.shomei.pki.CsrFault;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The certificate a request would get, without a certificate. */
@ShomeiTest
class RehearseIssueTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    DataSource database;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Person desk;

    @BeforeEach
    void people() {
        tenant = given.tenant("a")
                .withDomain("a.ac.jp")
                .withDomain("lapsed.ac.jp", Duration.ofDays(-1))
                .withWildcards("wild.ac.jp")
                .withPolicy("{\"profiles\":{\"permitted\":[\"3\",\"12\",\"7\"]}}");
        sato = tenant.officer("Hanako Sato");
        desk = given.operator("Service Desk");
    }

    @Test
    void theWholeCertificateIsShownAndNothingIsLeftOfIt() throws SQLException {
        List<Long> before = counts();
        KeyPair key = Csrs.key(KeySpec.P256);
        Response answer = rehearse(
                http.as(sato),
                "12",
                Map.of("csr", Csrs.pem(tenant.dn("www.a.ac.jp"), key), "dnsNames", List.of("a.ac.jp")));
        answer.then()
                .statusCode(200)
                .body("errors", empty())
                .body("findings", empty())
                .body("rules.rule", hasItem("KeyUsageFitsTheKey"))
                .body("rules.source", everyItem(not(blankString())))
                .body("subjectDn", equalTo(tenant.dn("www.a.ac.jp")))
                .body("dnsNames", contains("www.a.ac.jp", "a.ac.jp"))
                .body("authorityLabel", equalTo("Server CA P-256"))
                .body("key.description", equalTo("EC P-256"))
                .body("key.usedBefore", equalTo(false))
                .body("key.sample", equalTo(false))
                .body(
                        "text",
                        allOf(
                                containsString("Certificate, not signed:"),
                                containsString("(chosen when it is issued)"),
                                containsString("DNS:www.a.ac.jp"),
                                containsString("Policy: 2.25.1647338124028460184.1.2"),
                                containsString("TLS Web Server Authentication"),
                                not(containsString("Fingerprint"))));
        assertThat(answer.asString()).doesNotContain("-----BEGIN");
        assertThat(counts()).isEqualTo(before);
        // The key and the name are as free as before.
        steps.apply(sato, io.shomei.testing.Row.of(tenant, "www.a.ac.jp", key))
                .then()
                .statusCode(201);
        rehearse(http.as(sato), "12", Map.of("csr", Csrs.base64(tenant.dn("www.a.ac.jp"), key)))
                .then()
                .body("errors.code", hasItems("name-used", "key-used"))
                .body("key.usedBefore", equalTo(true));
    }

    @Test
    void thatNoLicenceIsLeftIsToldBeforeAnybodyAsks() {
        Fixtures.Organisation full = given.tenant("full")
                .withDomain("a.ac.jp")
                .withPolicy("{\"quota\":{\"model\":\"LICENCES\"}}")
                .withLicences(0);
        String csr = Csrs.pem(full.dn("www.a.ac.jp"), Csrs.key(KeySpec.P256));
        rehearse(http.as(full.officer("Hanako Sato")), "12", Map.of("csr", csr))
                .then()
                .statusCode(200)
                .body("errors.code", hasItem("no-licence"))
                .body("errors.find { it.code == 'no-licence' }.cure", not(blankString()));
    }

    @Test
    void withoutACsrASampleKeyStandsForTheApplicants() {
        Map<String, Object> body =
                new HashMap<>(Map.of("subject", List.of(Map.of("type", "CN", "value", "www.a.ac.jp"))));
        rehearse(http.as(sato), "12", body)
                .then()
                .statusCode(200)
                .body("errors", empty())
                .body("findings", empty())
                .body("subjectDn", equalTo(tenant.dn("www.a.ac.jp")))
                .body("dnsNames", contains("www.a.ac.jp"))
                .body("key.description", equalTo("EC P-256"))
                .body("key.sample", equalTo(true))
                .body("key.usedBefore", equalTo(false))
                .body("text", containsString("DNS:www.a.ac.jp"));
        body.put("key", "RSA_2048");
        rehearse(http.as(sato), "12", body)
                .then()
                .statusCode(200)
                .body("errors.code", contains("key-algorithm-forbidden"))
                .body("errors.pointer", contains("/key"))
                .body("key", nullValue())
                .body("text", nullValue());
        rehearse(http.as(sato), "3", body).then().body("errors", empty()).body("key.description", equalTo("RSA 2048"));
    }

    @Test
    void theValidityIsToldWithItsReason() {
        KeyPair key = Csrs.key(KeySpec.P256);
        String csr = Csrs.pem(tenant.dn("www.a.ac.jp"), key);
        at(csr, "2027-03-14T23:59:59Z")
                .body("validity.period", equalTo("P199D"))
                .body("validity.rounding", equalTo("END_OF_LOCAL_DAY"))
                .body("validity.wished", equalTo("2027-09-30T14:59:59Z"))
                .body("validity.notAfter", equalTo("2027-09-29T14:59:59Z"))
                .body("validity.bound", equalTo("CEILING"))
                .body("validity.ceiling.days", equalTo(199));
        at(csr, "2027-03-15T00:00:00Z")
                .body("validity.notAfter", equalTo("2027-06-21T14:59:59Z"))
                .body("validity.bound", equalTo("CEILING"))
                .body("validity.wished", equalTo("2027-09-30T14:59:59Z"))
                .body("validity.ceiling.from", equalTo("2027-03-15"))
                .body("validity.ceiling.days", equalTo(99));
        at(csr, "2036-11-01T00:00:00Z").body("validity.bound", equalTo("AUTHORITY"));
    }

    @Test
    void everythingThatIsWrongIsToldTogether() {
        KeyPair key = Csrs.key(KeySpec.RSA_2048);
        rehearse(
                        http.as(sato).header("Accept-Language", "en"),
                        "12",
                        Map.of(
                                "csr", Csrs.pem("CN=www.a.ac.jp,OU=Physics,O=Another University,C=JP", key),
                                "dnsNames", List.of("under_score.a.ac.jp"),
                                "emails", List.of("taro@a.ac.jp")))
                .then()
                .statusCode(200)
                .body(
                        "errors.code",
                        hasItems(
                                "key-algorithm-forbidden",
                                "subject-not-foreseen",
                                "subject-not-registered",
                                "name-malformed",
                                "name-not-foreseen"))
                .body("errors.find { it.code == 'subject-not-registered' }.message", containsString("University a"))
                .body("errors.find { it.code == 'subject-not-registered' }.pointer", equalTo("/subject/O"))
                .body("errors.find { it.code == 'subject-not-registered' }.cure", containsString("University a"))
                .body("errors.cure", everyItem(not(nullValue())))
                .body("rules", empty())
                .body("text", nullValue())
                .body("key", nullValue());
    }

    @Test
    void whatCannotBeReadIsSaid() {
        rehearse(http.as(sato), "12", Map.of("csr", "this is no CSR"))
                .then()
                .statusCode(200)
                .body("errors.code", hasItems("not-a-csr", "subject-missing", "name-missing"));
        rehearse(http.as(sato), "12", Map.of("csr", "AAAA")).then().body("errors.code", hasItem("not-a-csr"));
    }

    @Test
    void aMailCertificateHasItsAddress() {
        KeyPair key = Csrs.key(KeySpec.RSA_2048);
        Map<String, Object> body = new HashMap<>(Map.of(
                "csr", Csrs.pem("CN=anything", key),
                "subject", List.of(Map.of("type", "CN", "value", "Taro Yamada"), Map.of("type", "OU", "value", "No 1")),
                "emails", List.of("taro@a.ac.jp")));
        rehearse(http.as(sato), "7", body)
                .then()
                .statusCode(200)
                .body("errors", empty())
                .body("findings", empty())
                .body("subjectDn", equalTo("CN=Taro Yamada,OU=No 1,O=University a,L=Chiyoda-ku,ST=Tokyo,C=JP"))
                .body("emails", contains("taro@a.ac.jp"))
                .body("validity.bound", equalTo("PERIOD"))
                .body("text", containsString("email:taro@a.ac.jp"))
                .body("text", containsString("Digital Signature, Key Encipherment"));
        assertThat(mail(body, "太郎@a.ac.jp")).contains("name-international");
        assertThat(mail(body, "taro@日本語.jp")).contains("name-international");
        assertThat(mail(body, "taro@b.ac.jp")).containsExactly("name-not-permitted");
        assertThat(mail(body, "taro@lapsed.ac.jp")).containsExactly("deadline-passed");
        body.put("emails", List.of("nobody"));
        rehearse(http.as(sato), "7", body).then().body("errors.code", hasItem("name-malformed"));
        body.remove("emails");
        rehearse(http.as(sato), "7", body).then().body("errors.code", hasItem("name-missing"));
    }

    private List<String> mail(Map<String, Object> body, String address) {
        body.put("emails", List.of(address));
        return rehearse(http.as(sato), "7", body).path("errors.code");
    }

    @Test
    void aHostLiesInADomainOfTheTenant() {
        KeyPair key = Csrs.key(KeySpec.P256);
        rehearse(
                        http.as(sato),
                        "12",
                        Map.of(
                                "csr", Csrs.pem(tenant.dn("www.a.ac.jp"), key),
                                "dnsNames", List.of("*.a.ac.jp", "*.wild.ac.jp", "www.b.ac.jp")))
                .then()
                .body("errors.code", contains("wildcard-not-allowed", "name-not-permitted"))
                .body("dnsNames", contains("www.a.ac.jp", "*.a.ac.jp", "*.wild.ac.jp", "www.b.ac.jp"));
    }

    @Test
    void anOperatorTriesSettingsBeforeTheyAreStored() {
        String csr = Csrs.pem("CN=www.example.ac.jp,O=Any,L=Kyoto,ST=Kyoto,C=JP", Csrs.key(KeySpec.P256));
        Map<String, Object> settings = new HashMap<>(Map.of(
                "names", Map.of("ja", "試験", "en", "Test"),
                "keys", List.of("P256"),
                "authority", "server-rsa",
                "validity", "P10D",
                "rounding", "END_OF_UTC_DAY",
                "policy", "1.2.3.4"));
        rehearse(http.as(desk), "12", Map.of("csr", csr, "settings", settings, "at", "2026-12-01T05:00:00Z"))
                .then()
                .statusCode(200)
                .body("errors", empty())
                .body("version", equalTo(0))
                .body("authority", equalTo("server-rsa"))
                .body("validity.notAfter", equalTo("2026-12-11T23:59:59Z"))
                .body("text", containsString("Policy: 1.2.3.4"))
                .body("subjectDn", equalTo("CN=www.example.ac.jp,O=Any,L=Kyoto,ST=Kyoto,C=JP"));
        settings.put("keys", List.of("RSA_2048"));
        Refusals.is(rehearse(http.as(desk), "12", Map.of("csr", csr, "settings", settings)), 422, "profile-faulty");
        Refusals.notPermitted(rehearse(http.as(sato), "12", Map.of("csr", csr, "settings", settings)));
    }

    @Test
    void everyProfileCanBeTried() {
        for (String id : List.of(
                "1", "5", "9", "17", "18", "bank-user", "saas-client", "operator", "tls", "ocsp", "tsa", "audit")) {
            rehearse(
                            http.as(desk),
                            id,
                            Map.of(
                                    "csr",
                                    Csrs.pem("CN=x.example.ac.jp,O=Any,L=Kyoto,ST=Kyoto,C=JP", Csrs.key(KeySpec.P256))))
                    .then()
                    .statusCode(200)
                    .body("profile", equalTo(id))
                    .body("validity.notAfter", not(nullValue()));
        }
    }

    @Test
    void whatThePolicyDoesNotPermitDoesNotExist() {
        Map<String, Object> body = Map.of("csr", Csrs.pem(tenant.dn("www.a.ac.jp"), Csrs.key(KeySpec.P384)));
        Refusals.is(rehearse(http.as(sato), "11", body), 404, "not-found");
        Refusals.is(rehearse(http.as(desk), "none", body), 404, "not-found");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> rehearse(request, "12", body));
        Refusals.is(rehearse(http.as(sato), "12", Map.of("csr", "")), 400, "malformed-request");
    }

    @Test
    void everyFaultHasASentenceAndACureInBothLanguages() {
        Set<String> codes = Stream.concat(Arrays.stream(CsrFault.values()), Arrays.stream(RehearsalFault.Code.values()))
                .map(RehearsalFault::text)
                .flatMap(code -> Stream.of(code, code + RehearsalFault.CURE))
                .collect(Collectors.toSet());
        for (Language language : Language.values()) {
            assertThat(RehearsalFault.SENTENCES.keys(language)).isEqualTo(codes);
        }
    }

    private ValidatableResponse at(String csr, String moment) {
        return rehearse(http.as(sato), "12", Map.of("csr", csr, "at", moment))
                .then()
                .statusCode(200);
    }

    private static Response rehearse(RequestSpecification request, String profile, Map<String, Object> body) {
        return request.contentType(ContentType.JSON).body(body).post("/api/v1/profiles/{id}/dry-run", profile);
    }

    /** Rows of everything that an issue writes. */
    private List<Long> counts() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select count(*) from signing_intent), (select count(*) from subject_key),
                               (select count(*) from audit_event where operation like 'certificate.%')""")) {
            row.next();
            return List.of(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }
}

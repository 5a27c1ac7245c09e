package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.database.TenantScope;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People renew the certificate they log in with by that certificate. */
@ShomeiTest
class OwnRenewalTest {
    private static final String RENEWAL = "/api/v1/own-certificate/renewal";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    ExpiryNotices notices;

    @Inject
    TestClock clock;

    @Inject
    TenantScope scope;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("renew");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void theCertificateAloneRenewsItselfUnderAPinThatIsToldOnce() throws Exception {
        ends(sato, 60);
        http.as(sato)
                .get(RENEWAL)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("why", equalTo("EXPIRES"))
                .body("certificate.subjectDn", equalTo("CN=Hanako Sato,O=University renew,L=Academe-ops,C=JP"));
        JsonPath forgotten = begin(sato).then().statusCode(201).extract().jsonPath();
        JsonPath begun = begin(sato).then().statusCode(201).extract().jsonPath();
        // The PIN before is good no more, and neither is its token.
        Refusals.is(collect(forgotten.getString("token"), forgotten.getString("pin")), 410, "enrolment-revoked");
        Refusals.is(collect(begun.getString("token"), forgotten.getString("pin")), 403, "access-pin-wrong");
        byte[] file = collect(begun.getString("token"), begun.getString("pin"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Refusals.is(collect(begun.getString("token"), begun.getString("pin")), 410, "enrolment-used");
        logIn(identity(file, begun.getString("pin")));
        // The present one stays valid until it ends, and says that another took its place.
        logIn(sato.identity());
        Person desk = given.operator("Service Desk");
        http.as(desk)
                .get("/api/v1/accounts/{id}/desk", sato.account().toString())
                .then()
                .body("certificates.status", contains("ISSUED", "RENEWED"));
        http.as(sato)
                .queryParam("operation", "certificate.renew-begin")
                .get("/api/v1/audit-events")
                .then()
                .body("items.operation", hasItem("certificate.renew-begin"));
    }

    @Test
    void whatWasBegunLapsesWithinTheHour() {
        ends(sato, 30);
        JsonPath begun = begin(sato).then().statusCode(201).extract().jsonPath();
        Refusals.is(
                clock.at(Duration.ofMinutes(61), () -> collect(begun.getString("token"), begun.getString("pin"))),
                410,
                "enrolment-lapsed");
    }

    @Test
    void itIsTooEarlyBeforeTheWindow() {
        http.as(sato)
                .get(RENEWAL)
                .then()
                .statusCode(200)
                .body("state", equalTo("NOT_YET"))
                .body("opensAt", notNullValue());
        Refusals.is(begin(sato), 409, "renewal-not-open");
    }

    @Test
    void otherServicesRenewInOtherWays() {
        Person user = given.tenant("bank")
                .withPreset("bank-fx")
                .withPolicy("{\"auth\":{\"methods\":[[\"CERT\"],[\"CERT\",\"PASSWORD\"]]}}")
                .user("Hojin User 1");
        http.as(user).get(RENEWAL).then().statusCode(200).body("state", equalTo("NOT_OFFERED"));
        Refusals.is(begin(user), 403, "renewal-not-offered");
        http.portal().get(RENEWAL).then().statusCode(401);
        http.portal().contentType(ContentType.JSON).post(RENEWAL).then().statusCode(401);
    }

    @Test
    void anAccountThatNoCertificateCanNameIsTold() {
        ends(sato, 30);
        Person desk = given.operator("Service Desk");
        String account = "/api/v1/accounts/" + sato.account();
        http.as(desk)
                .header("If-Match", http.as(desk).get(account).header("ETag"))
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Hanako,O=Sato", "email", sato.email()))
                .put(account)
                .then()
                .statusCode(200);
        Refusals.is(begin(sato), 409, "name-not-certifiable");
    }

    @Test
    void theMailAheadOfTheEndLeadsToThePage() {
        ends(sato, 60);
        notices.sendDue(tenant.id());
        assertThat(Mailbox.await(sato.email(), "expires in 60 days").text())
                .contains("/own-certificate", "現在の証明書でログイン");
    }

    private Response begin(Person person) {
        return http.as(person).contentType(ContentType.JSON).post(RENEWAL);
    }

    private Response collect(String token, String pin) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "P12", "secret", pin))
                .post("/api/v1/enrolments/{token}/collection", token);
    }

    private void logIn(Identity identity) {
        http.cert(identity)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(201)
                .body("account.id", equalTo(sato.account().toString()));
    }

    private static Identity identity(byte[] file, String pin) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), pin.toCharArray());
        String alias = store.aliases().nextElement();
        return new Identity(
                (PrivateKey) store.getKey(alias, pin.toCharArray()),
                Stream.of(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList());
    }

    /** Has somebody's certificate end in so many days, as if it had been issued long ago. */
    private void ends(Person person, int days) {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(person.tenant())
                        .update(
                                "update certificate set not_after = ?, issued_at = ? where tenant_id = ? and id = ?",
                                now.plus(Duration.ofDays(days)).minusSeconds(1),
                                now.minus(Duration.ofDays(400)),
                                person.tenant().value(),
                                person.certificate().value()));
    }
}

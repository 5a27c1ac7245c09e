package io.shomei.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.shomei.account.Account;
import io.shomei.kernel.Role;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SerialNumber;
import io.shomei.tenant.Tenant;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Forged;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Logging in with a client certificate, and being refused by name. */
@ShomeiTest
class OpenSessionTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Test
    void anOfficerLogsInWithACertificate() {
        Person sato = given.tenant("a").withDomain("a.ac.jp").officer("Hanako Sato");
        http.cert(sato.identity())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(201)
                .header("Set-Cookie", containsString("__Host-shomei="))
                .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
                .header("Set-Cookie", containsString("Secure"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Set-Cookie", containsString("Path=/"))
                .body("state", equalTo("ACTIVE"))
                .body("account.role", equalTo("OFFICER"))
                .body("account.name", equalTo("Hanako Sato"))
                .body("account.tenant.label", equalTo("INSTITUTION"))
                .body("certificate.serial", equalTo(hex(sato.identity().certificate())));
    }

    @Test
    void theSecondLogInTellsOfTheFirst() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        http.logIn(sato);
        http.cert(sato.identity())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(201)
                .body("previousLogIn.at", notNullValue())
                .body("previousLogIn.address", equalTo("127.0.0.1"));
    }

    /** AT-07: no TLS error meets a browser without a certificate, but an answer that explains. */
    @Test
    void at07WithoutACertificateTheAnswerExplains() {
        refused(null, "certificate-missing");
        http.cert(null)
                .get("/api/v1/session/entrance")
                .then()
                .statusCode(200)
                .body("entrance", equalTo("CERT"))
                .body("presented.code", equalTo("M-CERT-NONE"))
                .body("presented.advice", notNullValue());
    }

    /** AT-08: a certificate of another CA is named and refused. */
    @Test
    void at08ACertificateOfAnotherAuthorityIsForeign() {
        Identity foreign = forged("CN=Another CA,C=JP", "CN=Hanako Sato,C=JP", 4711);
        refused(foreign, "certificate-foreign");
        http.cert(foreign)
                .get("/api/v1/session/entrance")
                .then()
                .statusCode(200)
                .body("presented.code", equalTo("M-CERT-FOREIGN"))
                .body("presented.subjectDn", containsString("Hanako Sato"))
                .body("presented.advice", notNullValue());
    }

    /** A stranger's certificate may hold what ours never do, and is foreign for that, not a failure. */
    @Test
    void aCertificateWithANameOrNumberThatWeNeverGiveIsForeign() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        String ours = sato.identity().certificate().getIssuerX500Principal().getName();
        Identity odd = forged("2.5.4.13=#0c0131,CN=Another CA,C=JP", "2.5.4.13=#0c0132,CN=Somebody", 0);
        refused(odd, "certificate-foreign");
        refused(forged(ours, "CN=Somebody", 0), "certificate-foreign");
        refused(forged(ours, "CN=Somebody", -5), "certificate-foreign");
        http.cert(odd)
                .get("/api/v1/session/entrance")
                .then()
                .statusCode(200)
                .body("presented.code", equalTo("M-CERT-FOREIGN"))
                .body("presented.subjectDn", containsString("CN=Somebody"))
                .body("presented.serial", equalTo("00"));
    }

    /** AT-09: the same names, and even the same issuer name and serial number, identify nobody. */
    @Test
    void at09AForgedCertificateWithAnOfficersNameIdentifiesNobody() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        X509Certificate real = sato.identity().certificate();
        String issuer = real.getIssuerX500Principal().getName();
        String subject = real.getSubjectX500Principal().getName();
        refused(forged("CN=Another CA,C=JP", subject, 1), "certificate-foreign");
        refused(forged(issuer, subject, 1), "certificate-foreign");
        Identity lookalike = forgedWithSerial(real);
        assertThat(lookalike.certificate().getSerialNumber()).isEqualTo(real.getSerialNumber());
        assertThat(lookalike.certificate().getIssuerX500Principal()).isEqualTo(real.getIssuerX500Principal());
        refused(lookalike, "certificate-foreign");
    }

    @Test
    void anExpiredCertificateIsRefusedByName() {
        Person sato = clock.at(Duration.ofDays(-900), () -> given.tenant("a").officer("Hanako Sato"));
        refused(sato.identity(), "certificate-expired");
        http.cert(sato.identity())
                .get("/api/v1/session/entrance")
                .then()
                .body("presented.code", equalTo("M-CERT-EXPIRED"));
    }

    @Test
    void aCertificateIsGoodUntilTheEndOfItsLastSecond() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        Instant end = sato.identity().certificate().getNotAfter().toInstant();
        clock.stopAt(end.plusMillis(999));
        http.logIn(sato);
        clock.stopAt(end.plusSeconds(1));
        refused(sato.identity(), "certificate-expired");
    }

    @Test
    void aSessionOpenedInTheLastSecondOfItsCertificateIsAliveInThatSecond() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        Instant end = sato.identity().certificate().getNotAfter().toInstant();
        clock.stopAt(end.plusMillis(500));
        http.as(sato).get("/api/v1/session").then().statusCode(200);
        clock.stopAt(end.plusSeconds(1));
        http.as(sato).get("/api/v1/session").then().statusCode(401).body("type", equalTo("/problems/session-ended"));
    }

    @Test
    void aCertificateThatIsNotYetValidIsRefusedByName() {
        Person sato = clock.at(Duration.ofDays(2), () -> given.tenant("a").officer("Hanako Sato"));
        refused(sato.identity(), "certificate-not-yet-valid");
        http.cert(sato.identity())
                .get("/api/v1/session/entrance")
                .then()
                .body("presented.code", equalTo("M-CERT-NOT-YET"));
    }

    @Test
    void aCertificateOfNobodyIsRefusedByName() {
        Identity nobodys = given.tenant("a").certificateWithoutAccount("Nanashi Gonbei");
        refused(nobodys, "certificate-without-account");
        http.cert(nobodys).get("/api/v1/session/entrance").then().body("presented.code", equalTo("M-CERT-NO-ACCOUNT"));
    }

    @Test
    void aSuspendedAccountCannotLogIn() {
        Person sato = given.tenant("a").person(Role.OFFICER, "Hanako Sato", Set.of(), Account.State.SUSPENDED);
        refused(sato.identity(), "certificate-without-account");
    }

    @Test
    void aServerCertificateIsNoLogInCertificate() throws Exception {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        Person sato = tenant.officer("Hanako Sato");
        KeyPair key = Csrs.key(KeySpec.P256);
        String pem = steps.apply(sato, io.shomei.testing.Row.of(tenant, "www.a.ac.jp", key))
                .then()
                .statusCode(201)
                .extract()
                .path("pem");
        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        refused(new Identity(key.getPrivate(), List.of(certificate)), "certificate-without-account");
    }

    @Test
    void aTenantThatIsNotActiveCannotBeUsed() {
        Person sato = given.tenant("a").inState(Tenant.State.SUSPENDED).officer("Hanako Sato");
        refused(sato.identity(), 403, "tenant-not-active");
    }

    @Test
    void aPolicyWithoutCertificatesRefusesThem() {
        Person sato = given.tenant("a")
                .withPolicy(
                        "{\"auth\":{\"methods\":[[\"ID\",\"PASSWORD\"]]},\"identity\":{\"userIdFormat\":\"[0-9]{9}\"}}")
                .officer("Hanako Sato");
        refused(sato.identity(), 403, "log-in-method-off");
    }

    @Test
    void thePortalOffersNoLogInWithACertificate() {
        http.portal()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/log-in-method-off"));
        http.portal()
                .get("/api/v1/session/entrance")
                .then()
                .statusCode(200)
                .body("entrance", equalTo("PORTAL"))
                .body("presented", equalTo(null));
    }

    @Test
    void anIdAndAPasswordAreNotTakenAtTheCertEntrance() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        http.cert(sato.identity())
                .contentType(ContentType.JSON)
                .body("{\"loginId\":\"sato\",\"password\":\"secret\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/log-in-method-off"));
    }

    @Test
    void anUnknownMemberIsPointedAt() {
        http.cert(null)
                .contentType(ContentType.JSON)
                .body("{\"loginID\":\"sato\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"))
                .body("errors[0].pointer", equalTo("/loginID"))
                .body("errors[0].code", equalTo("UnknownMember"));
    }

    /** RFC 9440: the header of a proxy counts only when it comes from one we trust. */
    @Test
    void aClientCertHeaderFromAnAddressThatIsNotTrustedIsIgnored() throws Exception {
        Person sato = given.tenant("a").officer("Hanako Sato");
        String header = ":"
                + Base64.getEncoder()
                        .encodeToString(sato.identity().certificate().getEncoded()) + ":";
        http.cert(null)
                .header("Client-Cert", header)
                .header("X-Forwarded-For", "192.0.2.7")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/certificate-missing"));
        http.cert(null)
                .header("Client-Cert", header)
                .get("/api/v1/session/entrance")
                .then()
                .body("presented.code", equalTo("M-CERT-NONE"));
    }

    @Test
    void refusalsSpeakTheLanguageThatIsAskedFor() {
        http.cert(null)
                .header("Accept-Language", "en-GB,en;q=0.9")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(401)
                .header("Content-Language", equalTo("en"))
                .body("title", equalTo("No certificate was presented."));
    }

    private void refused(@Nullable Identity identity, String problem) {
        refused(identity, 401, problem);
    }

    private void refused(@Nullable Identity identity, int status, String problem) {
        ValidatableResponse answer = http.cert(identity)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then();
        answer.statusCode(status).body("type", equalTo("/problems/" + problem));
        assertThat(answer.extract().header("Set-Cookie")).isNull();
    }

    private static String hex(X509Certificate certificate) {
        return new SerialNumber(certificate.getSerialNumber()).hex();
    }

    /** A certificate by a key that is not ours. */
    private static Identity forged(String issuer, String subject, long serial) {
        return Forged.certificate(new X500Name(issuer), new X500Name(subject), java.math.BigInteger.valueOf(serial));
    }

    /** Everything that can be read in the real one, but for the key and the signature. */
    private static Identity forgedWithSerial(X509Certificate real) {
        return Forged.certificate(
                X500Name.getInstance(real.getIssuerX500Principal().getEncoded()),
                X500Name.getInstance(real.getSubjectX500Principal().getEncoded()),
                real.getSerialNumber());
    }
}

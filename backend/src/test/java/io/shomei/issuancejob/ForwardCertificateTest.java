package io.shomei.issuancejob;

import static io.shomei.testing.Refusals.is;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.certificate.CertificateRegister;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Forged;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a relying party's proxy is told of a device that has a certificate and nobody's session. */
@ShomeiTest
class ForwardCertificateTest {
    private static final String PATH = "/auth/forward-certificate";

    @Inject
    CompanySteps companies;

    @Inject
    Http http;

    @Inject
    CertificateRegister register;

    @Inject
    TestClock clock;

    private Fixtures.Organisation company;
    private Person mori;
    private String certificate;
    private Identity phone;

    @BeforeEach
    void aPhoneOfACompany() {
        company = companies.company("gateway", 5);
        mori = company.administrator("Jiro Mori");
        certificate = companies.certificate(mori, companies.issued(mori, 1), "client_000001");
        phone = companies.device(mori, certificate, "client_000001");
    }

    @Test
    void theProxyIsToldWhichCertificateItIs() {
        var entered = register.get(company.id(), certificate);
        http.cert(phone)
                .get(PATH)
                .then()
                .statusCode(204)
                .header("Shomei-Tenant", equalTo(company.code()))
                .header("Shomei-Common-Name", equalTo("client_000001"))
                .header("Shomei-Serial", equalTo(entered.serial().hex()))
                .header("Shomei-Certificate", equalTo(certificate))
                .header("Shomei-Profile", equalTo(entered.profile()))
                .header("Shomei-Account", nullValue())
                .header("Cache-Control", equalTo("no-store"));
    }

    /** AT-61, DN-040: effective at once at our own gateway, in the very next answer. */
    @Test
    void aRevokedCertificateIsRefusedWithTheNextRequest() {
        http.cert(phone).get(PATH).then().statusCode(204);
        companies.revoke(mori, List.of(certificate));
        refused(asked(), 401, "certificate-revoked");
    }

    @Test
    void theProxySaysWhoseItTakes() {
        String profile = register.get(company.id(), certificate).profile();
        asked("tenant", "OTHER", "tenant", company.code()).then().statusCode(204);
        asked("tenant", company.code(), "profile", profile).then().statusCode(204);
        refused(asked("tenant", "OTHER"), 403, "certificate-not-accepted");
        refused(asked("tenant", ""), 403, "certificate-not-accepted");
        refused(asked("tenant", company.code(), "profile", "0"), 403, "certificate-not-accepted");
    }

    @Test
    void whatIsNoDevicesCertificateCountsForNothing() {
        refused(http.portal().get(PATH), 401, "certificate-missing");
        var stranger = Forged.certificate(
                new X500Name("CN=Another CA"), new X500Name("CN=client_000001"), BigInteger.valueOf(4711));
        refused(http.cert(stranger).get(PATH), 401, "certificate-foreign");
        // Nobody gets by the log-in with a certificate alone, whatever its tenant wants proven besides.
        refused(http.cert(mori.identity()).get(PATH), 403, "certificate-not-accepted");
        // Who speaks for a certificate without its key is a trusted proxy, or nobody.
        refused(http.portal().header("Client-Cert", ":AA==:").get(PATH), 401, "certificate-missing");
    }

    @Test
    void anExpiredOneIsRefused() {
        clock.advance(Duration.ofDays(1_900));
        refused(asked(), 401, "certificate-expired");
    }

    private Response asked(String... parameters) {
        RequestSpecification request = http.cert(phone);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(PATH);
    }

    private static void refused(Response response, int status, String problem) {
        is(response, status, problem);
        response.then().header("Shomei-Common-Name", nullValue());
    }
}

package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Mailbox;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AT-46: who has a certificate of a bank is told thirty and ten days before its end, and not again once it is renewed. */
@ShomeiTest
class BankExpiryTest {
    private static final AtomicInteger IDS = new AtomicInteger(50_460_000);
    private static final String PIN = "482913";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    ExpiryNotices notices;

    private Account administrator;
    private String address;

    @BeforeEach
    void anAdministratorWithIdAndPin() {
        String contract = String.valueOf(IDS.incrementAndGet());
        administrator = given.tenant("corporation")
                .withCode(contract)
                .withPreset("bank-corporate")
                .withLoginId(Role.ADMINISTRATOR, contract, "Administrator");
        address = String.valueOf(administrator.email());
        secrets.set(Actor.PLATFORM, administrator, SecretKind.PIN, PIN);
    }

    @Test
    void at46WhoDoesNotRenewIsToldTwice() throws Exception {
        Owned own = acquire(http.portal(), Map.of("loginId", String.valueOf(administrator.loginId()), "password", PIN));
        ends(own, 30);
        notices.sendDue(administrator.tenant());
        Mailbox.await(address, "expires in 30 days");
        ends(own, 10);
        notices.sendDue(administrator.tenant());
        Mailbox.await(address, "expires in 10 days");
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void at46WhoRenewedOnDayTwentyIsNotToldAgain() throws Exception {
        Owned own = acquire(http.portal(), Map.of("loginId", String.valueOf(administrator.loginId()), "password", PIN));
        ends(own, 30);
        notices.sendDue(administrator.tenant());
        Mailbox.await(address, "expires in 30 days");
        ends(own, 20);
        acquire(http.cert(own.identity()), Map.of("password", PIN));
        ends(own, 10);
        notices.sendDue(administrator.tenant());
        assertThat(OwnerConnection.text(
                        "select count(*) from notice where recipient = '%s' and kind = 'certificate-expiring'"
                                .formatted(address)))
                .isEqualTo("1");
        assertThat(told()).isEqualTo(1);
    }

    private long told() {
        return Mailbox.to(address).stream()
                .filter(mail -> mail.subject().contains("expires in"))
                .count();
    }

    /** A certificate with its key as the browser has it. */
    private record Owned(Identity identity, String serial) {}

    /** Logs in, has a key of the browser certified, and tells to have the certificate. */
    private Owned acquire(RequestSpecification entrance, Map<String, String> typed) throws Exception {
        Response opened = entrance.contentType(ContentType.JSON).body(typed).post("/api/v1/session");
        opened.then().statusCode(201);
        String token = opened.path("token");
        KeyPair key = Csrs.key(KeySpec.P256);
        String csr = Base64.getEncoder().encodeToString(Csrs.der("CN=whatever", key));
        RequestSpecification inside = entrance.header("Authorization", "Bearer " + token);
        if (opened.path("state").equals("RESIDUAL_SESSION")) {
            inside.post("/api/v1/session/re-login").then().statusCode(200);
        }
        JsonPath issued = inside.body(Map.of("csr", csr))
                .post("/api/v1/own-certificate/issuance")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String serial = issued.getString("serial");
        inside.body(Map.of("serial", serial))
                .post("/api/v1/own-certificate/confirmation")
                .then()
                .statusCode(200);
        List<X509Certificate> chain = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (String pem : Stream.concat(
                        Stream.of(issued.getString("certificate")), issued.<String>getList("chain").stream())
                .toList()) {
            chain.add((X509Certificate)
                    factory.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        }
        return new Owned(new Identity(key.getPrivate(), chain), serial);
    }

    private static void ends(Owned own, int days) throws Exception {
        OwnerConnection.change("""
                update certificate set not_after = now() + interval '%d days' - interval '1 second',
                    issued_at = least(issued_at, now() - interval '335 days')
                where serial = '%s'""".formatted(days, own.serial()));
        // The contract counts it no more in its last month.
        OwnerConnection.change("""
                update licence set counted_until = now() - interval '1 day'
                where certificate_id = (select id from certificate where serial = '%s')""".formatted(own.serial()));
    }
}

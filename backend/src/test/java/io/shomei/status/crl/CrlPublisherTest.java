package io.shomei.status.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.shomei.audit.Actor;
import io.shomei.certificate.CrlScope;
import io.shomei.testing.Eventually;
import io.shomei.testing.Http;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.api.Test;

/** Lists that relying parties fetch, whose numbers never go back. */
@ShomeiTest
class CrlPublisherTest {
    private static final String CRL_NUMBER = "2.5.29.20";
    private static final CrlScope OPERATIONS = new CrlScope("operations", 0);

    @Inject
    Http http;

    @Inject
    CrlPublisher publisher;

    @Inject
    CrlLab lab;

    @Test
    void twentyAtOnceGetTwentyNumbersThatOnlyGrow() throws Exception {
        long before = newest().number();
        Callable<Long> publish = () -> {
            publisher.publish(OPERATIONS, true, Actor.PLATFORM);
            return newest().number();
        };
        List<Long> seen = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(20)) {
            for (Future<Long> number : executor.invokeAll(Collections.nCopies(20, publish))) {
                seen.add(number.get());
            }
        }
        assertThat(seen).allMatch(number -> number > before);
        assertThat(newest().number()).isEqualTo(before + 20);
        assertThat(number("operations")).isEqualTo(BigInteger.valueOf(before + 20));
    }

    @Test
    void everyListIsSignedByItsAuthorityAndServedOverPlainHttp() throws Exception {
        publisher.publishDue();
        // Those whose keys are elsewhere publish their lists there.
        List<String> names =
                http.portal().get("/api/v1/authorities").path("items.findAll { !it.crlUrls.isEmpty() }.name");
        for (String name : names) {
            Response crl = http.plain().get("/pki/" + name + ".crl");
            crl.then()
                    .statusCode(200)
                    .contentType("application/pkix-crl")
                    .header("Cache-Control", containsString("max-age="));
            X509Certificate authority = certificate(http.plain()
                    .get("/pki/" + name + ".crt")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            read(crl.asByteArray()).verify(authority.getPublicKey());
            http.plain().get("/pki/" + name + ".pem").then().statusCode(200).contentType("application/x-pem-file");
        }
    }

    @Test
    void whoComesAloneWaitsForTheListAndACrowdSharesTheNext() throws Exception {
        CrlScope scope = new CrlScope("smime", 0);
        Callable<Boolean> revoke = () -> {
            lab.revoke(scope);
            return publisher.publishAfterRevocation(scope);
        };
        Thread.sleep(1_500);
        assertThat(revoke.call()).isTrue();
        long before = lab.newest(scope, Crl.Kind.FULL).number();
        try (var executor = Executors.newFixedThreadPool(20)) {
            List<Future<Boolean>> crowd = new ArrayList<>();
            try (AutoCloseable slow = lab.keepFromMaking(scope)) {
                for (int i = 0; i < 20; i++) {
                    crowd.add(executor.submit(revoke));
                }
                lab.awaitWaiting(scope, 20);
            }
            for (Future<Boolean> each : crowd) {
                each.get();
            }
        }
        assertThat(lab.newest(scope, Crl.Kind.FULL).number() - before).isLessThanOrEqualTo(2);
        assertThat(revoke.call()).isFalse();
        Eventually.isSoonTrue(
                "the list that follows", () -> lab.newest(scope, Crl.Kind.FULL).entries() == lab.revocations(scope));
    }

    @Test
    void anAuthorityThatIsNoneHasNoFiles() {
        for (String file : List.of("nobody.crl", "nobody.crt", "nobody.pem", "..%2f..%2fsecret.crl")) {
            http.plain().urlEncodingEnabled(false).get("/pki/" + file).then().statusCode(404);
        }
    }

    @Test
    void plainHttpServesNothingElse() {
        http.plain().get("/api/v1/authorities").then().statusCode(403).body("type", equalTo("/problems/tls-required"));
        http.plain().get("/certificates").then().statusCode(308).header("Location", containsString("https://"));
    }

    private Crl newest() {
        return publisher.newest(OPERATIONS, Crl.Kind.FULL).orElseThrow();
    }

    private BigInteger number(String authority) throws Exception {
        byte[] extension = read(http.plain().get("/pki/" + authority + ".crl").asByteArray())
                .getExtensionValue(CRL_NUMBER);
        return ASN1Integer.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                .getValue();
    }

    private static X509CRL read(byte[] der) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    private static X509Certificate certificate(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}

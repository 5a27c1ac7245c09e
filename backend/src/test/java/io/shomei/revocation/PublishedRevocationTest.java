package io.shomei.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Tool;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Interoperability;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relying parties see a revocation at once, with its reason and since when the key is in wrong hands. */
@ShomeiTest
class PublishedRevocationTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @TempDir
    Path directory;

    private Fixtures.Organisation tenant;

    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @ParameterizedTest
    @CsvSource({
        "UNSPECIFIED,",
        "KEY_COMPROMISE,KEY_COMPROMISE",
        "AFFILIATION_CHANGED,AFFILIATION_CHANGED",
        "SUPERSEDED,SUPERSEDED",
        "CESSATION_OF_OPERATION,CESSATION_OF_OPERATION"
    })
    void theCrlShowsTheRevocationAndItsReason(String reason, CRLReason shown) throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.revoke(sato, issued.getString("id"), reason)
                .then()
                .statusCode(201)
                .body("reason", equalTo(reason))
                .body("revokedAt", notNullValue());
        X509CRLEntry entry = listed(issued);
        // RFC 5280 5.3.1: unspecified is left out.
        assertThat(entry.getRevocationReason()).isEqualTo(shown);
        http.as(sato)
                .get("/api/v1/certificates/{id}", issued.getString("id"))
                .then()
                .body("status", equalTo("REVOKED"))
                .body("revocation.reason", equalTo(reason))
                .body("revocation.crlVisibleSince", notNullValue())
                .body("history.operation", hasItem("certificate.revoke"));
    }

    @Test
    void whoRevokesAloneHasTheListBeforeTheAnswer() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "alone.a.ac.jp");
        awaitQuiet();
        String since = steps.revoke(sato, issued.getString("id"), "SUPERSEDED")
                .then()
                .statusCode(201)
                .body("crlVisibleSince", notNullValue())
                .extract()
                .path("crlVisibleSince");
        assertThat(crl("server-p256").getRevokedCertificate(serial(issued))).isNotNull();
        http.as(sato)
                .get("/api/v1/certificates/{id}", issued.getString("id"))
                .then()
                .body("revocation.crlVisibleSince", equalTo(since));
    }

    @Test
    void whatManyRevokeAtOnceIsListedSoon() throws Exception {
        byte[] rows = Row.file(IntStream.range(0, 40)
                .mapToObj(i -> Row.of(tenant, "crowd" + i + ".a.ac.jp"))
                .toArray(Row[]::new));
        String file = steps.carriedOut(sato, rows).getString("id");
        List<String> ids = steps.rows(sato, file).stream()
                .map(row -> String.valueOf(row.get("certificateId")))
                .toList();
        List<Callable<Integer>> revocations = ids.stream()
                .<Callable<Integer>>map(
                        id -> () -> steps.revoke(sato, id, "SUPERSEDED").statusCode())
                .toList();
        try (var executor = Executors.newFixedThreadPool(16)) {
            for (Future<Integer> answer : executor.invokeAll(revocations)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        for (String id : ids) {
            Eventually.isSoonTrue(
                    "the list with " + id,
                    () -> http.as(sato).get("/api/v1/certificates/{id}", id).path("revocation.crlVisibleSince")
                            != null);
        }
    }

    @Test
    void theCrlAndTheDetailTellSinceWhenTheKeyIsInWrongHands() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        Instant leaked = Instant.parse(issued.getString("notBefore"));
        steps.revoke(
                        sato,
                        issued.getString("id"),
                        Map.of("reason", "KEY_COMPROMISE", "invalidityDate", leaked.toString()))
                .then()
                .statusCode(201)
                .body("invalidityDate", equalTo(leaked.toString()));
        byte[] extension = listed(issued).getExtensionValue("2.5.29.24");
        assertThat(ASN1GeneralizedTime.getInstance(
                                ASN1OctetString.getInstance(extension).getOctets())
                        .getDate()
                        .toInstant())
                .isEqualTo(leaked);
        http.as(sato)
                .get("/api/v1/certificates/{id}", issued.getString("id"))
                .then()
                .body("revocation.invalidityDate", equalTo(leaked.toString()));
    }

    @Test
    void theCrlTellsOfACompromiseThatWasFoundLater() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.revoke(sato, issued.getString("id"), "SUPERSEDED").then().statusCode(201);
        steps.revoke(sato, issued.getString("id"), "KEY_COMPROMISE").then().statusCode(201);
        Eventually.isSoonTrue(
                "the stronger reason", () -> listed(issued).getRevocationReason() == CRLReason.KEY_COMPROMISE);
    }

    @Test
    void openSslTakesTheCertificateBeforeAndRefusesItAfter() throws Exception {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        Files.writeString(directory.resolve("leaf.pem"), issued.getString("pem"));
        files();
        Tool.ok(directory, verify());
        steps.revoke(sato, issued.getString("id"), "KEY_COMPROMISE").then().statusCode(201);
        files();
        Tool after = Tool.run(directory, verify());
        assertThat(after.exitCode()).isNotZero();
        assertThat(after.output()).contains("certificate revoked");
        Interoperability.refused(
                "Certificate that is revoked, by the CRL that was published then",
                "OpenSSL",
                "openssl verify -crl_check_all");
    }

    private String[] verify() {
        return new String[] {
            "openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", "www.a.ac.jp",
            "-crl_check_all", "-CAfile", "root.pem", "-untrusted", "issuer.pem", "-CRLfile", "root.crl",
            "-CRLfile", "issuer.crl", "leaf.pem"
        };
    }

    /** What relying parties fetch, as PEM. */
    private void files() throws Exception {
        String root = http.portal().get("/api/v1/authorities").path("items[0].name");
        Files.write(directory.resolve("root.pem"), fetch("/pki/" + root + ".pem"));
        Files.write(directory.resolve("issuer.pem"), fetch("/pki/server-p256.pem"));
        Files.writeString(
                directory.resolve("root.crl"), CertificateDer.pem("X509 CRL", fetch("/pki/" + root + ".crl")));
        Files.writeString(
                directory.resolve("issuer.crl"), CertificateDer.pem("X509 CRL", fetch("/pki/server-p256.crl")));
        // A list made after a revocation may begin with the second that follows it.
        Thread.sleep(1_000);
    }

    private byte[] fetch(String path) {
        return http.plain().get(path).then().statusCode(200).extract().asByteArray();
    }

    private X509CRL crl(String authority) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(fetch("/pki/" + authority + ".crl")));
    }

    private X509CRLEntry listed(JsonPath issued) {
        return Eventually.present("an entry of its CRL", () -> {
            try {
                return Optional.ofNullable(crl("server-p256").getRevokedCertificate(serial(issued)));
            } catch (Exception unreadable) {
                throw new AssertionError(unreadable);
            }
        });
    }

    /** Until nobody remembers that many revoked. */
    private static void awaitQuiet() throws InterruptedException {
        Thread.sleep(2_500);
    }

    private static BigInteger serial(JsonPath issued) {
        return new BigInteger(issued.getString("serial"), 16);
    }
}

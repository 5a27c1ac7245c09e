package io.shomei.status.ocsp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions and answers as HTTP carries, keeps and counts them. */
@ShomeiTest
class OcspHttpTest {
    private static final int MALFORMED = OCSPResp.MALFORMED_REQUEST;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Fixtures given;

    @Inject
    OcspSteps ocsp;

    @Inject
    Http http;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Asker asker;
    private CertificateDer issuer;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("ocsp").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        asker = ocsp.asker();
        issuer = ocsp.issuer();
    }

    @Test
    void aQuestionInTheAddressIsUnderstoodHoweverItIsWritten() throws Exception {
        SerialNumber serial = OcspSteps.serial(ocsp.issued(sato, tenant, "www"));
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            String base64 = Base64.getEncoder().encodeToString(OcspRequests.of(CertId.of(hash, issuer, serial)));
            for (String written : List.of(
                    "/" + URLEncoder.encode(base64, US_ASCII),
                    "/" + base64,
                    "//" + base64,
                    "/" + base64.replace("=", ""))) {
                BasicOCSPResp answer = Asker.read(asker.get(written));
                assertThat(answer.getResponses()[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
            }
        }
    }

    @Test
    void cachesAreToldHowLongAnAnswerMayBeKept() throws Exception {
        String question = "/"
                + URLEncoder.encode(
                        Base64.getEncoder()
                                .encodeToString(OcspRequests.of(
                                        ocsp.asked(OcspSteps.serial(ocsp.issued(sato, tenant, "www"))))),
                        US_ASCII);
        HttpResponse<byte[]> response = asker.get(question);
        SingleResp single = Asker.read(response).getResponses()[0];
        assertThat(response.headers().firstValue("Cache-Control"))
                .contains("max-age=300, public, no-transform, must-revalidate");
        assertThat(response.headers().firstValue("Last-Modified").map(OcspHttpTest::httpDate))
                .contains(single.getThisUpdate().toInstant());
        assertThat(response.headers().firstValue("Expires").map(OcspHttpTest::httpDate))
                .contains(single.getNextUpdate().toInstant());
        assertThat(response.headers().firstValue("Date")).isPresent();
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{64}\"");

        HttpResponse<byte[]> again = asker.get(question, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(asker.get(question).body()).isEqualTo(response.body());
    }

    @Test
    void whatIsForOneAskerIsKeptByNobody() throws Exception {
        CertId asked = ocsp.asked(OcspSteps.serial(ocsp.issued(sato, tenant, "www")));
        HttpResponse<byte[]> post = asker.post(OcspRequests.of(asked));
        assertThat(post.headers().firstValue("Cache-Control")).isEmpty();
        assertThat(post.headers().firstValue("ETag")).isEmpty();
        String nonce = Base64.getUrlEncoder().encodeToString(OcspRequests.withNonce(new byte[32], asked));
        assertThat(asker.get("/" + nonce).headers().firstValue("Cache-Control")).contains("max-age=0, must-revalidate");
        String unknown =
                Base64.getUrlEncoder().encodeToString(OcspRequests.of(ocsp.asked(SerialNumber.random(RANDOM))));
        assertThat(asker.get("/" + unknown).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void itIsAnsweredOverTlsAsWell() throws Exception {
        byte[] answer = http.portal()
                .contentType("application/ocsp-request")
                .body(OcspRequests.of(ocsp.asked(OcspSteps.serial(ocsp.issued(sato, tenant, "www")))))
                .post("/ocsp")
                .then()
                .statusCode(200)
                .contentType("application/ocsp-response")
                .extract()
                .asByteArray();
        Asker.verify(Asker.read(answer), issuer);
    }

    @Test
    void answersAreCountedByWhatTheySayAndWhereTheyCameFrom() throws Exception {
        SerialNumber serial = OcspSteps.serial(ocsp.issued(sato, tenant, "www"));
        assertThat(ocsp.status(serial)).isEqualTo(CertificateStatus.GOOD);
        assertThat(ocsp.status(serial)).isEqualTo(CertificateStatus.GOOD);
        assertThat(Asker.status(asker.post(new byte[3]))).isEqualTo(MALFORMED);
        http.plain()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("ocsp_answer_seconds_count{outcome=\"good\",source=\"signed\"}"))
                .body(containsString("ocsp_answer_seconds_count{outcome=\"good\",source=\"kept\"}"))
                .body(containsString("ocsp_answer_seconds_count{outcome=\"malformed_request\",source=\"unsigned\"}"))
                .body(containsString("own_certificate_seconds_left{purpose=\"ocsp-server-p256\"}"));
    }

    private static Instant httpDate(String text) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    }
}

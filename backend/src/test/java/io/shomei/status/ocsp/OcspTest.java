package io.shomei.status.ocsp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.database.TenantScope;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Der;
import io.shomei.pki.Extension;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequest;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.OcspResponseTemplate;
import io.shomei.pki.SerialNumber;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What relying parties are told about single certificates. */
@ShomeiTest
class OcspTest {
    private static final int MALFORMED = OCSPResp.MALFORMED_REQUEST;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    Http http;

    @Inject
    Authorities authorities;

    @Inject
    TenantScope scope;

    @Inject
    DataSource database;

    @Inject
    Ids ids;

    @Inject
    TestClock clock;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Asker asker;
    private CertificateDer issuer;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("ocsp").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        asker = new Asker(authorities.ocspUrl());
        issuer = authorities.find("server-p256").orElseThrow().certificate();
    }

    // The answer.

    @ParameterizedTest
    @EnumSource(HashAlgorithm.class)
    void aCertificateThatWasIssuedIsGoodByWhateverHashItIsAskedFor(HashAlgorithm hash) throws Exception {
        CertId asked = CertId.of(hash, issuer, serial(issued("www")));
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.of(asked)));
        Asker.verify(answer, issuer);
        SingleResp single = answer.getResponses()[0];
        assertThat(answer.getResponses()).hasSize(1);
        assertThat(single.getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(single.getCertID().toASN1Primitive().getEncoded()).isEqualTo(asked.encoded());
        assertThat(answer.getProducedAt().toInstant()).isBetween(before, Instant.now());
        assertThat(single.getThisUpdate()).isEqualTo(answer.getProducedAt());
        assertThat(single.getNextUpdate().toInstant())
                .isEqualTo(single.getThisUpdate().toInstant().plus(Duration.ofHours(24)));
        assertThat(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .isNull();
        assertThat(single.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff))
                .isNull();
    }

    @Test
    void theSignerIsDelegatedAndNamedByItsKey() throws Exception {
        BasicOCSPResp answer = ask(serial(issued("www")));
        X509CertificateHolder signer = Asker.verify(answer, issuer);
        assertThat(ExtendedKeyUsage.fromExtensions(signer.getExtensions())
                        .hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning))
                .isTrue();
        assertThat(signer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck))
                .isNotNull();
        assertThat(answer.getResponderId().toASN1Primitive().getKeyHash())
                .isEqualTo(OcspResponseTemplate.keyHash(CertificateDer.ofDer(signer.getEncoded())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 32, 128})
    void aNonceComesBackAndNoTwoAnswersAreTheSame(int octets) throws Exception {
        CertId asked = asked(serial(issued("www")));
        byte[] nonce = new byte[octets];
        RANDOM.nextBytes(nonce);
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.withNonce(nonce, asked)));
        Asker.verify(answer, issuer);
        byte[] value = answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
                .getExtnValue()
                .getOctets();
        assertThat(ASN1OctetString.getInstance(value).getOctets()).isEqualTo(nonce);
        assertThat(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce).isCritical())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UNSPECIFIED,-1",
        "KEY_COMPROMISE,1",
        "AFFILIATION_CHANGED,3",
        "SUPERSEDED,4",
        "CESSATION_OF_OPERATION,5"
    })
    void aRevocationIsInTheVeryNextAnswer(String reason, int code) throws Exception {
        JsonPath certificate = issued("www");
        assertThat(status(serial(certificate))).isEqualTo(CertificateStatus.GOOD);
        steps.revoke(sato, certificate.getString("id"), reason).then().statusCode(201);
        BasicOCSPResp answer = ask(serial(certificate));
        Asker.verify(answer, issuer);
        RevokedStatus revoked = (RevokedStatus) answer.getResponses()[0].getCertStatus();
        assertThat(revoked.hasRevocationReason() ? revoked.getRevocationReason() : -1)
                .isEqualTo(code);
        assertThat(revoked.getRevocationTime()).isBeforeOrEqualTo(answer.getProducedAt());
        JsonPath told = http.as(sato)
                .get("/api/v1/certificates/{id}", certificate.getString("id"))
                .jsonPath();
        Instant since = Instant.parse(told.getString("revocation.ocspVisibleSince"));
        assertThat(since.truncatedTo(ChronoUnit.SECONDS))
                .isEqualTo(revoked.getRevocationTime().toInstant());
        assertThat(since).isBeforeOrEqualTo(Instant.parse(told.getString("revocation.crlVisibleSince")));
    }

    @Test
    void aGraverReasonIsInTheVeryNextAnswerToo() throws Exception {
        JsonPath certificate = issued("www");
        steps.revoke(sato, certificate.getString("id"), "SUPERSEDED").then().statusCode(201);
        RevokedStatus first = (RevokedStatus) status(serial(certificate));
        steps.revoke(sato, certificate.getString("id"), "KEY_COMPROMISE").then().statusCode(201);
        RevokedStatus second = (RevokedStatus) status(serial(certificate));
        assertThat(List.of(first.getRevocationReason(), second.getRevocationReason()))
                .containsExactly(4, 1);
        assertThat(second.getRevocationTime()).isEqualTo(first.getRevocationTime());
    }

    @Test
    void whatWasNeverIssuedIsNeverGood() throws Exception {
        BasicOCSPResp answer = ask(SerialNumber.random(RANDOM));
        Asker.verify(answer, issuer);
        SingleResp single = answer.getResponses()[0];
        assertThat(single.getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(single.getNextUpdate().toInstant())
                .isEqualTo(single.getThisUpdate().toInstant().plusSeconds(60));
    }

    @Test
    void whatWasIssuedAMomentAfterItWasAskedForIsGood() throws Exception {
        SerialNumber serial = serial(issued("www"));
        CertificateDer other = authorities.find("server-p384").orElseThrow().certificate();
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.of(CertId.of(HashAlgorithm.SHA1, other, serial))));
        // The same number of another authority is another certificate.
        assertThat(answer.getResponses()[0].getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(status(serial)).isEqualTo(CertificateStatus.GOOD);
    }

    @Test
    void whatWasSignedAndNotEnteredIsNotGood() throws Exception {
        SerialNumber serial = SerialNumber.random(RANDOM);
        scope.acrossTenants().update("""
                        insert into signing_intent (certificate_id, serial, authority, tenant_id, tbs_sha256, created_at)
                        values (?, ?, 'server-p256', ?, ?, now())""", ids.next(), serial.hex(), TenantId.PLATFORM.value(), new byte[32]);
        assertThat(status(serial)).isInstanceOf(UnknownStatus.class);
    }

    @Test
    void anExpiredCertificateIsAnsweredForWithHowFarTheRecordsGoBack() throws Exception {
        SerialNumber serial = serial(issued("www"));
        assertThat(status(serial)).isEqualTo(CertificateStatus.GOOD);
        scope.acrossTenants()
                .update(
                        "update certificate set not_after = ? where serial = ?",
                        Instant.now().minus(Duration.ofDays(1)),
                        serial.hex());
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.withNonce(new byte[] {1}, asked(serial))));
        SingleResp single = answer.getResponses()[0];
        assertThat(single.getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        byte[] cutoff = single.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff)
                .getExtnValue()
                .getOctets();
        assertThat(ASN1GeneralizedTime.getInstance(cutoff).getDate()).isEqualTo(Date.from(issuer.notBefore()));
    }

    @Test
    void everyAuthorityAnswersForTheCertificatesItIssued() throws Exception {
        // Later generations, and what has become of them, are other tests' business.
        List<Authority> first = authorities.all().stream()
                .filter(authority -> authority.generation() == 1 && authority.state() == Authority.State.ACTIVE)
                .toList();
        for (Authority authority : first) {
            CertId stranger = CertId.of(HashAlgorithm.SHA256, authority.certificate(), SerialNumber.random(RANDOM));
            BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.of(stranger)));
            Asker.verify(answer, authority.certificate());
            assertThat(answer.getResponses()[0].getCertStatus()).isInstanceOf(UnknownStatus.class);
            Authority above = authorities.find(authority.issuer()).orElseThrow();
            if (authority.isRoot() || !above.hasKey()) {
                // Nobody but itself could revoke a root, and nobody would believe that; for others whoever has the key
                // answers.
                continue;
            }
            CertId itself = CertId.of(
                    HashAlgorithm.SHA256,
                    above.certificate(),
                    authority.certificate().serial());
            answer = Asker.read(asker.post(OcspRequests.of(itself)));
            Asker.verify(answer, above.certificate());
            assertThat(answer.getResponses()[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        }
    }

    @Test
    void aSignerMadeByACopyWhoseClockIsAheadAnswersAtOnce() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        clock.stopAt(now.plusSeconds(5));
        http.as(given.operator("Service Desk"))
                .contentType(ContentType.JSON)
                .body(Map.of("generation", 2, "signed", "HERE"))
                .post("/api/v1/authority-lines/rehearsal-13/generations")
                .then()
                .statusCode(201);
        CertificateDer ahead = authorities.find("rehearsal-13-g2").orElseThrow().certificate();
        byte[] question = OcspRequests.of(CertId.of(HashAlgorithm.SHA256, ahead, SerialNumber.random(RANDOM)));
        X509CertificateHolder signer = Asker.verify(Asker.read(asker.post(question)), ahead);

        clock.stopAt(now);
        BasicOCSPResp answer = Asker.read(asker.post(question));
        assertThat(Asker.verify(answer, ahead)).isEqualTo(signer);
        // Not before the signer itself, so that everybody believes it.
        assertThat(answer.getProducedAt()).isEqualTo(signer.getNotBefore());
    }

    // Several at once.

    @Test
    void severalAreAnsweredInOneAndInOrder() throws Exception {
        List<JsonPath> certificates = Stream.of("a", "b", "c").map(this::issued).toList();
        steps.revoke(sato, certificates.get(1).getString("id"), "SUPERSEDED")
                .then()
                .statusCode(201);
        CertId[] asked = Stream.concat(
                        certificates.stream().map(OcspTest::serial), Stream.of(SerialNumber.random(RANDOM)))
                .map(this::asked)
                .toArray(CertId[]::new);
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.of(asked)));
        Asker.verify(answer, issuer);
        SingleResp[] singles = answer.getResponses();
        assertThat(singles).hasSize(4);
        assertThat(singles[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(singles[1].getCertStatus()).isInstanceOf(RevokedStatus.class);
        assertThat(singles[2].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(singles[3].getCertStatus()).isInstanceOf(UnknownStatus.class);
        for (int i = 0; i < asked.length; i++) {
            assertThat(singles[i].getCertID().toASN1Primitive().getEncoded()).isEqualTo(asked[i].encoded());
        }
    }

    @Test
    void aSignerSpeaksForItsOwnIssuerOnly() throws Exception {
        CertificateDer operations = authorities.find("operations").orElseThrow().certificate();
        CertId ours = asked(serial(issued("www")));
        CertId another = CertId.of(
                HashAlgorithm.SHA1,
                operations,
                new SerialNumber(sato.identity().certificate().getSerialNumber()));
        CertId foreign = CertId.of(HashAlgorithm.SHA1, foreignIssuer(), SerialNumber.random(RANDOM));
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.of(foreign, ours, another)));
        Asker.verify(answer, issuer);
        assertThat(answer.getResponses()[0].getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(answer.getResponses()[1].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(answer.getResponses()[2].getCertStatus()).isInstanceOf(UnknownStatus.class);
        // Asked for by itself, the other one is answered for by its own issuer's signer.
        answer = Asker.read(asker.post(OcspRequests.of(another)));
        Asker.verify(answer, operations);
        assertThat(answer.getResponses()[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
    }

    @Test
    void aHundredAreAnsweredInOne() throws Exception {
        CertId asked = asked(serial(issued("www")));
        HttpResponse<byte[]> response =
                asker.post(OcspRequests.of(Collections.nCopies(OcspRequest.MAX_CERTIFICATES, asked)));
        assertThat(Asker.read(response).getResponses())
                .hasSize(100)
                .allMatch(single -> single.getCertStatus() == CertificateStatus.GOOD);
    }

    // What is refused, in the protocol's own words.

    @Test
    void anIssuerThatIsNoneOfOursIsNotOursToAnswerFor() throws Exception {
        CertId foreign = CertId.of(HashAlgorithm.SHA1, foreignIssuer(), SerialNumber.random(RANDOM));
        assertThat(Asker.status(asker.post(OcspRequests.of(foreign)))).isEqualTo(OCSPResp.UNAUTHORIZED);
        byte[] md5 = Der.sequence(
                Der.sequence(Der.oid("1.2.840.113549.2.5"), Der.nullElement()),
                Der.octets(new byte[16]),
                Der.octets(new byte[16]),
                Der.integer(1));
        byte[] unknownHash = Der.sequence(Der.sequence(Der.sequence(Der.sequence(md5))));
        assertThat(Asker.status(asker.post(unknownHash))).isEqualTo(OCSPResp.UNAUTHORIZED);
    }

    @Test
    void garbageIsMalformedHoweverLargeItIs() throws Exception {
        byte[] good = OcspRequests.of(asked(SerialNumber.random(RANDOM)));
        for (byte[] bad : List.of(
                new byte[0],
                "anything".getBytes(US_ASCII),
                Arrays.copyOf(good, good.length + 1),
                Arrays.copyOf(good, good.length - 1),
                new byte[64 << 10],
                new byte[(64 << 10) + 1],
                new byte[3 << 20],
                OcspRequests.of(Collections.nCopies(101, asked(SerialNumber.random(RANDOM)))),
                OcspRequests.of(Collections.nCopies(5_000, asked(SerialNumber.random(RANDOM)))),
                OcspRequests.withNonce(new byte[0], asked(SerialNumber.random(RANDOM))),
                OcspRequests.withNonce(new byte[129], asked(SerialNumber.random(RANDOM))),
                OcspRequests.of(
                        List.of(asked(SerialNumber.random(RANDOM))),
                        new Extension("1.2.3.4", true, Der.nullElement())))) {
            assertThat(Asker.status(asker.post(bad))).isEqualTo(MALFORMED);
        }
        for (String bad : List.of("", "/", "/anything", "/%30", "/MA==", "/%zz".replace("%zz", "MAA=MAA="))) {
            assertThat(Asker.status(asker.get(bad))).isEqualTo(MALFORMED);
        }
        assertThat(asker.get("/anything").headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whenTheDatabaseDoesNotAnswerTheAskerIsToldToTryLater() throws Exception {
        CertId asked = asked(serial(issued("www")));
        assertThat(Asker.status(asker.post(OcspRequests.of(asked)))).isZero();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table certificate in access exclusive mode");
            // What was signed before is of no use: nobody knows whether it is true still.
            assertThat(Asker.status(asker.post(OcspRequests.of(asked)))).isEqualTo(OCSPResp.TRY_LATER);
            connection.rollback();
        }
        assertThat(Asker.status(asker.post(OcspRequests.of(asked)))).isZero();
    }

    // HTTP.

    @Test
    void aQuestionInTheAddressIsUnderstoodHoweverItIsWritten() throws Exception {
        SerialNumber serial = serial(issued("www"));
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
                        Base64.getEncoder().encodeToString(OcspRequests.of(asked(serial(issued("www"))))), US_ASCII);
        HttpResponse<byte[]> response = asker.get(question);
        SingleResp single = Asker.read(response).getResponses()[0];
        assertThat(response.headers().firstValue("Cache-Control"))
                .contains("max-age=300, public, no-transform, must-revalidate");
        assertThat(response.headers().firstValue("Last-Modified").map(OcspTest::httpDate))
                .contains(single.getThisUpdate().toInstant());
        assertThat(response.headers().firstValue("Expires").map(OcspTest::httpDate))
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
        CertId asked = asked(serial(issued("www")));
        HttpResponse<byte[]> post = asker.post(OcspRequests.of(asked));
        assertThat(post.headers().firstValue("Cache-Control")).isEmpty();
        assertThat(post.headers().firstValue("ETag")).isEmpty();
        String nonce = Base64.getUrlEncoder().encodeToString(OcspRequests.withNonce(new byte[32], asked));
        assertThat(asker.get("/" + nonce).headers().firstValue("Cache-Control")).contains("max-age=0, must-revalidate");
        String unknown = Base64.getUrlEncoder().encodeToString(OcspRequests.of(asked(SerialNumber.random(RANDOM))));
        assertThat(asker.get("/" + unknown).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void itIsAnsweredOverTlsAsWell() throws Exception {
        byte[] answer = http.portal()
                .contentType("application/ocsp-request")
                .body(OcspRequests.of(asked(serial(issued("www")))))
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
        SerialNumber serial = serial(issued("www"));
        assertThat(status(serial)).isEqualTo(CertificateStatus.GOOD);
        assertThat(status(serial)).isEqualTo(CertificateStatus.GOOD);
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

    private BasicOCSPResp ask(SerialNumber serial) throws Exception {
        return Asker.read(asker.post(OcspRequests.of(asked(serial))));
    }

    /** Null for good, as Bouncy Castle has it. */
    private CertificateStatus status(SerialNumber serial) throws Exception {
        return ask(serial).getResponses()[0].getCertStatus();
    }

    private CertId asked(SerialNumber serial) {
        return CertId.of(HashAlgorithm.SHA1, issuer, serial);
    }

    private JsonPath issued(String host) {
        return steps.issued(sato, tenant, host + "-" + ids.next().toString().substring(24) + ".a.ac.jp");
    }

    private static SerialNumber serial(JsonPath certificate) {
        return SerialNumber.ofHex(certificate.getString("serial"));
    }

    private static CertificateDer foreignIssuer() {
        return io.shomei.pki.Fixtures.issuer(io.shomei.pki.KeySpec.P256);
    }

    private static Instant httpDate(String text) {
        return Instant.from(java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    }
}

package io.shomei.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.database.TenantScope;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
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
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
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
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Fixtures given;

    @Inject
    OcspSteps ocsp;

    @Inject
    Steps steps;

    @Inject
    Http http;

    @Inject
    Authorities authorities;

    @Inject
    TenantScope scope;

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
        asker = ocsp.asker();
        issuer = ocsp.issuer();
    }

    @ParameterizedTest
    @EnumSource(HashAlgorithm.class)
    void aCertificateThatWasIssuedIsGoodByWhateverHashItIsAskedFor(HashAlgorithm hash) throws Exception {
        CertId asked = CertId.of(hash, issuer, OcspSteps.serial(ocsp.issued(sato, tenant, "www")));
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
        BasicOCSPResp answer = ocsp.ask(OcspSteps.serial(ocsp.issued(sato, tenant, "www")));
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
        CertId asked = ocsp.asked(OcspSteps.serial(ocsp.issued(sato, tenant, "www")));
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
        JsonPath certificate = ocsp.issued(sato, tenant, "www");
        assertThat(ocsp.status(OcspSteps.serial(certificate))).isEqualTo(CertificateStatus.GOOD);
        steps.revoke(sato, certificate.getString("id"), reason).then().statusCode(201);
        BasicOCSPResp answer = ocsp.ask(OcspSteps.serial(certificate));
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
        JsonPath certificate = ocsp.issued(sato, tenant, "www");
        steps.revoke(sato, certificate.getString("id"), "SUPERSEDED").then().statusCode(201);
        RevokedStatus first = (RevokedStatus) ocsp.status(OcspSteps.serial(certificate));
        steps.revoke(sato, certificate.getString("id"), "KEY_COMPROMISE").then().statusCode(201);
        RevokedStatus second = (RevokedStatus) ocsp.status(OcspSteps.serial(certificate));
        assertThat(List.of(first.getRevocationReason(), second.getRevocationReason()))
                .containsExactly(4, 1);
        assertThat(second.getRevocationTime()).isEqualTo(first.getRevocationTime());
    }

    @Test
    void whatWasNeverIssuedIsNeverGood() throws Exception {
        BasicOCSPResp answer = ocsp.ask(SerialNumber.random(RANDOM));
        Asker.verify(answer, issuer);
        SingleResp single = answer.getResponses()[0];
        assertThat(single.getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(single.getNextUpdate().toInstant())
                .isEqualTo(single.getThisUpdate().toInstant().plusSeconds(60));
    }

    @Test
    void whatWasIssuedAMomentAfterItWasAskedForIsGood() throws Exception {
        SerialNumber serial = OcspSteps.serial(ocsp.issued(sato, tenant, "www"));
        CertificateDer other = authorities.find("server-p384").orElseThrow().certificate();
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.of(CertId.of(HashAlgorithm.SHA1, other, serial))));
        // The same number of another authority is another certificate.
        assertThat(answer.getResponses()[0].getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(ocsp.status(serial)).isEqualTo(CertificateStatus.GOOD);
    }

    @Test
    void whatWasSignedAndNotEnteredIsNotGood() throws Exception {
        SerialNumber serial = SerialNumber.random(RANDOM);
        scope.acrossTenants().update("""
                        insert into signing_intent (certificate_id, serial, authority, tenant_id, tbs_sha256, created_at)
                        values (?, ?, 'server-p256', ?, ?, now())""", ids.next(), serial.hex(), TenantId.PLATFORM.value(), new byte[32]);
        assertThat(ocsp.status(serial)).isInstanceOf(UnknownStatus.class);
    }

    @Test
    void anExpiredCertificateIsAnsweredForWithHowFarTheRecordsGoBack() throws Exception {
        SerialNumber serial = OcspSteps.serial(ocsp.issued(sato, tenant, "www"));
        assertThat(ocsp.status(serial)).isEqualTo(CertificateStatus.GOOD);
        scope.acrossTenants()
                .update(
                        "update certificate set not_after = ? where serial = ?",
                        Instant.now().minus(Duration.ofDays(1)),
                        serial.hex());
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.withNonce(new byte[] {1}, ocsp.asked(serial))));
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
}

package io.shomei.status.ocsp;

import static io.shomei.testing.Interoperability.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.authority.Rehearsal;
import io.shomei.issuance.Outcome;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import io.shomei.pki.Tool;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the certificates of a generation that issues nothing any more, and of one whose key is in other hands. */
@ShomeiTest
class OcspOfGenerationsTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    Rehearsal rehearsal;

    @Inject
    Authorities authorities;

    @TempDir
    Path directory;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Person desk;
    private Asker asker;

    @BeforeEach
    void people() {
        tenant = given.tenant("generations").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        desk = given.operator("Service Desk");
        asker = new Asker(authorities.ocspUrl());
    }

    @Test
    void aRetiredOneIsAnsweredForByASignerOfItsOwn() throws Exception {
        Outcome.Issued good = rehearsal.issue(tenant.id(), "rehearsal-17", "good.a.ac.jp");
        Outcome.Issued bad = rehearsal.issue(tenant.id(), "rehearsal-17", "bad.a.ac.jp");
        next("rehearsal-17");
        http.as(desk).post("/api/v1/authorities/rehearsal-17/retirement").then().statusCode(201);
        Outcome.Issued later = rehearsal.issue(tenant.id(), "rehearsal-17", "later.a.ac.jp");
        assertThat(later.authority()).isEqualTo("rehearsal-17-g2");

        CertificateDer retired = certificate("rehearsal-17");
        assertThat(status(retired, good.serial())).isEqualTo(CertificateStatus.GOOD);
        steps.revoke(sato, bad.id().toString(), "SUPERSEDED").then().statusCode(201);
        assertThat(status(retired, bad.serial())).isInstanceOf(RevokedStatus.class);
        // Each generation speaks for its own certificates, and for no others.
        assertThat(status(retired, later.serial())).isInstanceOf(UnknownStatus.class);
        assertThat(status(certificate("rehearsal-17-g2"), later.serial())).isEqualTo(CertificateStatus.GOOD);
        openSslIsTold(retired, good, "good");
        openSslIsTold(retired, bad, "revoked");
        accepted("OCSP answer, of a retired generation; good and revoked", "OpenSSL", "openssl ocsp -url … -issuer …");
    }

    @Test
    void ofACompromisedOneEverythingIsRevoked() throws Exception {
        Outcome.Issued issued = rehearsal.issue(tenant.id(), "rehearsal-18", "www.a.ac.jp");
        Authority authority = authorities.find("rehearsal-18").orElseThrow();
        CertificateDer compromised = authority.certificate();
        CertificateDer root = certificate("root");
        assertThat(status(compromised, issued.serial())).isEqualTo(CertificateStatus.GOOD);
        assertThat(status(root, compromised.serial())).isEqualTo(CertificateStatus.GOOD);
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("confirmation", "rehearsal-18"))
                .post("/api/v1/authorities/rehearsal-18/compromise")
                .then()
                .statusCode(201);

        // The authority above says so of the compromised one, whose own word is worth nothing to who looks at the whole
        // chain.
        Eventually.isTrue(
                "the root revokes it",
                () -> status(root, compromised.serial()) instanceof RevokedStatus revoked
                        && revoked.getRevocationReason() == CRLReason.cACompromise);
        // Who trusts it still is told of each certificate, and nothing else is good.
        Eventually.isTrue(
                "its certificates are revoked", () -> status(compromised, issued.serial()) instanceof RevokedStatus);
        assertThat(status(compromised, SerialNumber.random(new SecureRandom()))).isInstanceOf(UnknownStatus.class);
        openSslIsTold(compromised, issued, "revoked");
        accepted("OCSP answer, of a compromised generation; revoked", "OpenSSL", "openssl ocsp -url … -issuer …");
    }

    private void openSslIsTold(CertificateDer issuer, Outcome.Issued issued, String status) throws Exception {
        Files.writeString(directory.resolve("trust.pem"), certificate("root").pem() + issuer.pem());
        Files.writeString(directory.resolve("issuer.pem"), issuer.pem());
        Files.writeString(directory.resolve("leaf.pem"), issued.certificate().pem());
        assertThat(Tool.ok(
                        directory,
                        "openssl",
                        "ocsp",
                        "-url",
                        authorities.ocspUrl(),
                        "-CAfile",
                        "trust.pem",
                        "-issuer",
                        "issuer.pem",
                        "-cert",
                        "leaf.pem"))
                .contains("Response verify OK", "leaf.pem: " + status)
                .doesNotContain("WARNING");
    }

    /** Null is what Bouncy Castle calls good. */
    private CertificateStatus status(CertificateDer issuer, SerialNumber serial) {
        return ask(issuer, serial).getResponses()[0].getCertStatus();
    }

    private BasicOCSPResp ask(CertificateDer issuer, SerialNumber serial) {
        try {
            BasicOCSPResp answer =
                    Asker.read(asker.post(OcspRequests.of(CertId.of(HashAlgorithm.SHA256, issuer, serial))));
            X509CertificateHolder signer = answer.getCerts()[0];
            assertThat(signer.getIssuer().getEncoded())
                    .isEqualTo(issuer.subject().encoded());
            return answer;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private CertificateDer certificate(String authority) {
        return authorities.find(authority).orElseThrow().certificate();
    }

    private void next(String line) {
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("generation", 2, "signed", "HERE"))
                .post("/api/v1/authority-lines/" + line + "/generations")
                .then()
                .statusCode(201);
    }
}

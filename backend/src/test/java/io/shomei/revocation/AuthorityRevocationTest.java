package io.shomei.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.AuthorityEntries;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.issuance.BlockedKeys;
import io.shomei.pki.KeyFingerprint;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An authority that issues is ended as an authority: not by its certificate, and not by its key. */
@ShomeiTest
class AuthorityRevocationTest {
    private static final Map<String, String> GROUNDS = Map.of("reason", "SUPERSEDED", "reference", "R-1");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    Authorities authorities;

    @Inject
    AuthorityEntries entries;

    @Inject
    CertificateRegister register;

    @Inject
    BlockedKeys blockedKeys;

    private Person desk;
    private Certificate certificate;

    @BeforeEach
    void theCertificateOfAnAuthority() {
        desk = given.operator("Service Desk");
        entries.establish();
        Authority authority = authorities.find("rehearsal-16").orElseThrow();
        certificate = register.findPresented(
                        authority.issuer(), authority.certificate().serial())
                .orElseThrow();
    }

    @Test
    void itsCertificateIsNotRevokedAlone() {
        Refusals.is(steps.revoke(desk, certificate.id().toString(), GROUNDS), 409, "certificate-of-active-authority");
        isUntouched();
    }

    @Test
    void norAmongMany() {
        String bulk = steps.checkSelection(desk, List.of(certificate.id().toString()), GROUNDS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(steps.outcomes(desk, bulk)).containsValue("ACTIVE_AUTHORITY");
        Refusals.is(http.as(desk).post("/api/v1/revocations/{id}/submission", bulk), 409, "nothing-to-revoke");
        isUntouched();
    }

    @Test
    void norIsItsKeyBlocked() {
        for (String name : List.of("rehearsal-16", "root")) {
            KeyFingerprint key = KeyFingerprint.of(
                    authorities.find(name).orElseThrow().certificate().publicKeyInfo());
            String opened = http.as(desk)
                    .contentType(ContentType.JSON)
                    .body(Map.of("key", key.hex()))
                    .post("/api/v1/key-compromises")
                    .then()
                    .statusCode(201)
                    .body("key.authority", equalTo(name))
                    .extract()
                    .path("id");
            Refusals.is(
                    http.as(desk)
                            .contentType(ContentType.JSON)
                            .body(Map.of("reference", "R-1"))
                            .post("/api/v1/key-compromises/{id}/submission", opened),
                    409,
                    "certificate-of-active-authority");
            http.as(desk)
                    .get("/api/v1/key-compromises/{id}", opened)
                    .then()
                    .body("state", equalTo("OPEN"))
                    .body("key.blockedSince", nullValue());
            assertThat(blockedKeys.among(Set.of(key))).isEmpty();
        }
        isUntouched();
    }

    private void isUntouched() {
        http.as(desk)
                .get("/api/v1/certificates/{id}", certificate.id().toString())
                .then()
                .body("status", equalTo("ISSUED"));
    }
}

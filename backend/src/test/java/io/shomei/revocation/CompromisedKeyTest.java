package io.shomei.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.issuance.BlockedKey;
import io.shomei.issuance.BlockedKeys;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key of a certificate that was revoked for compromise is never certified again. */
@ShomeiTest
class CompromisedKeyTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    BlockedKeys blockedKeys;

    @Inject
    CompromisedKeysJob sweep;

    private Fixtures.Organisation tenant;

    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aCompromisedKeyIsNeverCertifiedAgain() {
        KeyPair key = Csrs.key(KeySpec.P256);
        String id = issued(Row.of(tenant, "www.a.ac.jp", key));
        steps.revoke(sato, id, "KEY_COMPROMISE").then().statusCode(201);
        Fixtures.Organisation other = given.tenant("b").withDomain("b.ac.jp");
        Person suzuki = other.officer("Ichiro Suzuki");
        Row again = Row.of(other, "www.b.ac.jp", key);
        steps.apply(suzuki, again)
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("219")))
                .body("errors[0].message", containsString("漏えい"));
        String file = steps.uploaded(suzuki, Row.file(again)).getString("id");
        assertThat(steps.codes(suzuki, file)).containsExactly(List.of("219"));
        http.as(given.operator("Service Desk"))
                .queryParam("operation", "key.block")
                .queryParam("q", KeyFingerprint.of(key.getPublic().getEncoded()).hex())
                .get("/api/v1/audit-events")
                .then()
                .body("items.actor", equalTo(List.of("Hanako Sato")))
                .body("items[0].detail.cause", equalTo("REVOKED"));
    }

    @Test
    void aKeyThatIsBlockedBetweenCheckAndIssueIsNotCertified() {
        KeyPair key = Csrs.key(KeySpec.P256);
        Row row = Row.of(tenant, "late.a.ac.jp", key);
        String file = steps.uploaded(sato, Row.file(row)).getString("id");
        QuarkusTransaction.requiringNew().run(() -> block(key));
        steps.submit(sato, file).then().statusCode(202);
        steps.awaitEnd(sato, file);
        assertThat(steps.codes(sato, file)).containsExactly(List.of("219"));
    }

    @Test
    void whatWasCertifiedWithAKeyWhileItWasBlockedIsRevoked() {
        KeyPair key = Csrs.key(KeySpec.P256);
        Row row = Row.of(tenant, "race.a.ac.jp", key);
        String id = issued(row);
        QuarkusTransaction.requiringNew().run(() -> block(key));
        sweep.run();
        http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("status", equalTo("REVOKED"))
                .body("revocation.reason", equalTo("KEY_COMPROMISE"));
        // Nobody of the tenant did it, so its officers are told as well.
        Mailbox.await(row.email(), "Certificate revoked");
        Mailbox.await(sato.email(), "Certificate revoked");
    }

    @Test
    void whatWasRevokedForAWeakerReasonBecomesACompromise() {
        KeyPair key = Csrs.key(KeySpec.P256);
        String id = issued(Row.of(tenant, "weaker.a.ac.jp", key));
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        String revokedAt = http.as(sato).get("/api/v1/certificates/{id}", id).path("revocation.revokedAt");
        QuarkusTransaction.requiringNew().run(() -> block(key));
        sweep.run();
        http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("revocation.reason", equalTo("KEY_COMPROMISE"))
                .body("revocation.revokedAt", equalTo(revokedAt));
    }

    private String issued(Row row) {
        return steps.apply(sato, row).then().statusCode(201).extract().path("id");
    }

    private void block(KeyPair key) {
        blockedKeys.block(
                TenantId.PLATFORM,
                List.of(new BlockedKey(
                        KeyFingerprint.of(key.getPublic().getEncoded()),
                        clock.instant(),
                        BlockedKey.Cause.DECLARED,
                        "Service Desk",
                        null,
                        null,
                        "R-1",
                        null)),
                Actor.PLATFORM);
    }
}

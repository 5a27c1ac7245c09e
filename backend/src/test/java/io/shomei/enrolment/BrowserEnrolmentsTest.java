package io.shomei.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Tool;
import io.shomei.testing.AtOnce;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates for keys that holders' browsers make. */
@ShomeiTest
class BrowserEnrolmentsTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    ClientSteps clients;

    @Inject
    TestClock clock;

    @Inject
    LapsedEnrolmentsJob lapsed;

    @TempDir
    Path directory;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = clients.tenant();
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aBrowserKeepsItsKeyAndGetsTheCertificate() throws Exception {
        Row row = ClientRows.of(tenant, "Browser One", ClientRows.BROWSER);
        String file = clients.carriedOut(sato, row);
        assertThat(steps.rows(sato, file).getFirst()).containsEntry("outcome", "DONE");
        String url = ClientSteps.holderToken(row);
        KeyPair key = Csrs.key(KeySpec.P256);
        String csr = Csrs.pem("CN=whoever", key);
        Refusals.is(clients.issue(url, "whatever", csr), 409, "enrolment-dormant");
        String pin = clients.pin(row);
        http.portal()
                .get("/api/v1/enrolments/{token}", url)
                .then()
                .body("delivery", equalTo("BROWSER"))
                .body("keys", equalTo(List.of("P256")))
                .body("formats", equalTo(List.of()));
        Refusals.is(clients.collect(url, pin), 422, "format-not-offered");
        Refusals.is(clients.issue(url, "wrong", csr), 403, "access-pin-wrong");
        Refusals.is(clients.issue(url, pin, Csrs.pem("CN=x", Csrs.key(KeySpec.P384))), 422, "browser-request-refused");

        JsonPath issued =
                clients.issue(url, pin, csr).then().statusCode(201).extract().jsonPath();
        Files.writeString(directory.resolve("leaf.pem"), issued.getString("certificate"));
        assertThat(Tool.ok(directory, "openssl", "x509", "-in", "leaf.pem", "-noout", "-subject"))
                .contains("Browser One", "No browserone");
        assertThat(issued.getString("fileName")).isEqualTo("browserone");
        assertThat(issued.getList("chain")).hasSizeGreaterThanOrEqualTo(2);
        // An answer that was lost is no loss; another key is another certificate.
        assertThat(clients.issue(url, pin, csr)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("serial"))
                .isEqualTo(issued.getString("serial"));
        Refusals.is(clients.issue(url, pin, Csrs.pem("CN=x", Csrs.key(KeySpec.P256))), 410, "enrolment-used");
        assertThat(Mailbox.await(row.email(), "Client certificate collected").text())
                .contains("CN=Browser One\r\n");
        Refusals.is(http.portal().get("/api/v1/enrolments/{token}", "x"), 404, "enrolment-unknown");
        Refusals.is(clients.issue("x", pin, csr), 404, "enrolment-unknown");
    }

    @Test
    void aBrowserIsRefusedAsAnybodyElse() throws Exception {
        String csr = Csrs.pem("CN=x", Csrs.key(KeySpec.P256));
        ClientSteps.Invited other = clients.invited(sato, ClientRows.of(tenant, "No Browser", ClientRows.P12));
        Refusals.is(clients.issue(other.url(), other.pin(), csr), 422, "format-not-offered");
        ClientSteps.Invited guessed = invited("Guessed Pin");
        for (int i = 0; i < 5; i++) {
            Refusals.is(clients.issue(guessed.url(), "wrong", csr), 403, "access-pin-wrong");
        }
        Refusals.is(clients.issue(guessed.url(), guessed.pin(), csr), 423, "access-pin-locked");
    }

    @Test
    void anIssueThatWasInterruptedGoesOnWithTheSameKey() throws Exception {
        ClientSteps.Invited holder = invited("Browser Crash");
        String url = holder.url();
        String pin = holder.pin();
        KeyPair key = Csrs.key(KeySpec.P256);
        String csr = Csrs.pem("CN=x", key);
        // The platform stopped between taking the right and storing the certificate.
        OwnerConnection.change(
                """
                update holder_enrolment set collected_at = now(), receipt = sha256('\\x%s')
                where tenant_id = '%s'""".formatted(HexFormat.of().formatHex(key.getPublic().getEncoded()), tenant.id()));
        Refusals.is(clients.issue(url, pin, csr), 410, "enrolment-used");
        clock.advance(Duration.ofMinutes(2));
        Refusals.is(clients.issue(url, pin, Csrs.pem("CN=x", Csrs.key(KeySpec.P256))), 410, "enrolment-used");
        clients.issue(url, pin, csr).then().statusCode(201);
    }

    @Test
    void oneKeyThatComesSeveralTimesAtOnceIsCertifiedOnce() throws Exception {
        ClientSteps.Invited holder = invited("Browser Twice");
        String url = holder.url();
        String pin = holder.pin();
        String csr = Csrs.pem("CN=x", Csrs.key(KeySpec.P256));
        Set<Object> serials = new HashSet<>();
        for (Response answer : AtOnce.times(5, () -> clients.issue(url, pin, csr))) {
            if (answer.statusCode() == 201) {
                serials.add(answer.path("serial"));
            } else {
                Refusals.is(answer, 410, "enrolment-used");
            }
        }
        assertThat(serials).hasSize(1);
        clients.issue(url, pin, csr)
                .then()
                .statusCode(201)
                .body("serial", equalTo(serials.iterator().next()));
        assertThat(OwnerConnection.text("select count(*) from signing_intent i join holder_enrolment e on"
                        + " e.tenant_id = i.tenant_id and e.certificate_id = i.certificate_id where i.tenant_id = '"
                        + tenant.id() + "'"))
                .isEqualTo("1");
    }

    @Test
    void aDomainThatLapsedMeanwhileIsNotCertified() throws Exception {
        tenant = given.tenant("soon").withDomain("soon.ac.jp", Duration.ofDays(10));
        sato = tenant.officer("Hanako Sato");
        Row row = ClientRows.of(tenant, "Domain Lapsed", ClientRows.BROWSER)
                .with(Row.PROFILE, "18")
                .with(ClientRows.HOLDER_EMAIL, "lapsed@soon.ac.jp");
        ClientSteps.Invited holder = clients.invited(sato, row);
        clock.advance(Duration.ofDays(11));
        String csr = Csrs.pem("CN=x", Csrs.key(KeySpec.P256));
        Refusals.is(clients.issue(holder.url(), holder.pin(), csr), 409, "certificate-not-issuable");
        // Nothing was used up.
        Refusals.is(clients.issue(holder.url(), holder.pin(), csr), 409, "certificate-not-issuable");
    }

    @Test
    void aBrowserThatDoesNotComeLeavesTheName() throws Exception {
        Row row = ClientRows.of(tenant, "Browser Late", ClientRows.BROWSER);
        clients.carriedOut(sato, row);
        assertThat(steps.codes(sato, clients.uploaded(sato, row))).containsExactly(List.of("212"));
        clock.advance(Duration.ofDays(31));
        lapsed.run();
        Refusals.is(
                clients.issue(ClientSteps.holderToken(row), "x", Csrs.pem("CN=x", Csrs.key(KeySpec.P256))),
                410,
                "enrolment-lapsed");
        clock.reset();
        assertThat(steps.codes(sato, clients.uploaded(sato, row))).containsExactly(List.of());
    }

    private ClientSteps.Invited invited(String name) throws Exception {
        return clients.invited(sato, ClientRows.of(tenant, name, ClientRows.BROWSER));
    }
}

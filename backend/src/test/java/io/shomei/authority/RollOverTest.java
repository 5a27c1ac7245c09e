package io.shomei.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Tool;
import io.shomei.status.crl.CrlPublisher;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Interoperability;
import io.shomei.testing.Lines;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next generation of a line, signed by an authority of ours. */
@ShomeiTest
class RollOverTest {
    @Inject
    Http http;

    @Inject
    Fixtures given;

    @Inject
    Rehearsal rehearsal;

    @Inject
    CrlPublisher crls;

    @TempDir
    Path directory;

    private Person desk;
    private TenantId tenant;

    @BeforeEach
    void somebodyAtTheDesk() {
        desk = given.operator("Service Desk");
        tenant = given.tenant("rollover").id();
    }

    @Test
    void theNextGenerationIssuesAtOnceAndBothAreGood() throws Exception {
        Outcome.Issued before = rehearsal.issue(tenant, "rehearsal-1", "before.example.ac.jp");
        assertThat(before.authority()).isEqualTo("rehearsal-1");

        create("rehearsal-1", Map.of("generation", 2, "signed", "HERE"))
                .then()
                .statusCode(201)
                .body("name", equalTo("rehearsal-1-g2"))
                .body("state", equalTo("ACTIVE"))
                .body("issuing", is(true))
                .body("issuer", equalTo("root"))
                .body("keyDescription", equalTo("EC P-256"))
                .body("subjectDn", equalTo("CN=Shomei rehearsal-1 G2,O=Shomei,C=JP"))
                .body("csr", nullValue());

        Outcome.Issued after = rehearsal.issue(tenant, "rehearsal-1", "after.example.ac.jp");
        assertThat(after.authority()).isEqualTo("rehearsal-1-g2");
        assertThat(after.certificate().text())
                .contains("/pki/rehearsal-1-g2.crl")
                .contains("/pki/rehearsal-1-g2.crt");
        crls.publishDue();
        verify(before);
        verify(after);
        Interoperability.accepted(
                "Certificates of two generations of an authority, with its CRLs",
                "OpenSSL",
                "openssl verify -x509_strict -crl_check_all");
    }

    @Test
    void theListsOfBothGenerationsAreServedAtOnce() {
        create("rehearsal-2", Map.of("generation", 2, "signed", "HERE")).then().statusCode(201);
        for (String name : List.of("rehearsal-2", "rehearsal-2-g2")) {
            Eventually.isSoonTrue(
                    "the list of " + name,
                    () -> http.plain().get("/pki/" + name + ".crl").statusCode() == 200);
        }
    }

    @Test
    void theIssuerAndTheKeyMayBeChosen() {
        String root = create(Lines.ROOT, Map.of("generation", 2, "signed", "HERE", "key", "P384"))
                .then()
                .statusCode(201)
                .body("issuer", equalTo(Lines.ROOT + "-g2"))
                .body("keyDescription", equalTo("EC P-384"))
                .extract()
                .path("name");
        // The newest that can sign stands first, unless another is chosen.
        http.as(desk)
                .get("/api/v1/authority-lines")
                .then()
                .statusCode(200)
                .body(line(Lines.BELOW_ROOT) + ".issuers[0]", equalTo(root))
                .body(line(Lines.BELOW_ROOT) + ".issuers", hasItems(root, Lines.ROOT, "root"));
        create(Lines.BELOW_ROOT, Map.of("generation", 2, "signed", "HERE"))
                .then()
                .statusCode(201)
                .body("issuer", equalTo(root));
        create(Lines.BELOW_ROOT, Map.of("generation", 3, "signed", "HERE", "issuer", Lines.ROOT, "key", "RSA_3072"))
                .then()
                .statusCode(201)
                .body("issuer", equalTo(Lines.ROOT))
                .body("keyDescription", equalTo("RSA 3072"));
    }

    @Test
    void whoAsksTwiceGetsOne() {
        Map<String, Object> next = Map.of("generation", 2, "signed", "HERE");
        String first = post(desk, "rehearsal-3", next, Optional.of("the-same-key"))
                .then()
                .statusCode(201)
                .extract()
                .asString();
        assertThat(post(desk, "rehearsal-3", next, Optional.of("the-same-key")).asString())
                .isEqualTo(first);
        Refusals.is(
                post(desk, "rehearsal-3", Map.of("generation", 3, "signed", "HERE"), Optional.of("the-same-key")),
                409,
                "idempotency-key-reused");
        // Somebody else, who has not seen the first.
        Refusals.is(create("rehearsal-3", next), 409, "generation-not-next");
        Refusals.is(create("rehearsal-3", Map.of("generation", 4, "signed", "HERE")), 409, "generation-not-next");
    }

    @Test
    void whoMayNotSignDoesNot() {
        for (String issuer : List.of("client", "rehearsal-4", "nobody")) {
            Refusals.is(
                    create("rehearsal-4", Map.of("generation", 2, "signed", "HERE", "issuer", issuer)),
                    422,
                    "issuer-unsuitable");
        }
        Refusals.is(create("root", Map.of("generation", 2, "signed", "ELSEWHERE")), 422, "issuer-unsuitable");
        Refusals.is(
                create("root", Map.of("generation", 2, "signed", "HERE", "issuer", Lines.ROOT)),
                422,
                "issuer-unsuitable");
    }

    @Test
    void theLinesAreListedWithTheirGenerations() {
        http.as(desk)
                .get("/api/v1/authority-lines")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("root", "server-p256", "client", "operations", Lines.OFFLINE))
                .body(line("client") + ".issuing", equalTo("client"))
                .body(line("client") + ".nextGeneration", equalTo(2))
                .body(line("client") + ".issuers", hasItem("root"))
                .body(line("client") + ".issuers", not(hasItem("client")))
                .body(line("client") + ".generations.state", contains("ACTIVE"))
                .body(line("root") + ".root", is(true))
                .body(line("root") + ".issuers", everyItem(nullValue()))
                .body(line(Lines.OFFLINE) + ".generations[-1].name", equalTo(Lines.OFFLINE));
    }

    @Test
    void wrongInputIsRefused() {
        Refusals.is(create("rehearsal-4", Map.of("generation", 0, "signed", "HERE")), 400, "malformed-request");
        Refusals.is(create("rehearsal-4", Map.of("generation", 2, "signed", "THERE")), 400, "malformed-request");
        Refusals.is(create("rehearsal-4", Map.of("signed", "HERE")), 400, "malformed-request");
        Refusals.is(create("nobody", Map.of("generation", 2, "signed", "HERE")), 404, "not-found");
    }

    @Test
    void onlyOperatorsMay() {
        Person officer = given.tenant("rollover").officer("Hanako Sato");
        Refusals.needs(http, officer, request -> request.get("/api/v1/authority-lines"));
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("generation", 2, "signed", "HERE"))
                        .post("/api/v1/authority-lines/rehearsal-4/generations"));
    }

    private void verify(Outcome.Issued issued) throws Exception {
        String chain = file(issued.authority() + ".chain.pem");
        Path leaf = Files.writeString(
                directory.resolve("leaf.pem"), issued.certificate().pem());
        Path untrusted = Files.writeString(directory.resolve("chain.pem"), chain);
        Path root = Files.writeString(directory.resolve("root.pem"), file("root.pem"));
        Path lists = Files.writeString(directory.resolve("crls.pem"), crl("root") + crl(issued.authority()));
        Tool.ok(
                directory,
                "openssl",
                "verify",
                "-x509_strict",
                "-purpose",
                "sslserver",
                "-crl_check_all",
                "-CRLfile",
                lists.toString(),
                "-CAfile",
                root.toString(),
                "-untrusted",
                untrusted.toString(),
                leaf.toString());
    }

    private String crl(String authority) {
        return CertificateDer.pem(
                "X509 CRL",
                http.plain()
                        .get("/pki/" + authority + ".crl")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
    }

    private String file(String name) {
        return http.plain().get("/pki/" + name).then().statusCode(200).extract().asString();
    }

    private Response create(String line, Map<String, Object> next) {
        return post(desk, line, next, Optional.empty());
    }

    private Response post(Person person, String line, Map<String, Object> next, Optional<String> key) {
        Map<String, String> headers = new HashMap<>();
        key.ifPresent(each -> headers.put("Idempotency-Key", each));
        return http.as(person)
                .headers(headers)
                .contentType(ContentType.JSON)
                .body(next)
                .post("/api/v1/authority-lines/" + line + "/generations");
    }

    private static String line(String name) {
        return "items.find { it.name == '" + name + "' }";
    }
}

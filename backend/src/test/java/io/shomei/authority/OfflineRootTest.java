package io.shomei.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.issuance.BlockedKeys;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.Tool;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Interoperability;
import io.shomei.testing.Lines;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A root that is not here: OpenSSL has its key, and signs what we hand out. */
@ShomeiTest
class OfflineRootTest {
    private static final AtomicInteger ROOTS = new AtomicInteger();
    private static final String GOOD = """
            basicConstraints=critical,CA:TRUE,pathlen:0
            keyUsage=critical,keyCertSign,cRLSign
            subjectKeyIdentifier=hash
            authorityKeyIdentifier=keyid
            crlDistributionPoints=URI:http://pki.example.jp/root.crl
            """;

    @Inject
    Http http;

    @Inject
    Fixtures given;

    @Inject
    Rehearsal rehearsal;

    @Inject
    Authorities authorities;

    @Inject
    CertificateRegister register;

    @Inject
    BlockedKeys blockedKeys;

    @TempDir
    Path directory;

    private Person desk;
    private TenantId tenant;
    private String rootName;

    @BeforeEach
    void aRootSomewhereElse() throws Exception {
        desk = given.operator("Service Desk");
        tenant = given.tenant("offline").id();
        rootName = "Offline Root " + ROOTS.incrementAndGet();
        Tool.ok(
                directory,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-384",
                "-nodes",
                "-keyout",
                "root.key",
                "-out",
                "root.pem",
                "-days",
                "7300",
                "-subj",
                "/C=JP/O=Elsewhere/CN=" + rootName,
                "-addext",
                "basicConstraints=critical,CA:TRUE",
                "-addext",
                "keyUsage=critical,keyCertSign,cRLSign");
    }

    @Test
    void aRequestGoesOutACertificateComesInAndTheLineIssuesUnderTheOfflineRoot() throws Exception {
        pending("rehearsal-5");
        Refusals.is(create("rehearsal-5", 3), 409, "generation-pending");
        csr("rehearsal-5-g2");
        assertThat(Tool.ok(directory, "openssl", "req", "-in", "our.csr", "-noout", "-verify", "-text"))
                .contains("CN = Shomei rehearsal-5 G2")
                .contains("CA:TRUE, pathlen:0")
                .contains("Certificate Sign, CRL Sign");
        Interoperability.accepted("Certificate request of an authority", "OpenSSL", "openssl req -verify");

        sign(GOOD);
        certify("rehearsal-5-g2", text("our.pem") + text("root.pem"))
                .then()
                .statusCode(201)
                .body("state", equalTo("ACTIVE"))
                .body("issuing", is(true))
                .body("issuerDn", equalTo("CN=" + rootName + ",O=Elsewhere,C=JP"))
                .body("crlUrls", hasSize(1));
        Eventually.isSoonTrue(
                "its first list",
                () -> http.plain().get("/pki/rehearsal-5-g2.crl").statusCode() == 200);

        Outcome.Issued issued = rehearsal.issue(tenant, "rehearsal-5", "offline.example.ac.jp");
        assertThat(issued.authority()).isEqualTo("rehearsal-5-g2");
        Files.writeString(directory.resolve("leaf.pem"), issued.certificate().pem());
        Tool.ok(
                directory,
                "openssl",
                "verify",
                "-x509_strict",
                "-purpose",
                "sslserver",
                "-CAfile",
                "root.pem",
                "-untrusted",
                "our.pem",
                "leaf.pem");
        Interoperability.accepted(
                "Certificate below an authority that OpenSSL signed", "OpenSSL", "openssl verify -x509_strict");

        // The root is listed, and does nothing.
        http.portal()
                .get("/api/v1/authorities")
                .then()
                .body("items.find { it.label == '" + rootName + "' }.state", equalTo("EXTERNAL"))
                .body("items.find { it.label == '" + rootName + "' }.root", is(true))
                .body("items.find { it.label == '" + rootName + "' }.crlUrls", empty())
                .body("items.find { it.label == '" + rootName + "' }.ocspUrl", nullValue());
        Files.write(
                directory.resolve("chain.p7c"),
                http.plain()
                        .get("/pki/rehearsal-5-g2.p7c")
                        .then()
                        .statusCode(200)
                        .contentType(containsString("application/pkcs7-mime"))
                        .extract()
                        .asByteArray());
        assertThat(Tool.ok(directory, "openssl", "pkcs7", "-inform", "DER", "-in", "chain.p7c", "-print_certs"))
                .contains("CN = Shomei rehearsal-5 G2", "CN = " + rootName);
        Interoperability.accepted("Chain of an authority as PKCS#7", "OpenSSL", "openssl pkcs7 -print_certs");
        assertThat(http.plain().get("/pki/rehearsal-5-g2.chain.pem").asString().split("BEGIN CERTIFICATE"))
                .hasSize(3);

        // Once is enough.
        Refusals.is(certify("rehearsal-5-g2", text("our.pem")), 409, "authority-state-forbids");
        Refusals.is(request("rehearsal-5-g2"), 409, "authority-state-forbids");
        Refusals.is(http.as(desk).delete("/api/v1/authorities/rehearsal-5-g2"), 409, "authority-state-forbids");
    }

    @Test
    void wrongCertificatesAreRefusedWithAllThatIsWrong() throws Exception {
        pending("rehearsal-6");
        csr("rehearsal-6-g2");
        refused("rehearsal-6-g2", "no certificate at all", "unreadable");
        refused("rehearsal-6-g2", text("root.pem"), "key-differs");

        sign("basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nsubjectKeyIdentifier=hash\n");
        refused("rehearsal-6-g2", text("our.pem"), "no-authority", "key-usage", "crl-address", "issuer-unknown");
        refused("rehearsal-6-g2", text("our.pem") + text("root.pem"), "no-authority", "key-usage", "crl-address");

        sign("basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=none\n");
        refused("rehearsal-6-g2", text("our.pem") + text("root.pem"), "key-usage", "key-identifier", "crl-address");

        certify("rehearsal-6-g2", text("root.pem"))
                .then()
                .statusCode(422)
                .body("errors.pointer", everyItem(equalTo("/certificates")))
                .body("errors[0].message", containsString("この認証局の鍵"))
                .body("errors[0].cure", not(equalTo("")));
        // What was refused changed nothing: the right one is taken, and so is a PKCS#7.
        sign(GOOD);
        Tool.ok(
                directory,
                "openssl",
                "crl2pkcs7",
                "-nocrl",
                "-certfile",
                "our.pem",
                "-certfile",
                "root.pem",
                "-out",
                "both.p7b");
        certify("rehearsal-6-g2", text("both.p7b")).then().statusCode(201);
    }

    @Test
    void aLineMayWaitForItsFirstCertificateFromTheBeginning() throws Exception {
        http.as(desk)
                .get("/api/v1/authority-lines")
                .then()
                .body(line(Lines.OFFLINE) + ".generations.state", contains("PENDING"))
                .body(line(Lines.OFFLINE) + ".generations[0].csr", containsString("BEGIN CERTIFICATE REQUEST"));
        // Profiles may name it already, or an installation could not begin with it.
        assertThat(authorities.labelOf(Lines.OFFLINE)).contains("Rehearsal " + Lines.OFFLINE);
        assertThat(authorities.labelOf("nowhere")).isEmpty();
        csr(Lines.OFFLINE);
        sign(GOOD);
        certify(Lines.OFFLINE, text("our.pem") + text("root.pem")).then().statusCode(201);
        assertThat(rehearsal.issue(tenant, Lines.OFFLINE, "first.example.ac.jp").authority())
                .isEqualTo(Lines.OFFLINE);
    }

    @Test
    void aGenerationThatWaitsCanBeGivenUpAndAskedForAgain() throws Exception {
        pending("rehearsal-7");
        csr("rehearsal-7-g2");
        String first = text("our.csr");
        http.as(desk).delete("/api/v1/authorities/rehearsal-7-g2").then().statusCode(204);
        Refusals.is(request("rehearsal-7-g2"), 404, "not-found");
        Refusals.is(http.as(desk).delete("/api/v1/authorities/rehearsal-7-g2"), 404, "not-found");
        Refusals.is(certify("rehearsal-7-g2", text("root.pem")), 404, "not-found");
        pending("rehearsal-7");
        csr("rehearsal-7-g2");
        assertThat(text("our.csr")).isNotEqualTo(first);
    }

    @Test
    void theFirstGenerationOfALineCanBeGivenUpToo() {
        http.as(desk).delete("/api/v1/authorities/" + Lines.GIVEN_UP).then().statusCode(204);
        http.as(desk)
                .get("/api/v1/authority-lines")
                .then()
                .statusCode(200)
                .body(line(Lines.GIVEN_UP) + ".generations", empty())
                .body(line(Lines.GIVEN_UP) + ".nextGeneration", equalTo(1));
        Refusals.is(create(Lines.GIVEN_UP, 2), 409, "generation-not-next");
        create(Lines.GIVEN_UP, 1).then().statusCode(201).body("state", equalTo("PENDING"));
    }

    @Test
    void aRootMayBeTrustedByItself() throws Exception {
        trust(text("root.pem"))
                .then()
                .statusCode(201)
                .body("items.label", contains(rootName))
                .body("items.state", contains("EXTERNAL"));
        trust(text("root.pem")).then().statusCode(201).body("items", empty());
        trust("nothing").then().statusCode(422).body("errors.code", contains("unreadable"));
        Refusals.is(trust(""), 400, "malformed-request");

        // With its root known, a certificate comes without it.
        pending("rehearsal-8");
        csr("rehearsal-8-g2");
        sign(GOOD);
        certify("rehearsal-8-g2", text("our.pem")).then().statusCode(201);
        Refusals.is(certify("rehearsal-8-g2", ""), 400, "malformed-request");
    }

    @Test
    void anExternalRootIsRemovedWhileNoChainLeadsThroughIt() throws Exception {
        String name = trust(text("root.pem")).then().statusCode(201).extract().path("items[0].name");
        http.as(desk).delete("/api/v1/authorities/" + name).then().statusCode(204);
        Refusals.is(http.as(desk).delete("/api/v1/authorities/" + name), 404, "not-found");
        http.as(desk)
                .get("/api/v1/audit-events?operation=authority.distrust")
                .then()
                .statusCode(200)
                .body("items.target", hasItem(rootName));

        trust(text("root.pem")).then().statusCode(201).body("items.name", contains(name));
        pending("rehearsal-12");
        csr("rehearsal-12-g2");
        sign(GOOD);
        certify("rehearsal-12-g2", text("our.pem")).then().statusCode(201);
        Refusals.is(http.as(desk).delete("/api/v1/authorities/" + name), 409, "authority-signed-others");
    }

    @Test
    void whenAnExternalRootIsCompromisedSoIsEverythingBelowIt() throws Exception {
        pending("rehearsal-20");
        csr("rehearsal-20-g2");
        sign(GOOD);
        certify("rehearsal-20-g2", text("our.pem") + text("root.pem")).then().statusCode(201);
        Outcome.Issued issued = rehearsal.issue(tenant, "rehearsal-20", "below.example.ac.jp");
        Authority root = authorities
                .find(authorities.find("rehearsal-20-g2").orElseThrow().issuer())
                .orElseThrow();
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("confirmation", root.name()))
                .post("/api/v1/authorities/" + root.name() + "/compromise")
                .then()
                .statusCode(201)
                .body("items.name", containsInAnyOrder(root.name(), "rehearsal-20-g2"))
                .body("items.state", everyItem(equalTo("COMPROMISED")))
                .body("items.find { it.name == '" + root.name() + "' }.crlUrls", empty());
        Eventually.isTrue(
                "what was issued below it is revoked",
                () -> register.find(tenant, issued.id()).orElseThrow().state() instanceof CertificateState.Revoked);
        KeyFingerprint key = KeyFingerprint.of(root.certificate().publicKeyInfo());
        Eventually.isTrue(
                "its key is blocked", () -> blockedKeys.among(Set.of(key)).contains(key));
        Refusals.is(http.as(desk).delete("/api/v1/authorities/" + root.name()), 409, "authority-state-forbids");
        // Nothing is certified below it any more.
        pending("rehearsal-15");
        csr("rehearsal-15-g2");
        sign(GOOD);
        refused("rehearsal-15-g2", text("our.pem"), "issuer-compromised");
    }

    @Test
    void onlyOperatorsMay() {
        Person officer = given.tenant("offline").officer("Hanako Sato");
        Map<String, String> body = Map.of("certificates", "PEM");
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON).body(body).post("/api/v1/authorities"));
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON)
                        .body(body)
                        .post("/api/v1/authorities/rehearsal-6-g2/certificate"));
        Refusals.needs(http, officer, request -> request.get("/api/v1/authorities/rehearsal-6-g2/request.csr"));
        Refusals.needs(http, officer, request -> request.delete("/api/v1/authorities/rehearsal-6-g2"));
    }

    private void pending(String line) {
        create(line, 2)
                .then()
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .body("issuing", is(false))
                .body("csr", containsString("BEGIN CERTIFICATE REQUEST"));
    }

    private Response create(String line, int generation) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("generation", generation, "signed", "ELSEWHERE"))
                .post("/api/v1/authority-lines/" + line + "/generations");
    }

    private Response request(String name) {
        return http.as(desk).get("/api/v1/authorities/" + name + "/request.csr");
    }

    private void csr(String name) throws IOException {
        String pem = request(name)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(name + ".csr"))
                .extract()
                .asString();
        Files.writeString(directory.resolve("our.csr"), pem);
    }

    private void sign(String extensions) throws Exception {
        Files.writeString(directory.resolve("extensions"), extensions);
        Tool.ok(
                directory,
                "openssl",
                "x509",
                "-req",
                "-in",
                "our.csr",
                "-CA",
                "root.pem",
                "-CAkey",
                "root.key",
                "-sha384",
                "-days",
                "3650",
                "-extfile",
                "extensions",
                "-out",
                "our.pem");
    }

    private Response certify(String name, String certificates) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("certificates", certificates))
                .post("/api/v1/authorities/" + name + "/certificate");
    }

    private Response trust(String certificates) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("certificates", certificates))
                .post("/api/v1/authorities");
    }

    private void refused(String name, String certificates, String... faults) {
        Refusals.is(certify(name, certificates), 422, "authority-certificate-refused");
        certify(name, certificates).then().body("errors.code", containsInAnyOrder(faults));
    }

    private String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private static String line(String name) {
        return "items.find { it.name == '" + name + "' }";
    }
}

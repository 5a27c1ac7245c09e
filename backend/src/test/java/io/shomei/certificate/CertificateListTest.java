package io.shomei.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Tool;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register as officers search it, and what others think of what it holds. */
@ShomeiTest
class CertificateListTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @TempDir
    Path directory;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void certificatesAreFoundByWhatPeopleKnowOfThem() {
        JsonPath www = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.issued(sato, tenant, "mail.a.ac.jp");
        assertThat(hosts(Map.of("kind", "SERVER"))).containsExactly("mail.a.ac.jp", "www.a.ac.jp");
        assertThat(hosts(Map.of("kind", "CLIENT"))).isEmpty();
        assertThat(hosts(Map.of("q", "ww"))).containsExactly("www.a.ac.jp");
        assertThat(hosts(Map.of("q", "MAIL.a"))).containsExactly("mail.a.ac.jp");
        assertThat(hosts(Map.of("q", "山田"))).hasSize(2);
        assertThat(hosts(Map.of("q", "mail.a.ac.jp@example"))).containsExactly("mail.a.ac.jp");
        assertThat(hosts(Map.of("q", www.getString("serial")))).containsExactly("www.a.ac.jp");
        String decimal = new java.math.BigInteger(www.getString("serial"), 16).toString();
        assertThat(hosts(Map.of("q", decimal))).containsExactly("www.a.ac.jp");
        assertThat(hosts(Map.of("domain", "a.ac.jp"))).containsExactly("mail.a.ac.jp", "www.a.ac.jp");
        assertThat(hosts(Map.of("domain", "a.ac.jp", "q", "ww"))).containsExactly("www.a.ac.jp");
        assertThat(hosts(Map.of("domain", "b.ac.jp"))).isEmpty();
        assertThat(hosts(Map.of("q", "%"))).isEmpty();
        assertThat(hosts(Map.of("q", "w_w"))).isEmpty();
        assertThat(hosts(Map.of("q", "' or 1=1 --"))).isEmpty();
    }

    @Test
    void manyWithTheSameWordsAreFoundPageByPage() throws Exception {
        steps.issued(sato, tenant, "copied.a.ac.jp");
        multiply(10_500);
        steps.issued(sato, tenant, "other.a.ac.jp");
        JsonPath first = search("COPIED", "");
        assertThat(first.getList("items.commonName"))
                .hasSize(100)
                .allMatch(name -> String.valueOf(name).startsWith("copied"));
        assertThat(first.getInt("total.value")).isEqualTo(1_000);
        assertThat(first.getBoolean("total.exact")).isFalse();
        JsonPath second = search("COPIED", first.getString("next"));
        assertThat(second.getList("items.id")).hasSize(100).doesNotContainAnyElementsOf(first.getList("items.id"));
        assertThat(hosts(Map.of("q", "other.a"))).containsExactly("other.a.ac.jp");
        assertThat(search("copied123.", "").getInt("total.value")).isOne();
        // Another tenant's are not counted.
        assertThat(search(given.tenant("b").officer("Ichiro Suzuki"), "copied", "")
                        .getInt("total.value"))
                .isZero();
    }

    @Test
    void certificatesAreFoundByStateAndTime() {
        JsonPath www = steps.issued(sato, tenant, "www.a.ac.jp");
        JsonPath gone = steps.issued(sato, tenant, "gone.a.ac.jp");
        steps.revoke(sato, gone.getString("id"), "SUPERSEDED").then().statusCode(201);
        steps.waiting(sato, tenant, "waiting.a.ac.jp");
        assertThat(hosts(Map.of("kind", "SERVER", "status", "ISSUED"))).containsExactly("www.a.ac.jp");
        assertThat(hosts(Map.of("status", "REVOKED"))).containsExactly("gone.a.ac.jp");
        assertThat(hosts(Map.of("status", "WAITING_FOR_DOWNLOAD"))).containsExactly("waiting.a.ac.jp");
        assertThat(hosts(Map.of("status", "EXPIRED"))).isEmpty();
        assertThat(hosts(Map.of("kind", "SERVER", "issuedFrom", "2100-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(hosts(Map.of("kind", "SERVER", "issuedTo", "2100-01-01T00:00:00Z")))
                .hasSize(3);
        String end = Instant.parse(www.getString("notAfter")).plusSeconds(60).toString();
        assertThat(hosts(Map.of("kind", "SERVER", "expiresTo", end))).contains("www.a.ac.jp");
        assertThat(hosts(Map.of("kind", "SERVER", "expiresTo", clock.instant().toString())))
                .isEmpty();
        clock.advance(Duration.ofDays(250));
        sato = tenant.officer("Ichiro Suzuki");
        assertThat(hosts(Map.of("kind", "SERVER", "status", "EXPIRED")))
                .containsExactlyInAnyOrder("www.a.ac.jp", "waiting.a.ac.jp");
    }

    @Test
    void pagesGoForwardsAndBackwardsWithoutAGapOrARepetition() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            steps.issued(sato, tenant, "h" + i + ".a.ac.jp");
            all.addFirst("h" + i + ".a.ac.jp");
        }
        for (String sort : List.of("ISSUED_AT", "EXPIRES_AT")) {
            Map<String, Object> query = Map.of("kind", "SERVER", "sort", sort, "limit", 3);
            List<String> forwards = new ArrayList<>();
            List<JsonPath> pages = new ArrayList<>();
            String cursor = null;
            do {
                JsonPath page = page(query, cursor);
                assertThat(page.getLong("total.value")).isEqualTo(7);
                forwards.addAll(page.getList("items.commonName", String.class));
                pages.add(page);
                cursor = page.getString("next");
            } while (cursor != null);
            assertThat(forwards).containsExactlyInAnyOrderElementsOf(all);
            assertThat(pages).hasSize(3);
            assertThat(pages.getFirst().getString("previous")).isNull();
            for (int i = pages.size() - 1; i > 0; i--) {
                JsonPath back = page(query, pages.get(i).getString("previous"));
                assertThat(back.getList("items.commonName"))
                        .isEqualTo(pages.get(i - 1).getList("items.commonName"));
            }
        }
        assertThat(hosts(Map.of("kind", "SERVER"))).containsExactlyElementsOf(all);
    }

    @Test
    void rowsThatComeMeanwhileShiftNothing() {
        for (int i = 0; i < 4; i++) {
            steps.issued(sato, tenant, "h" + i + ".a.ac.jp");
        }
        JsonPath first = page(Map.of("kind", "SERVER", "limit", 2), null);
        steps.issued(sato, tenant, "new.a.ac.jp");
        assertThat(page(Map.of("kind", "SERVER", "limit", 2), first.getString("next"))
                        .getList("items.commonName"))
                .isEqualTo(List.of("h1.a.ac.jp", "h0.a.ac.jp"));
    }

    @Test
    void nonsenseIsRefused() {
        for (String[] wrong : new String[][] {
            {"kind", "X"},
            {"status", "X"},
            {"sort", "X"},
            {"issuedFrom", "yesterday"},
            {"limit", "0"},
            {"limit", "1001"},
            {"cursor", "%%%"},
            {"cursor", "Pm5vbnNlbnNl"},
            {"q", "x".repeat(201)}
        }) {
            Refusals.is(
                    http.as(sato).queryParam(wrong[0], wrong[1]).get("/api/v1/certificates"), 400, "malformed-request");
        }
    }

    @Test
    void whoMayReadTheRegister() {
        String id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        Person user = tenant.user("Taro Yamada");
        Refusals.needs(http, user, request -> request.get("/api/v1/certificates"));
        Refusals.needs(http, user, request -> request.get("/api/v1/certificates/{id}", id));
        Refusals.needs(http, user, request -> request.get("/api/v1/certificates/{id}/certificate.pem", id));
        Refusals.needs(http, user, request -> request.get("/api/v1/certificates/{id}/chain.pem", id));
        http.as(tenant.administrator("Jiro Mori"))
                .get("/api/v1/certificates/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void anOperatorReadsTheCertificatesOfEveryTenant() throws Exception {
        JsonPath www = steps.issued(sato, tenant, "www.a.ac.jp");
        String id = www.getString("id");
        Person desk = given.operator("Service Desk");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        http.as(desk)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .statusCode(200)
                .body("tenant.id", equalTo(tenant.id().toString()))
                .body("revocation.reason", equalTo("SUPERSEDED"))
                .body("revocation.crlVisibleSince", notNullValue())
                .body("history.operation", hasItem("certificate.revoke"));
        http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("tenant", nullValue())
                .body("revocation.ocspVisibleSince", notNullValue());
        Response leaf = http.as(desk).get("/api/v1/certificates/{id}/certificate.pem", id);
        assertThat(leaf.asString()).isEqualTo(www.getString("pem"));
        assertThat(read(http.as(desk)
                        .get("/api/v1/certificates/{id}/chain.pem", id)
                        .asString()))
                .hasSize(2);
        // The tenant sees who took it.
        http.as(sato)
                .queryParam("operation", "certificate.download")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actorRole", equalTo("OPERATOR"));
        Refusals.is(
                http.as(desk).get("/api/v1/certificates/{id}", "0197a1b2-0000-7000-8000-000000000001"),
                404,
                "not-found");
        Refusals.notPermitted(http.as(desk).get("/api/v1/certificates"));
    }

    @Test
    void anotherTenantsCertificatesAreNotThere() {
        JsonPath www = steps.issued(sato, tenant, "www.a.ac.jp");
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        String id = www.getString("id");
        Refusals.unknown(stranger, http, id, (request, each) -> request.get("/api/v1/certificates/{id}", each));
        Refusals.unknown(
                stranger, http, id, (request, each) -> request.get("/api/v1/certificates/{id}/certificate.pem", each));
        Refusals.unknown(
                stranger, http, id, (request, each) -> request.get("/api/v1/certificates/{id}/chain.pem", each));
        for (String q : List.of("www", www.getString("serial"))) {
            http.as(stranger)
                    .queryParam("q", q)
                    .get("/api/v1/certificates")
                    .then()
                    .body("items", hasSize(0));
        }
    }

    @Test
    void theDetailShowsWhatIsInTheCertificate() throws Exception {
        JsonPath www = steps.issued(sato, tenant, "www.a.ac.jp");
        X509Certificate certificate = read(www.getString("pem")).getFirst();
        http.as(sato)
                .get("/api/v1/certificates/{id}", www.getString("id"))
                .then()
                .statusCode(200)
                .body("serialDecimal", equalTo(certificate.getSerialNumber().toString()))
                .body("pem", equalTo(www.getString("pem")))
                .body("subjectDn", equalTo(tenant.dn("www.a.ac.jp")))
                .body("chain", hasSize(2))
                .body("keyDescription", equalTo("EC P-256"));
    }

    @Test
    void filesAreNamedAndTheirTakingIsInTheHistory() throws Exception {
        JsonPath www = steps.issued(sato, tenant, "www.a.ac.jp");
        // The day of its end where the tenant is, so that the files of a renewal have other names.
        String name = "www.a.ac.jp_"
                + DateTimeFormatter.BASIC_ISO_DATE.format(Instant.parse(www.getString("notAfter"))
                        .atZone(ZoneId.of("Asia/Tokyo"))
                        .toLocalDate());
        Response leaf = http.as(sato).get("/api/v1/certificates/{id}/certificate.pem", www.getString("id"));
        assertThat(leaf.header("Content-Disposition")).contains("filename=\"" + name + ".cer\"");
        assertThat(leaf.asString()).isEqualTo(www.getString("pem"));
        Response chain = http.as(sato).get("/api/v1/certificates/{id}/chain.pem", www.getString("id"));
        assertThat(chain.header("Content-Disposition")).contains("filename=\"" + name + "_fullchain.pem\"");
        assertThat(read(chain.asString())).hasSize(2);
        http.as(sato)
                .queryParam("operation", "certificate.download")
                .get("/api/v1/audit-events")
                .then()
                .body("items", hasSize(2))
                .body("items[0].target", equalTo("www.a.ac.jp"));
    }

    /** OpenSSL, GnuTLS, NSS and the JDK verify what we issue, with each kind of key. */
    @Test
    void everyoneElseTakesWhatWeIssue() throws Exception {
        String root = http.portal().get("/api/v1/authorities").path("items[0].pem");
        Files.writeString(directory.resolve("root.pem"), root);
        Files.createDirectories(directory.resolve("nss"));
        Tool.ok(directory, "certutil", "-N", "-d", "sql:nss", "--empty-password");
        Tool.ok(directory, "certutil", "-A", "-d", "sql:nss", "-n", "root", "-t", "C,,", "-a", "-i", "root.pem");
        Map<String, KeySpec> profiles = Map.of("3", KeySpec.RSA_2048, "11", KeySpec.P384, "12", KeySpec.P256);
        for (var profile : profiles.entrySet()) {
            String host = "p" + profile.getKey() + ".a.ac.jp";
            Row row = Row.of(tenant, host, Csrs.key(profile.getValue())).with(Row.PROFILE, profile.getKey());
            String id = steps.apply(sato, row).then().statusCode(201).extract().path("id");
            String chain =
                    http.as(sato).get("/api/v1/certificates/{id}/chain.pem", id).asString();
            verified(host, root, chain);
        }
    }

    private void verified(String host, String root, String chain) throws Exception {
        List<X509Certificate> certificates = read(chain);
        Files.writeString(directory.resolve("chain.pem"), chain);
        String leaf = chain.substring(0, chain.indexOf("-----END CERTIFICATE-----") + 26);
        Files.writeString(directory.resolve("leaf.pem"), leaf);
        Files.writeString(directory.resolve("issuer.pem"), chain.substring(leaf.length()));
        Tool.ok(
                directory,
                "openssl",
                "verify",
                "-x509_strict",
                "-purpose",
                "sslserver",
                "-verify_hostname",
                host,
                "-CAfile",
                "root.pem",
                "-untrusted",
                "issuer.pem",
                "leaf.pem");
        assertThat(Tool.ok(
                        directory,
                        "certtool",
                        "--verify",
                        "--infile",
                        "chain.pem",
                        "--load-ca-certificate",
                        "root.pem"))
                .contains("Verified. The certificate is trusted.");
        assertThat(Tool.ok(directory, "vfychain", "-d", "sql:nss", "-u", "1", "-a", "leaf.pem", "-a", "issuer.pem"))
                .contains("Chain is good");
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(read(root).getFirst(), null)));
        parameters.setRevocationEnabled(false);
        var path = CertificateFactory.getInstance("X.509").generateCertPath(certificates);
        assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters))
                .isNotNull();
        X509Certificate subject = certificates.getFirst();
        // The last day in Japan that is over within 199 days (BR 6.3.2).
        Duration length = Duration.between(
                subject.getNotBefore().toInstant(), subject.getNotAfter().toInstant());
        assertThat(length).isBetween(Duration.ofDays(198), Duration.ofDays(199).minusSeconds(1));
        assertThat(subject.getNotAfter()
                        .toInstant()
                        .atZone(ZoneId.of("Asia/Tokyo"))
                        .toLocalTime())
                .isEqualTo(LocalTime.of(23, 59, 59));
    }

    private static List<X509Certificate> read(String pem) throws Exception {
        Collection<? extends Certificate> read = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        return read.stream().map(X509Certificate.class::cast).toList();
    }

    private List<String> hosts(Map<String, Object> query) {
        return page(query, null).getList("items.commonName");
    }

    private JsonPath page(Map<String, Object> query, @org.jspecify.annotations.Nullable String cursor) {
        var request = http.as(sato).queryParams(query);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/certificates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath search(String words, String cursor) {
        return search(sato, words, cursor);
    }

    private JsonPath search(Person officer, String words, String cursor) {
        var request = http.as(officer).queryParam("q", words);
        return (cursor.isEmpty() ? request : request.queryParam("cursor", cursor))
                .get("/api/v1/certificates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Enters so many that are like the tenant's server certificate but for their numbers and names. */
    private void multiply(int times) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('shomei.tenant', '" + tenant.id() + "', true)");
            String columns;
            try (ResultSet row = statement.executeQuery("""
                    select string_agg(column_name, ', ') from information_schema.columns
                    where table_name = 'certificate' and is_generated = 'NEVER'
                        and column_name not in ('id', 'serial', 'common_name')""")) {
                row.next();
                columns = row.getString(1);
            }
            statement.execute("""
                    insert into certificate (id, serial, common_name, %1$s)
                    select gen_random_uuid(), upper('6' || substr(md5(id::text || i), 2)), 'copied' || i || '.a.ac.jp', %1$s
                    from certificate, generate_series(1, %2$d) i where common_name = 'copied.a.ac.jp'""".formatted(columns, times));
            connection.commit();
        }
    }
}

package io.shomei.bundle;

import static io.restassured.http.ContentType.JSON;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.shomei.pki.Tool;
import io.shomei.revocation.LapsedKeys;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Interoperability;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key files all together, and the list of their passwords, as often as wanted. */
@ShomeiTest
class BundleTest {
    private static final String ZIP = "/api/v1/certificates/bundle.zip";
    private static final String CSV = "/api/v1/certificates/passwords.csv";

    @Inject
    CompanySteps companies;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    LapsedKeys lapsed;

    @Inject
    TestClock clock;

    @TempDir
    Path directory;

    private Fixtures.Organisation company;
    private Person mori;

    @BeforeEach
    void aCompany() {
        company = companies.company("bundle", 20);
        mori = company.administrator("Jiro Mori");
    }

    /** AT-58: what is valid, all of it, with a password for each, and again. */
    @Test
    void at58TheArchiveHasWhatIsValidAndEachPasswordOpensItsFile() throws Exception {
        Map<String, String> first = companies.certificates(mori, companies.issued(mori, 10));
        companies.revoke(mori, List.copyOf(first.values()).subList(4, 10));
        companies.issued(mori, 6);
        List<String> valid = List.of(
                "client_000001",
                "client_000002",
                "client_000003",
                "client_000004",
                "client_000011",
                "client_000012",
                "client_000013",
                "client_000014",
                "client_000015",
                "client_000016");
        Response answer = http.as(mori).get(ZIP);
        answer.then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", containsString(prefix() + "_certificate.zip"));
        Map<String, byte[]> files = entries(answer);
        assertThat(files.keySet()).startsWith("cacert.crt", "cacert.pem").hasSize(12);
        Response list = http.as(mori).get(CSV);
        list.then().statusCode(200).header("Content-Disposition", containsString(prefix() + "_pwlist.csv"));
        Map<String, String> passwords = passwords(list);
        assertThat(passwords.keySet()).containsExactlyElementsOf(valid);
        assertThat(passwords.values()).doesNotHaveDuplicates().allMatch(password -> password.length() == 12);
        for (String name : valid) {
            var store = KeyFiles.opened(files.get(name + ".pfx"), passwords.get(name));
            var alias = store.aliases().nextElement();
            assertThat(((X509Certificate) store.getCertificate(alias))
                            .getSubjectX500Principal()
                            .getName())
                    .startsWith("CN=" + name + ",");
        }
        // A second time, in the other protection: the same passwords.
        Map<String, byte[]> again =
                entries(http.as(mori).queryParam("p12Profile", "modern").get(ZIP));
        assertThat(KeyFiles.opened(again.get("client_000016.pfx"), passwords.get("client_000016"))
                        .size())
                .isPositive();
        assertThat(passwords(http.as(mori).get(CSV))).isEqualTo(passwords);
        othersOpen(files.get("client_000001.pfx"), passwords.get("client_000001"), "compat");
        othersOpen(again.get("client_000001.pfx"), passwords.get("client_000001"), "modern");
        Files.write(directory.resolve("cacert.crt"), files.get("cacert.crt"));
        Files.write(directory.resolve("cacert.pem"), files.get("cacert.pem"));
        Tool.ok(directory, "openssl", "x509", "-inform", "DER", "-in", "cacert.crt", "-noout", "-subject");
        Tool.ok(
                directory,
                "openssl",
                "pkcs12",
                "-in",
                "modern.pfx",
                "-passin",
                "pass:" + passwords.get("client_000001"),
                "-clcerts",
                "-nokeys",
                "-out",
                "leaf.pem");
        assertThat(Tool.ok(directory, "openssl", "verify", "-CAfile", "cacert.pem", "leaf.pem"))
                .contains("OK");
        // One line of the history for each, with all names (AT-63).
        http.as(mori)
                .queryParam("operation", "bundle.download")
                .get("/api/v1/audit-events")
                .then()
                .body("total.value", equalTo(2))
                .body("items[0].target", equalTo(String.join(", ", valid)))
                .body("items[0].detail.count", equalTo("10"));
        http.as(mori)
                .queryParam("operation", "bundle.passwords")
                .get("/api/v1/audit-events")
                .then()
                .body("total.value", equalTo(2))
                .body("items[0].target", equalTo(String.join(", ", valid)));
    }

    @Test
    void aSelectionIsHandedOutAsAWhole() throws Exception {
        Map<String, String> issued = companies.certificates(mori, companies.issued(mori, 3));
        List<String> two = List.of(issued.get("client_000001"), issued.get("client_000003"));
        Map<String, byte[]> files = entries(post(mori, ZIP, Map.of("certificates", two, "p12Profile", "modern")));
        assertThat(files.keySet())
                .containsExactly("cacert.crt", "cacert.pem", "client_000001.pfx", "client_000003.pfx");
        Map<String, String> passwords = passwords(post(mori, CSV, Map.of("certificates", two)));
        assertThat(passwords.keySet()).containsExactly("client_000001", "client_000003");
        assertThat(KeyFiles.opened(files.get("client_000003.pfx"), passwords.get("client_000003"))
                        .size())
                .isPositive();
        companies.revoke(mori, List.of(two.getFirst()));
        Person stranger = companies.company("other", 5).administrator("Taro Kato");
        String others = companies.certificate(stranger, companies.issued(stranger, 1), "client_000001");
        for (String path : List.of(ZIP, CSV)) {
            post(mori, path, Map.of("certificates", List.of(two.get(0), two.get(1), others, "no-id")))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/key-files-not-kept"))
                    .body("errors.pointer", contains("/certificates/0", "/certificates/2", "/certificates/3"))
                    // Of one that the tenant has not, there is no name to tell.
                    .body(
                            "errors.message",
                            contains(startsWith("client_000001: "), startsWith("失効"), startsWith("失効")));
        }
    }

    @Test
    void ofRenewedOnesTheNewerIsInTheArchive() throws Exception {
        String earlier = companies.certificate(mori, companies.issued(mori, 1), "client_000001");
        String job = companies
                .begin(mori, Map.of("certificates", List.of(earlier), "key", "P256"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        companies.ended(mori, job);
        String newer = companies.certificate(mori, job, "client_000001");
        assertThat(entries(http.as(mori).get(ZIP)).keySet())
                .containsExactly("cacert.crt", "cacert.pem", "client_000001.pfx");
        assertThat(entries(post(mori, ZIP, Map.of("certificates", List.of(earlier, newer))))
                        .keySet())
                .hasSize(4)
                .contains("client_000001.pfx")
                .anyMatch(name -> name.matches("client_000001_\\d{8}\\.pfx"));
        // Where the newer one is revoked, the earlier one is what there is.
        companies.revoke(mori, List.of(newer));
        assertThat(entries(http.as(mori).get(ZIP)).keySet())
                .containsExactly("cacert.crt", "cacert.pem", "client_000001.pfx");
    }

    @Test
    void earlierOnesThatEndOnOneDayHaveNamesOfTheirOwn() throws Exception {
        List<String> all = new ArrayList<>();
        all.add(companies.certificate(mori, companies.issued(mori, 1), "client_000001"));
        for (int i = 0; i < 2; i++) {
            String job = companies
                    .begin(mori, Map.of("certificates", List.of(all.getLast()), "key", "P256"))
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            companies.ended(mori, job);
            all.add(companies.certificate(mori, job, "client_000001"));
        }
        Map<String, byte[]> files = entries(post(mori, ZIP, Map.of("certificates", all)));
        Map<String, String> passwords = passwords(post(mori, CSV, Map.of("certificates", all)));
        assertThat(passwords).hasSize(3);
        assertThat(passwords.keySet()).anyMatch(name -> name.matches("client_000001_\\d{8}_2"));
        for (Map.Entry<String, String> each : passwords.entrySet()) {
            assertThat(KeyFiles.opened(files.get(each.getKey() + ".pfx"), each.getValue())
                            .size())
                    .isPositive();
        }
    }

    /** Keys end with their certificates: nothing of them is left in the database, and the history says why. */
    @Test
    void keysAreDestroyedAtRevocationAndAtTheEnd() throws Exception {
        Map<String, String> issued = companies.certificates(mori, companies.issued(mori, 2));
        String revoked = Objects.requireNonNull(issued.get("client_000001"));
        String expired = Objects.requireNonNull(issued.get("client_000002"));
        assertThat(ClientSteps.keys(revoked)).isOne();
        companies.revoke(mori, List.of(revoked));
        assertThat(ClientSteps.keys(revoked)).isZero();
        assertThat(end(revoked)).isEqualTo("REVOKED");
        // Before anybody destroys it, what is past its time is not handed out.
        clock.advance(Duration.ofDays(366));
        Person late = company.administrator("Late Suzuki");
        is(http.as(late).get(ZIP), 409, "bundle-empty");
        is(http.as(late).get(CSV), 409, "bundle-empty");
        lapsed.end(500);
        assertThat(ClientSteps.keys(expired)).isZero();
        assertThat(end(expired)).isEqualTo("EXPIRED");
        assertThat(OwnerConnection.text(
                        "select count(*) from escrowed_key where tenant_id = '%s'".formatted(company.id())))
                .isEqualTo("0");
    }

    @Test
    void aPrefixOfThePolicyNamesTheFiles() {
        Person admin =
                given.tenant("neo").withPreset("saas-groupware").withPolicy("""
                        {"auth": {"methods": [["CERT"], ["SITE_CERT", "ID", "PASSWORD"]]}, "download": {"prefix": "neo"}}""").administrator("Jiro Mori");
        companies.issued(admin, 1);
        http.as(admin).get(ZIP).then().header("Content-Disposition", containsString("\"neo_certificate.zip\""));
        http.as(admin).get(CSV).then().header("Content-Disposition", containsString("\"neo_pwlist.csv\""));
    }

    @Test
    void aCommaInANameSeparatesNothing() throws Exception {
        Person admin = given.tenant("comma")
                .withPreset("saas-groupware")
                .withPolicy("""
                        {"auth": {"methods": [["CERT"], ["SITE_CERT", "ID", "PASSWORD"]]}, "identity": {"commonName": "Sakura, {seq:03d}"}}""")
                .administrator("Jiro Mori");
        companies.issued(admin, 2);
        assertThat(http.as(admin).get(CSV).asString())
                .matches("\"Sakura, 001\",[0-9A-Za-z]{12}\r\n\"Sakura, 002\",[0-9A-Za-z]{12}\r\n");
        assertThat(entries(http.as(admin).get(ZIP)).keySet()).contains("Sakura, 001.pfx", "Sakura, 002.pfx");
    }

    @Test
    void whoMayNot() {
        Person user = company.user("Taro Yamada");
        Person university = given.tenant("university").administrator("Hanako Sato");
        Map<String, ?> some = Map.of("certificates", List.of("0197a1b2-0000-7000-8000-000000000021"));
        for (String path : List.of(ZIP, CSV)) {
            Refusals.needs(http, user, request -> request.get(path));
            Refusals.needs(
                    http, user, request -> request.contentType(JSON).body(some).post(path));
            is(http.as(university).get(path), 403, "bundle-not-offered");
            is(post(university, path, some), 403, "bundle-not-offered");
        }
    }

    private void othersOpen(byte @Nullable [] made, @Nullable String listed, String profile) throws Exception {
        String name = profile + ".pfx";
        byte[] file = Objects.requireNonNull(made);
        String password = Objects.requireNonNull(listed);
        Files.write(directory.resolve(name), file);
        Tool.ok(directory, "openssl", "pkcs12", "-in", name, "-passin", "pass:" + password, "-nodes", "-legacy");
        Interoperability.accepted("Key file of a bundle, " + profile, "OpenSSL", "openssl pkcs12 -in …");
        String keytool = Tool.ok(
                directory,
                Tool.ofTheJdk("keytool"),
                "-list",
                "-v",
                "-keystore",
                name,
                "-storetype",
                "PKCS12",
                "-storepass",
                password);
        assertThat(keytool).contains("PrivateKeyEntry");
        Interoperability.accepted("Key file of a bundle, " + profile, "JDK", "keytool -list -storetype PKCS12");
        Tool.ok(directory, "certtool", "--p12-info", "--inder", "--infile", name, "--password", password);
        Interoperability.accepted("Key file of a bundle, " + profile, "GnuTLS", "certtool --p12-info");
        assertThat(Tool.ok(directory, "pk12util", "-l", name, "-W", password)).contains("Key(shrouded)");
        Interoperability.accepted("Key file of a bundle, " + profile, "NSS", "pk12util -l");
    }

    private String prefix() {
        return company.code().toLowerCase(Locale.ROOT);
    }

    private Response post(Person person, String path, Map<String, ?> body) {
        return http.as(person).contentType(JSON).body(body).post(path);
    }

    private static Map<String, byte[]> entries(Response answer) throws Exception {
        answer.then().statusCode(200);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entries.put(entry.getName(), in.readAllBytes())).isNull();
            }
        }
        return entries;
    }

    private static Map<String, String> passwords(Response answer) {
        answer.then().statusCode(200);
        Map<String, String> passwords = new LinkedHashMap<>();
        answer.asString().lines().forEach(line -> passwords.put(line.split(",")[0], line.split(",")[1]));
        return passwords;
    }

    private static String end(String certificate) throws Exception {
        return OwnerConnection.text(
                "select detail ->> 'end' from audit_event where operation = 'key.destroy' and target_id = '%s'"
                        .formatted(certificate));
    }
}

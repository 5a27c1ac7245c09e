package io.shomei.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.escrow.Escrow;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Tool;
import io.shomei.testing.ClientRows;
import io.shomei.testing.Csrs;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Interoperability;
import io.shomei.testing.Mailbox;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client certificates from the request file to the holder, in the three ways they are handed out. */
@ShomeiTest
class ClientCertificatesTest {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final String CHOSEN_PIN = "Chosen-PIN-2027";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    LapsedEnrolmentsJob lapsed;

    @Inject
    Escrow escrow;

    @TempDir
    Path directory;

    private final Map<String, String> fetched = new HashMap<>();
    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("client").withDomain(ClientRows.DOMAIN);
        sato = tenant.officer("Hanako Sato");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void aKeyFileIsDormantUntilTheAdministratorHasThePins() throws Exception {
        Row row = row("Dormant One", ClientRows.P12);
        issued(row);
        String url = holderToken(row);
        state(url, "DORMANT");
        Refusals.is(collect(url, "whatever"), 409, "enrolment-dormant");

        Mailbox.Received notice = Mailbox.await(row.email(), "Access PINs");
        assertThat(notice.text()).contains("山田花子 様", "一度だけ", "works once");
        byte[] zip = collectLot(notice.token(), null)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String[] pins = entry(zip, "accesspin.txt");
        assertThat(pins[0]).isEqualTo("利用者氏名\t利用者E-mail\tアクセスPIN\t主体者DN");
        String[] cells = pins[1].split("\t");
        assertThat(cells[0]).isEqualTo("鈴木dormantone");
        assertThat(cells[1]).isEqualTo(ClientRows.holderEmail(row));
        assertThat(cells[2]).matches("[a-km-zA-HJ-NP-Z2-9]{12}");
        assertThat(cells[3]).isEqualTo(row.cells().getFirst());
        Refusals.is(collectLot(notice.token(), null), 410, "enrolment-used");

        state(url, "WAITING");
        byte[] file = collect(url, cells[2])
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("dormantone.p12"))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();
        KeyStore store = opened(file, cells[2]);
        assertThat(Collections.list(store.aliases())).singleElement().asString().startsWith("鈴木dormantone 20");
        assertThat(store.getCertificateChain(Collections.list(store.aliases()).getFirst()))
                .hasSizeGreaterThan(1);
        Refusals.is(collect(url, cells[2]), 410, "enrolment-used");
        state(url, "COLLECTED");

        String serial = serial(row);
        for (String recipient : List.of(row.email(), sato.email())) {
            assertThat(Mailbox.await(recipient, "Client certificate collected").text())
                    .contains("CN=Dormant One\r\n", "OU=No dormantone\r\n", serial);
        }
        http.as(sato)
                .queryParam("q", "Dormant One")
                .get("/api/v1/certificates")
                .then()
                .body("items.status", equalTo(List.of("ISSUED")));
    }

    @Test
    void aKeyThatWasCollectedIsDestroyed() throws Exception {
        Row row = row("Destroyed One", ClientRows.P12);
        String certificate = issued(row);
        assertThat(keys(certificate)).isOne();
        collect(holderToken(row), pin(row)).then().statusCode(200);
        assertThat(keys(certificate)).isZero();
    }

    @Test
    void whoseDownloadBrokeComesAgainWithTheSamePage() throws Exception {
        Row row = row("Broken Line", ClientRows.P12);
        String certificate = issued(row);
        String pin = pin(row);
        String url = holderToken(row);
        String page = UUID.randomUUID().toString();
        byte[] first = collect(url, pin, page).then().statusCode(200).extract().asByteArray();
        byte[] second = collect(url, pin, page).then().statusCode(200).extract().asByteArray();
        assertThat(opened(second, pin).size()).isEqualTo(opened(first, pin).size());
        Refusals.is(collect(url, "wrong", page), 403, "access-pin-wrong");
        Refusals.is(collect(url, pin, "another page"), 410, "enrolment-used");
        Refusals.is(collect(url, pin), 410, "enrolment-used");
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        Refusals.is(collect(url, pin, page), 410, "enrolment-used");
        escrow.destroyLapsed(1_000);
        assertThat(keys(certificate)).isZero();
    }

    @Test
    void tenWhoComeAtOnceGetOneKeyFile() throws Exception {
        Row row = row("Ten Browsers", ClientRows.P12);
        issued(row);
        String pin = pin(row);
        String url = holderToken(row);
        Callable<Response> one = () -> collect(url, pin);
        List<Response> answers = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(10)) {
            for (Future<Response> answer : executor.invokeAll(Collections.nCopies(10, one))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    }

    @Test
    void wrongPinsLock() throws Exception {
        Row row = row("Wrong Pin", ClientRows.P12);
        issued(row);
        String pin = pin(row);
        String url = holderToken(row);
        for (int i = 0; i < 5; i++) {
            Refusals.is(collect(url, "wrong"), 403, "access-pin-wrong");
        }
        Refusals.is(collect(url, pin), 423, "access-pin-locked");
    }

    @Test
    void aUrlLapsesAndItsKeyWithIt() throws Exception {
        Row row = row("Too Late", ClientRows.P12);
        String certificate = issued(row);
        String pin = pin(row);
        clock.advance(Duration.ofDays(31));
        Refusals.is(collect(holderToken(row), pin), 410, "enrolment-lapsed");
        escrow.destroyLapsed(1_000);
        assertThat(keys(certificate)).isZero();
    }

    @Test
    void aRevocationDestroysTheKeyAndTellsAllThree() throws Exception {
        Row row = row("Revoked One", ClientRows.P12);
        String certificate = issued(row);
        String pin = pin(row);
        steps.revoke(sato, certificate, "CESSATION_OF_OPERATION").then().statusCode(201);
        assertThat(keys(certificate)).isZero();
        Refusals.is(collect(holderToken(row), pin), 410, "enrolment-revoked");
        for (String recipient : List.of(row.email(), sato.email(), ClientRows.holderEmail(row))) {
            assertThat(Mailbox.await(recipient, "Certificate revoked").text()).contains("Revoked One");
        }
    }

    @Test
    void anArchiveComesAfterItsPinsAndToSomebodyElse() throws Exception {
        Row first = row("Archive One", ClientRows.P12_BULK).with(ClientRows.PIN, CHOSEN_PIN);
        Row second = row("Archive Two", ClientRows.P12_BULK).with(Row.EMAIL, first.email());
        String file = carriedOut(first, second);
        Mailbox.Received archive = Mailbox.await(first.email(), "issue acceptance notice (archive)");
        assertThat(archive.text()).contains("山田花子", "2枚");
        lotState(archive.token(), "CERTIFICATES", "DORMANT");
        Refusals.is(collectLot(archive.token(), null), 409, "enrolment-dormant");

        Mailbox.Received notice = Mailbox.await(sato.email(), "Access PINs");
        lotState(notice.token(), "PINS", "WAITING");
        Map<String, String> pins = pins(collectLot(notice.token(), null).asByteArray());
        assertThat(pins)
                .containsEntry(ClientRows.holderEmail(first), CHOSEN_PIN)
                .hasSize(2);

        byte[] zip = collectLot(archive.token(), null)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(entry(zip, "client.txt")).hasSize(3).startsWith("シリアル番号\t利用者氏名\t利用者E-mail\t主体者DN");
        assertThat(entry(zip, "client.txt")[1]).startsWith(serial(first) + "\t鈴木archiveone\t");
        assertThat(opened(octets(zip, "archiveone.p12"), CHOSEN_PIN).size()).isOne();
        assertThat(opened(
                                octets(zip, "archivetwo.p12"),
                                Objects.requireNonNull(pins.get(ClientRows.holderEmail(second))))
                        .size())
                .isOne();
        Refusals.is(collectLot(archive.token(), null), 410, "enrolment-used");
        for (Map<String, Object> row : steps.rows(sato, file)) {
            assertThat(keys(String.valueOf(row.get("certificateId")))).isZero();
        }
        assertThat(Mailbox.await(first.email(), "Client certificate collected").text())
                .contains("CN=Archive One\r\n", "2枚がまとめて");
    }

    @Test
    void aPinOfTheApplicantsOwnChoiceIsNowhereInTheClear() throws Exception {
        Row row = row("Secret Pin", ClientRows.P12_BULK).with(ClientRows.PIN, CHOSEN_PIN);
        String file = steps.uploaded(sato, "CLIENT", "ISSUE", Row.file(row)).getString("id");
        assertThat(dump("request_row")).doesNotContain(CHOSEN_PIN);
        assertThat(number("select count(*) from request_row where secret is not null and request_file_id = '" + file
                        + "'"))
                .isOne();
        steps.submit(sato, file).then().statusCode(202);
        steps.awaitEnd(sato, file);
        for (String table : List.of("request_row", "escrowed_key", "holder_enrolment", "notice", "audit_event")) {
            assertThat(dump(table)).doesNotContain(CHOSEN_PIN);
        }
        assertThat(number("select count(*) from request_row where secret is not null and request_file_id = '" + file
                        + "'"))
                .isZero();
        http.as(sato).get("/api/v1/request-files/{id}/rows", file).then().body(not(containsString(CHOSEN_PIN)));
    }

    @Test
    void aBrowserKeepsItsKeyAndGetsTheCertificate() throws Exception {
        Row row = row("Browser One", ClientRows.BROWSER);
        String file = carriedOut(row);
        assertThat(steps.rows(sato, file).getFirst()).containsEntry("outcome", "DONE");
        String url = holderToken(row);
        KeyPair key = Csrs.key(KeySpec.P256);
        String csr = Csrs.pem("CN=whoever", key);
        Refusals.is(issue(url, "whatever", csr), 409, "enrolment-dormant");
        String pin = pin(row);
        http.portal()
                .get("/api/v1/enrolments/{token}", url)
                .then()
                .body("delivery", equalTo("BROWSER"))
                .body("keys", equalTo(List.of("P256")))
                .body("formats", equalTo(List.of()));
        Refusals.is(collect(url, pin), 422, "format-not-offered");
        Refusals.is(issue(url, "wrong", csr), 403, "access-pin-wrong");
        Refusals.is(issue(url, pin, Csrs.pem("CN=x", Csrs.key(KeySpec.P384))), 422, "browser-request-refused");

        JsonPath issued = issue(url, pin, csr).then().statusCode(201).extract().jsonPath();
        Files.writeString(directory.resolve("leaf.pem"), issued.getString("certificate"));
        assertThat(Tool.ok(directory, "openssl", "x509", "-in", "leaf.pem", "-noout", "-subject"))
                .contains("Browser One", "No browserone");
        assertThat(issued.getString("fileName")).isEqualTo("browserone");
        assertThat(issued.getList("chain")).hasSizeGreaterThanOrEqualTo(2);
        // An answer that was lost is no loss; another key is another certificate.
        assertThat(issue(url, pin, csr)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("serial"))
                .isEqualTo(issued.getString("serial"));
        Refusals.is(issue(url, pin, Csrs.pem("CN=x", Csrs.key(KeySpec.P256))), 410, "enrolment-used");
        assertThat(Mailbox.await(row.email(), "Client certificate collected").text())
                .contains("CN=Browser One\r\n");
        Refusals.is(http.portal().get("/api/v1/enrolments/{token}", "x"), 404, "enrolment-unknown");
        Refusals.is(issue("x", pin, csr), 404, "enrolment-unknown");
    }

    @Test
    void aBrowserIsRefusedAsAnybodyElse() throws Exception {
        String csr = Csrs.pem("CN=x", Csrs.key(KeySpec.P256));
        Row keyFile = row("No Browser", ClientRows.P12);
        issued(keyFile);
        Refusals.is(issue(holderToken(keyFile), pin(keyFile), csr), 422, "format-not-offered");
        Row guessed = row("Guessed Pin", ClientRows.BROWSER);
        carriedOut(guessed);
        String pin = pin(guessed);
        for (int i = 0; i < 5; i++) {
            Refusals.is(issue(holderToken(guessed), "wrong", csr), 403, "access-pin-wrong");
        }
        Refusals.is(issue(holderToken(guessed), pin, csr), 423, "access-pin-locked");
    }

    @Test
    void aDomainThatLapsedMeanwhileIsNotCertified() throws Exception {
        tenant = given.tenant("soon").withDomain("soon.ac.jp", Duration.ofDays(10));
        sato = tenant.officer("Hanako Sato");
        Row row = row("Domain Lapsed", ClientRows.BROWSER)
                .with(Row.PROFILE, "18")
                .with(ClientRows.HOLDER_EMAIL, "lapsed@soon.ac.jp");
        carriedOut(row);
        String pin = pin(row);
        clock.advance(Duration.ofDays(11));
        String csr = Csrs.pem("CN=x", Csrs.key(KeySpec.P256));
        Refusals.is(issue(holderToken(row), pin, csr), 409, "certificate-not-issuable");
        // Nothing was used up.
        Refusals.is(issue(holderToken(row), pin, csr), 409, "certificate-not-issuable");
    }

    @Test
    void aLotLapsesWithItsDeadline() {
        Row row = row("Lot Late", ClientRows.P12_BULK);
        carriedOut(row);
        String token = Mailbox.await(sato.email(), "Access PINs").token();
        clock.advance(Duration.ofDays(31));
        Refusals.is(collectLot(token, null), 410, "enrolment-lapsed");
    }

    @Test
    void aBrowserThatDoesNotComeLeavesTheName() throws Exception {
        Row row = row("Browser Late", ClientRows.BROWSER);
        carriedOut(row);
        assertThat(steps.codes(sato, uploaded(row))).containsExactly(List.of("212"));
        clock.advance(Duration.ofDays(31));
        lapsed.run();
        Refusals.is(issue(holderToken(row), "x", Csrs.pem("CN=x", Csrs.key(KeySpec.P256))), 410, "enrolment-lapsed");
        clock.reset();
        assertThat(steps.codes(sato, uploaded(row))).containsExactly(List.of());
    }

    @Test
    void aRenewalNamesTheOldCertificateAndTellsBoth() throws Exception {
        Row row = row("Renewed One", ClientRows.P12);
        String earlier = issued(row);
        String oldSerial = serial(row);
        assertThat(steps.codes(sato, uploaded(row))).containsExactly(List.of("212"));
        Row renewal = row.with(Row.SERIAL, oldSerial).with(Row.EMAIL, "new-admin-renewed@example.ac.jp");
        String file =
                steps.carriedOut(sato, "CLIENT", "RENEW", Row.file(renewal)).getString("id");
        assertThat(steps.rows(sato, file).getFirst()).containsEntry("outcome", "DONE");
        http.as(sato).get("/api/v1/certificates/{id}", earlier).then().body("status", equalTo("RENEWED"));
        byte[] zip = collectLot(Mailbox.await(renewal.email(), "Access PINs").token(), null)
                .asByteArray();
        List<Mailbox.Received> invitations = Eventually.present(
                "the holder's second acceptance notice",
                () -> Optional.of(Mailbox.to(ClientRows.holderEmail(row)).stream()
                                .filter(mail -> mail.subject().contains("acceptance"))
                                .toList())
                        .filter(mails -> mails.size() == 2));
        collect(invitations.getLast().token(), Objects.requireNonNull(pins(zip).get(ClientRows.holderEmail(row))))
                .then()
                .statusCode(200);
        assertThat(Mailbox.await(renewal.email(), "Client certificate renewed").text())
                .contains("更新前のシリアル番号: " + oldSerial, "CN=Renewed One\r\n");
        Row namesake = renewal.with(Row.DN, tenant.dn("Renewed One,OU=somebody else"));
        assertThat(steps.codes(
                        sato,
                        steps.uploaded(sato, "CLIENT", "RENEW", Row.file(namesake))
                                .getString("id")))
                .containsExactly(List.of("221"));
    }

    @Test
    void namesakesAreToldApartByTheirUnits() {
        Row one = row("Taro Namesake", ClientRows.P12);
        Row other = one.with(Row.DN, tenant.dn("Taro Namesake,OU=another")).with(ClientRows.FILE_NAME, "other");
        Row again =
                one.with(Row.DN, tenant.dn("TARO NAMESAKE,OU=No taronamesake")).with(ClientRows.FILE_NAME, "again");
        Row mail = one.with(Row.PROFILE, "18").with(ClientRows.FILE_NAME, "mail");
        assertThat(steps.codes(sato, uploaded(one, other, again, mail)))
                .containsExactly(List.of(), List.of(), List.of("228"), List.of());
    }

    @Test
    void aCertificateForMailHoldsTheAddressOfItsHolder() throws Exception {
        String address = "mailuser@" + ClientRows.DOMAIN;
        Row row =
                row("Mail User", ClientRows.P12).with(Row.PROFILE, "18").with(Row.DN, tenant.dn(address + ",OU=No 1"));
        issued(row);
        byte[] file = collect(holderToken(row), pin(row)).asByteArray();
        Files.write(directory.resolve("mail.p12"), file);
        KeyStore store = opened(file, pinOf(row));
        Files.write(
                directory.resolve("mail.der"),
                store.getCertificate(Collections.list(store.aliases()).getFirst())
                        .getEncoded());
        assertThat(Tool.ok(directory, "openssl", "x509", "-inform", "DER", "-in", "mail.der", "-noout", "-text"))
                .contains("email:" + address);
    }

    @Test
    void everyKeyFileIsOpenedByOthers() throws Exception {
        for (String profile : List.of("modern", "compat")) {
            Row row = row("Opened " + profile, ClientRows.P12);
            issued(row);
            String pin = pin(row);
            byte[] file = collect(holderToken(row), pin, null, profile)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            Files.write(directory.resolve("key.p12"), file);
            String what = "Key file of a holder, " + profile;
            assertThat(Tool.ok(
                            directory,
                            "openssl",
                            "pkcs12",
                            "-in",
                            "key.p12",
                            "-passin",
                            "pass:" + pin,
                            "-nodes",
                            "-legacy"))
                    .contains("PRIVATE KEY", "friendlyName");
            Interoperability.accepted(what, "OpenSSL", "openssl pkcs12 -in … -nodes");
            assertThat(Tool.ok(directory, "pk12util", "-l", "key.p12", "-W", pin))
                    .contains("Key(shrouded)");
            Interoperability.accepted(what, "NSS", "pk12util -l …");
            assertThat(Tool.ok(directory, "keytool", "-list", "-v", "-keystore", "key.p12", "-storepass", pin))
                    .contains("PrivateKeyEntry");
            Interoperability.accepted(what, "JDK", "keytool -list -keystore …");
            Tool.ok(directory, "certtool", "--p12-info", "--inder", "--infile", "key.p12", "--password", pin);
            Interoperability.accepted(what, "GnuTLS", "certtool --p12-info");
        }
    }

    @Test
    void aLotThatNobodyWasGivenIsUnknown() {
        Refusals.is(http.portal().get("/api/v1/enrolment-lots/{token}", "x"), 404, "enrolment-unknown");
        Refusals.is(collectLot("x", null), 404, "enrolment-unknown");
        http.portal()
                .contentType(ContentType.JSON)
                .body("{\"p12Profile\":\"ancient\"}")
                .post("/api/v1/enrolment-lots/{token}/collection", "x")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/p12Profile"));
    }

    private Row row(String name, String delivery) {
        return ClientRows.of(tenant, name, delivery);
    }

    private String uploaded(Row... rows) {
        return steps.uploaded(sato, "CLIENT", "ISSUE", Row.file(rows)).getString("id");
    }

    private String carriedOut(Row... rows) {
        JsonPath file = steps.carriedOut(sato, "CLIENT", "ISSUE", Row.file(rows));
        assertThat(file.getString("state")).isEqualTo("DONE");
        assertThat(file.getInt("progress.done")).as(file.prettify()).isEqualTo(rows.length);
        return file.getString("id");
    }

    /** The id of the certificate of a row that was carried out. */
    private String issued(Row row) {
        return String.valueOf(steps.rows(sato, carriedOut(row)).getFirst().get("certificateId"));
    }

    private String serial(Row row) {
        String id = http.as(sato)
                .queryParam(
                        "q",
                        row.cells()
                                .getFirst()
                                .substring(3, row.cells().getFirst().indexOf(',')))
                .get("/api/v1/certificates")
                .then()
                .extract()
                .path("items[0].serial");
        return new BigInteger(id, 16).toString();
    }

    private static String holderToken(Row row) {
        return Mailbox.await(ClientRows.holderEmail(row), "issue acceptance notice")
                .token();
    }

    /** The PIN of a row, from the archive that its administrator fetches now. */
    private String pin(Row row) throws Exception {
        byte[] zip = collectLot(Mailbox.await(row.email(), "Access PINs").token(), null)
                .asByteArray();
        fetched.putAll(pins(zip));
        return pinOf(row);
    }

    private String pinOf(Row row) {
        return Objects.requireNonNull(fetched.get(ClientRows.holderEmail(row)));
    }

    private static Map<String, String> pins(byte[] zip) throws Exception {
        Map<String, String> pins = new HashMap<>();
        for (String line : entry(zip, "accesspin.txt")) {
            pins.put(line.split("\t")[1], line.split("\t")[2]);
        }
        pins.remove("利用者E-mail");
        return pins;
    }

    private static String[] entry(byte[] zip, String name) throws Exception {
        return new String(octets(zip, name), SHIFT_JIS).split("\r\n");
    }

    private static byte[] octets(byte[] zip, String name) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError("there is no " + name);
    }

    private static KeyStore opened(byte[] file, String pin) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), pin.toCharArray());
        return store;
    }

    private void state(String url, String state) {
        http.portal()
                .get("/api/v1/enrolments/{token}", url)
                .then()
                .statusCode(200)
                .body("state", equalTo(state))
                .body("secretRequired", equalTo(true));
    }

    private void lotState(String token, String content, String state) {
        http.portal()
                .get("/api/v1/enrolment-lots/{token}", token)
                .then()
                .statusCode(200)
                .body("content", equalTo(content))
                .body("state", equalTo(state))
                .body("count", equalTo(2));
    }

    private Response collect(String url, String pin) {
        return collect(url, pin, null);
    }

    private Response collect(String url, String pin, @Nullable String page) {
        return collect(url, pin, page, "modern");
    }

    private Response collect(String url, String pin, @Nullable String page, String profile) {
        RequestSpecification request = http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "P12", "secret", pin, "p12Profile", profile));
        if (page != null) {
            request.header("Idempotency-Key", page);
        }
        return request.post("/api/v1/enrolments/{token}/collection", url);
    }

    private Response collectLot(String token, @Nullable String page) {
        RequestSpecification request =
                http.portal().contentType(ContentType.JSON).body(Map.of());
        if (page != null) {
            request.header("Idempotency-Key", page);
        }
        return request.post("/api/v1/enrolment-lots/{token}/collection", token);
    }

    private Response issue(String url, String pin, String csr) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("secret", pin, "csr", csr))
                .post("/api/v1/enrolments/{token}/issuance", url);
    }

    private static long keys(String certificate) throws SQLException {
        return number("select count(*) from escrowed_key where certificate_id = '" + certificate + "'");
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    /** A whole table as text, octets in hexadecimal; what was typed stands there as it is. */
    private static String dump(String table) throws SQLException {
        return text("select coalesce(string_agg(t::text, ' '), '') from " + table + " t");
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = OwnerConnection.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('shomei.tenant', '*', true)");
            try (ResultSet rows = statement.executeQuery(query)) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}

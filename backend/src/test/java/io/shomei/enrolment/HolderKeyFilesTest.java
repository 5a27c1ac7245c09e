package io.shomei.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.shomei.kernel.Right;
import io.shomei.pki.Tool;
import io.shomei.revocation.LapsedKeys;
import io.shomei.testing.AtOnce;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Interoperability;
import io.shomei.testing.KeyFiles;
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
import java.security.KeyStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key files that holders collect with a URL and a PIN. */
@ShomeiTest
class HolderKeyFilesTest {
    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    ClientSteps clients;

    @Inject
    TestClock clock;

    @Inject
    LapsedKeys lapsed;

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
    void aKeyFileIsDormantUntilTheAdministratorHasThePins() throws Exception {
        Row row = ClientRows.of(tenant, "Dormant One", ClientRows.P12);
        clients.issued(sato, row);
        String url = ClientSteps.holderToken(row);
        clients.requireState(url, "DORMANT");
        Refusals.is(clients.collect(url, "whatever"), 409, "enrolment-dormant");

        Mailbox.Received notice = Mailbox.await(row.email(), "Access PINs");
        assertThat(notice.text()).contains("山田花子 様", "一度だけ", "works once");
        byte[] zip = clients.collectLot(notice.token(), null)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String[] pins = KeyFiles.entry(zip, "accesspin.txt");
        assertThat(pins[0]).isEqualTo("利用者氏名\t利用者E-mail\tアクセスPIN\t主体者DN");
        String[] cells = pins[1].split("\t");
        assertThat(cells[0]).isEqualTo("鈴木dormantone");
        assertThat(cells[1]).isEqualTo(ClientRows.holderEmail(row));
        assertThat(cells[2]).matches("[a-km-zA-HJ-NP-Z2-9]{12}");
        assertThat(cells[3]).isEqualTo(row.cells().getFirst());
        Refusals.is(clients.collectLot(notice.token(), null), 410, "enrolment-used");

        clients.requireState(url, "WAITING");
        byte[] file = clients.collect(url, cells[2])
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("dormantone.p12"))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();
        KeyStore store = KeyFiles.opened(file, cells[2]);
        assertThat(Collections.list(store.aliases())).singleElement().asString().startsWith("鈴木dormantone 20");
        assertThat(store.getCertificateChain(Collections.list(store.aliases()).getFirst()))
                .hasSizeGreaterThan(1);
        Refusals.is(clients.collect(url, cells[2]), 410, "enrolment-used");
        clients.requireState(url, "COLLECTED");

        String serial = clients.serial(sato, row);
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
    void officersAreToldOfWhatTheirRightsAreFor() throws Exception {
        tenant.officer("Jiro Mori", Set.of(Right.SERVER, Right.CODE_SIGNING, Right.LISTS));
        Person other = tenant.officer("Ichiro Ito", Set.of(Right.CLIENT));
        ClientSteps.Invited holder = invited("Told One");
        clients.collect(holder.url(), holder.pin()).then().statusCode(200);
        http.as(sato)
                .get("/api/v1/notices?kind=client-certificate-collected")
                .then()
                .statusCode(200)
                .body(
                        "items.recipient",
                        containsInAnyOrder(sato.email(), other.email(), "admin-toldone@example.ac.jp"));
    }

    @Test
    void aKeyThatWasCollectedIsDestroyed() throws Exception {
        ClientSteps.Invited holder = invited("Destroyed One");
        assertThat(ClientSteps.keys(holder.certificate())).isOne();
        clients.collect(holder.url(), holder.pin()).then().statusCode(200);
        assertThat(ClientSteps.keys(holder.certificate())).isZero();
    }

    @Test
    void whoseDownloadBrokeComesAgainWithTheSamePage() throws Exception {
        ClientSteps.Invited holder = invited("Broken Line");
        String url = holder.url();
        String pin = holder.pin();
        String page = UUID.randomUUID().toString();
        byte[] first =
                clients.collect(url, pin, page).then().statusCode(200).extract().asByteArray();
        byte[] second =
                clients.collect(url, pin, page).then().statusCode(200).extract().asByteArray();
        assertThat(KeyFiles.opened(second, pin).size())
                .isEqualTo(KeyFiles.opened(first, pin).size());
        Refusals.is(clients.collect(url, "wrong", page), 403, "access-pin-wrong");
        Refusals.is(clients.collect(url, pin, "another page"), 410, "enrolment-used");
        Refusals.is(clients.collect(url, pin), 410, "enrolment-used");
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        Refusals.is(clients.collect(url, pin, page), 410, "enrolment-used");
        lapsed.end(1_000);
        assertThat(ClientSteps.keys(holder.certificate())).isZero();
    }

    @Test
    void tenWhoComeAtOnceGetOneKeyFile() throws Exception {
        ClientSteps.Invited holder = invited("Ten Browsers");
        List<Response> answers = AtOnce.times(10, () -> clients.collect(holder.url(), holder.pin()));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
    }

    @Test
    void wrongPinsLock() throws Exception {
        ClientSteps.Invited holder = invited("Wrong Pin");
        for (int i = 0; i < 5; i++) {
            Refusals.is(clients.collect(holder.url(), "wrong"), 403, "access-pin-wrong");
        }
        Refusals.is(clients.collect(holder.url(), holder.pin()), 423, "access-pin-locked");
    }

    @Test
    void wrongPinsThatComeAtOnceAreCountedEach() throws Exception {
        ClientSteps.Invited holder = invited("Twenty Guesses");
        List<Integer> answers =
                AtOnce.times(20, () -> clients.collect(holder.url(), "wrong").statusCode());
        assertThat(answers).containsOnly(403, 423);
        assertThat(answers).filteredOn(status -> status == 403).hasSize(5);
        Refusals.is(clients.collect(holder.url(), holder.pin()), 423, "access-pin-locked");
    }

    @Test
    void aUrlLapsesAndItsKeyWithIt() throws Exception {
        ClientSteps.Invited holder = invited("Too Late");
        clock.advance(Duration.ofDays(31));
        Refusals.is(clients.collect(holder.url(), holder.pin()), 410, "enrolment-lapsed");
        lapsed.end(1_000);
        assertThat(ClientSteps.keys(holder.certificate())).isZero();
    }

    /** At the deadline it can still be collected; a moment later nobody has the key, and the certificate ends with it. */
    @Test
    void aCertificateThatNobodyCollectedIsRevokedWithItsKey() throws Exception {
        ClientSteps.Invited holder = invited("Nobody Came");
        Instant deadline = Instant.parse(OwnerConnection.text(
                "select to_char(destroy_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from escrowed_key where certificate_id = '%s'"
                        .formatted(holder.certificate())));
        clock.stopAt(deadline);
        lapsed.end(1_000);
        assertThat(ClientSteps.keys(holder.certificate())).isOne();
        assertThat(reason(holder)).isEmpty();
        clock.stopAt(deadline.plusMillis(1));
        lapsed.end(1_000);
        assertThat(ClientSteps.keys(holder.certificate())).isZero();
        assertThat(reason(holder)).isEqualTo("CESSATION_OF_OPERATION");
        assertThat(OwnerConnection.text(
                        "select actor || ' ' || (detail ->> 'cause') from audit_event where operation = 'certificate.revoke' and target_id = '%s'"
                                .formatted(holder.certificate())))
                .isEqualTo("Shomei UNCOLLECTED");
        assertThat(Mailbox.await(sato.email(), "revo").text()).contains("CN=Nobody Came");
        clients.requireState(holder.url(), "REVOKED");
    }

    @Test
    void thePolicyMayKeepItAndWhatWasCollectedStays() throws Exception {
        tenant = clients.tenant().withPolicy("{\"enrolment\":{\"uncollected\":\"KEEP\"}}");
        sato = tenant.officer("Hanako Sato");
        ClientSteps.Invited kept = invited("Kept Without Key");
        tenant = clients.tenant();
        sato = tenant.officer("Jiro Sato");
        ClientSteps.Invited collected = invited("Was Collected");
        String page = UUID.randomUUID().toString();
        clients.collect(collected.url(), collected.pin(), page).then().statusCode(200);
        clock.advance(Duration.ofDays(31));
        lapsed.end(1_000);
        for (ClientSteps.Invited each : List.of(kept, collected)) {
            assertThat(ClientSteps.keys(each.certificate())).isZero();
            assertThat(reason(each)).isEmpty();
        }
    }

    /** Why it was revoked; empty where it was not. */
    private static String reason(ClientSteps.Invited holder) throws SQLException {
        return OwnerConnection.text("select coalesce(revocation_reason, '') from certificate where id = '%s'"
                .formatted(holder.certificate()));
    }

    @Test
    void whoHasNotCollectedIsWrittenToAgain() throws Exception {
        Row row = ClientRows.of(tenant, "Invited Again", ClientRows.P12);
        String certificate = clients.issued(sato, row);
        String url = ClientSteps.holderToken(row);
        String pins = Mailbox.await(row.email(), "Access PINs").token();
        clients.inviteAgain(sato, certificate).then().statusCode(204);
        assertThat(ClientSteps.mails(ClientRows.holderEmail(row), "issue acceptance notice", 2)
                        .getLast()
                        .token())
                .isEqualTo(url);
        assertThat(ClientSteps.mails(row.email(), "Access PINs", 2).getLast().token())
                .isEqualTo(pins);
        String pin = clients.pin(row);
        // Whose PIN was fetched lacks nothing but the URL.
        clients.inviteAgain(sato, certificate).then().statusCode(204);
        ClientSteps.mails(ClientRows.holderEmail(row), "issue acceptance notice", 3);
        assertThat(Mailbox.to(row.email()))
                .filteredOn(mail -> mail.subject().contains("Access PINs"))
                .hasSize(2);
        Refusals.notPermitted(clients.inviteAgain(tenant.officer("Jiro Mori", Set.of(Right.SERVER)), certificate));
        clients.collect(url, pin).then().statusCode(200);
        Refusals.is(clients.inviteAgain(sato, certificate), 410, "enrolment-used");
    }

    @Test
    void aRevocationDestroysTheKeyAndTellsAllThree() throws Exception {
        Row row = ClientRows.of(tenant, "Revoked One", ClientRows.P12);
        ClientSteps.Invited holder = clients.invited(sato, row);
        steps.revoke(sato, holder.certificate(), "CESSATION_OF_OPERATION")
                .then()
                .statusCode(201);
        assertThat(ClientSteps.keys(holder.certificate())).isZero();
        Refusals.is(clients.collect(holder.url(), holder.pin()), 410, "enrolment-revoked");
        for (String recipient : List.of(row.email(), sato.email(), ClientRows.holderEmail(row))) {
            assertThat(Mailbox.await(recipient, "Certificate revoked").text()).contains("Revoked One");
        }
    }

    @Test
    void aCertificateForMailHoldsTheAddressOfItsHolder() throws Exception {
        String address = "mailuser@" + ClientRows.DOMAIN;
        Row row = ClientRows.of(tenant, "Mail User", ClientRows.P12)
                .with(Row.PROFILE, "18")
                .with(Row.DN, tenant.dn(address + ",OU=No 1"));
        ClientSteps.Invited holder = clients.invited(sato, row);
        byte[] file = clients.collect(holder.url(), holder.pin()).asByteArray();
        Files.write(directory.resolve("mail.p12"), file);
        KeyStore store = KeyFiles.opened(file, holder.pin());
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
            ClientSteps.Invited holder = invited("Opened " + profile);
            String pin = holder.pin();
            byte[] file = clients.collect(holder.url(), pin, null, profile)
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
            assertThat(Tool.ok(
                            directory,
                            Tool.ofTheJdk("keytool"),
                            "-list",
                            "-v",
                            "-keystore",
                            "key.p12",
                            "-storepass",
                            pin))
                    .contains("PrivateKeyEntry");
            Interoperability.accepted(what, "JDK", "keytool -list -keystore …");
            Tool.ok(directory, "certtool", "--p12-info", "--inder", "--infile", "key.p12", "--password", pin);
            Interoperability.accepted(what, "GnuTLS", "certtool --p12-info");
        }
    }

    private ClientSteps.Invited invited(String name) throws Exception {
        return clients.invited(sato, ClientRows.of(tenant, name, ClientRows.P12));
    }
}

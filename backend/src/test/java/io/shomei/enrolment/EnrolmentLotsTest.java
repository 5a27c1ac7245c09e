package io.shomei.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.shomei.revocation.LapsedKeys;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
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
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access PINs and archives of key files, which are fetched as a whole. */
@ShomeiTest
class EnrolmentLotsTest {
    private static final String CHOSEN_PIN = "Chosen-PIN-2027";

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

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = clients.tenant();
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void anArchiveComesAfterItsPinsAndToSomebodyElse() throws Exception {
        Row first = ClientRows.of(tenant, "Archive One", ClientRows.P12_BULK).with(ClientRows.PIN, CHOSEN_PIN);
        Row second = ClientRows.of(tenant, "Archive Two", ClientRows.P12_BULK).with(Row.EMAIL, first.email());
        String file = clients.carriedOut(sato, first, second);
        Mailbox.Received archive = Mailbox.await(first.email(), "issue acceptance notice (archive)");
        assertThat(archive.text()).contains("山田花子", "2枚");
        clients.requireLotState(archive.token(), "CERTIFICATES", "DORMANT", 2);
        Refusals.is(clients.collectLot(archive.token(), null), 409, "enrolment-dormant");

        Mailbox.Received notice = Mailbox.await(sato.email(), "Access PINs");
        clients.requireLotState(notice.token(), "PINS", "WAITING", 2);
        Map<String, String> pins =
                KeyFiles.pins(clients.collectLot(notice.token(), null).asByteArray());
        assertThat(pins)
                .containsEntry(ClientRows.holderEmail(first), CHOSEN_PIN)
                .hasSize(2);

        byte[] zip = clients.collectLot(archive.token(), null)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(KeyFiles.entry(zip, "client.txt")).hasSize(3).startsWith("シリアル番号\t利用者氏名\t利用者E-mail\t主体者DN");
        assertThat(KeyFiles.entry(zip, "client.txt")[1]).startsWith(clients.serial(sato, first) + "\t鈴木archiveone\t");
        assertThat(KeyFiles.opened(KeyFiles.octets(zip, "archiveone.p12"), CHOSEN_PIN)
                        .size())
                .isOne();
        assertThat(KeyFiles.opened(
                                KeyFiles.octets(zip, "archivetwo.p12"),
                                Objects.requireNonNull(pins.get(ClientRows.holderEmail(second))))
                        .size())
                .isOne();
        Refusals.is(clients.collectLot(archive.token(), null), 410, "enrolment-used");
        for (Map<String, Object> row : steps.rows(sato, file)) {
            assertThat(ClientSteps.keys(String.valueOf(row.get("certificateId"))))
                    .isZero();
        }
        assertThat(Mailbox.await(first.email(), "Client certificate collected").text())
                .contains("CN=Archive One\r\n", "2枚がまとめて");
    }

    @Test
    void whatIsFetchedAsAWholeComesAgainToTheSamePageAlone() throws Exception {
        Row row = ClientRows.of(tenant, "Again Archive", ClientRows.P12_BULK);
        String certificate = clients.issued(sato, row);
        List<String> tokens = List.of(
                Mailbox.await(sato.email(), "Access PINs").token(),
                Mailbox.await(row.email(), "issue acceptance notice (archive)").token());
        String page = UUID.randomUUID().toString();
        String pin = "";
        for (String token : tokens) {
            byte[] first = clients.collectLot(token, page)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            byte[] again = clients.collectLot(token, page)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            if (pin.isEmpty()) {
                pin = Objects.requireNonNull(KeyFiles.pins(first).get(ClientRows.holderEmail(row)));
                assertThat(KeyFiles.pins(again)).isEqualTo(KeyFiles.pins(first));
            } else {
                assertThat(KeyFiles.opened(KeyFiles.octets(again, "againarchive.p12"), pin)
                                .size())
                        .isOne();
            }
            // Whoever has the URL and not the page is somebody else.
            Refusals.is(clients.collectLot(token, null), 410, "enrolment-used");
            Refusals.is(clients.collectLot(token, UUID.randomUUID().toString()), 410, "enrolment-used");
        }
        assertThat(ClientSteps.keys(certificate)).isOne();
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        for (String token : tokens) {
            Refusals.is(clients.collectLot(token, page), 410, "enrolment-used");
        }
        lapsed.end(1_000);
        assertThat(ClientSteps.keys(certificate)).isZero();
    }

    @Test
    void aPinOfTheApplicantsOwnChoiceIsNowhereInTheClear() throws Exception {
        Row row = ClientRows.of(tenant, "Secret Pin", ClientRows.P12_BULK).with(ClientRows.PIN, CHOSEN_PIN);
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

    /** Whoever chose it would not know another one that was drawn in its place. */
    @Test
    void aRowThatIsUploadedAgainStatesItsPinAgain() {
        Row refused = ClientRows.of(tenant, "Pin Again", ClientRows.P12_BULK)
                .with(ClientRows.PIN, CHOSEN_PIN)
                .with(Row.EMAIL, "nobody");
        String file = steps.uploaded(sato, "CLIENT", "ISSUE", Row.file(refused)).getString("id");
        String result = http.as(sato)
                .queryParam("encoding", "UTF-8")
                .get("/api/v1/request-files/{id}/result.tsv", file)
                .asString();
        assertThat(result).contains("\t***\t").doesNotContain(CHOSEN_PIN);
        Row mended = refused.with(Row.EMAIL, "hanako@a.ac.jp").with(ClientRows.PIN, "***");
        assertThat(steps.codes(sato, clients.uploaded(sato, mended))).containsExactly(List.of("206"));
        assertThat(steps.codes(sato, clients.uploaded(sato, mended.with(ClientRows.PIN, CHOSEN_PIN))))
                .containsExactly(List.of());
    }

    @Test
    void aLotLapsesWithItsDeadline() {
        Row row = ClientRows.of(tenant, "Lot Late", ClientRows.P12_BULK);
        clients.carriedOut(sato, row);
        String token = Mailbox.await(sato.email(), "Access PINs").token();
        clock.advance(Duration.ofDays(31));
        Refusals.is(clients.collectLot(token, null), 410, "enrolment-lapsed");
    }

    @Test
    void whoHasNotFetchedAnArchiveIsWrittenToAgain() {
        Row row = ClientRows.of(tenant, "Archive Again", ClientRows.P12_BULK);
        String certificate = clients.issued(sato, row);
        String archive = Mailbox.await(row.email(), "(archive)").token();
        String pins = Mailbox.await(sato.email(), "Access PINs").token();
        clients.inviteAgain(sato, certificate).then().statusCode(204);
        assertThat(ClientSteps.mails(row.email(), "(archive)", 2).getLast().token())
                .isEqualTo(archive);
        assertThat(ClientSteps.mails(sato.email(), "Access PINs", 2).getLast().token())
                .isEqualTo(pins);
        clients.collectLot(pins, null).then().statusCode(200);
        clients.inviteAgain(sato, certificate).then().statusCode(204);
        ClientSteps.mails(row.email(), "(archive)", 3);
        assertThat(Mailbox.to(sato.email()))
                .filteredOn(mail -> mail.subject().contains("Access PINs"))
                .hasSize(2);
        steps.revoke(sato, certificate, "CESSATION_OF_OPERATION").then().statusCode(201);
        Refusals.is(clients.inviteAgain(sato, certificate), 410, "enrolment-revoked");
    }

    @Test
    void aLotThatNobodyWasGivenIsUnknown() {
        Refusals.is(http.portal().get("/api/v1/enrolment-lots/{token}", "x"), 404, "enrolment-unknown");
        Refusals.is(clients.collectLot("x", null), 404, "enrolment-unknown");
        http.portal()
                .contentType(ContentType.JSON)
                .body("{\"p12Profile\":\"ancient\"}")
                .post("/api/v1/enrolment-lots/{token}/collection", "x")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/p12Profile"));
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(OwnerConnection.text(query));
    }

    /** A whole table as text, octets in hexadecimal; what was typed stands there as it is. */
    private static String dump(String table) throws SQLException {
        return OwnerConnection.text("select coalesce(string_agg(t::text, ' '), '') from " + table + " t");
    }
}

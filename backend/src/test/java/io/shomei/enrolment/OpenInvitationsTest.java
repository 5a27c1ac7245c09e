package io.shomei.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What officers put right while nobody has collected a client certificate. */
@ShomeiTest
class OpenInvitationsTest {
    private static final String CHOSEN_PIN = "Chosen-PIN-2027";

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

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = clients.tenant();
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aLockedPinIsReplacedByTheSameWay() throws Exception {
        Row row = ClientRows.of(tenant, "Locked Pin", ClientRows.P12);
        ClientSteps.Invited holder = clients.invited(sato, row);
        assertThat(uncollected(holder.certificate())).containsEntry("pin", "FETCHED");
        for (int i = 0; i < 5; i++) {
            Refusals.is(clients.collect(holder.url(), "wrong"), 403, "access-pin-wrong");
        }
        Refusals.is(clients.collect(holder.url(), holder.pin()), 423, "access-pin-locked");
        assertThat(uncollected(holder.certificate()))
                .containsEntry("pin", "LOCKED")
                .containsEntry("delivery", "P12");

        renewPin(sato, holder.certificate()).then().statusCode(204);

        assertThat(uncollected(holder.certificate())).containsEntry("pin", "NOT_FETCHED");
        Refusals.is(clients.collect(holder.url(), holder.pin()), 409, "enrolment-dormant");
        List<Mailbox.Received> mails = ClientSteps.mails(row.email(), "Access PINs", 2);
        Map<String, String> pins =
                KeyFiles.pins(clients.collectLot(mails.getLast().token(), null).asByteArray());
        String renewed = Objects.requireNonNull(pins.get(ClientRows.holderEmail(row)));
        assertThat(renewed).isNotEqualTo(holder.pin());
        Refusals.is(clients.collect(holder.url(), holder.pin()), 403, "access-pin-wrong");
        byte[] file = clients.collect(holder.url(), renewed)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(KeyFiles.opened(file, renewed).size()).isOne();
        http.as(sato).get("/api/v1/audit-events").then().body("items.operation", hasItem("enrolment.renew-pin"));
        Refusals.is(renewPin(sato, holder.certificate()), 410, "enrolment-used");
    }

    @Test
    void theOthersOfTheFileKeepTheirPins() throws Exception {
        Row one = ClientRows.of(tenant, "Pin Again", ClientRows.P12);
        Row other = ClientRows.of(tenant, "Pin Kept", ClientRows.P12).with(Row.EMAIL, one.email());
        String file = clients.carriedOut(sato, one, other);
        String first = Mailbox.await(one.email(), "Access PINs").token();

        renewPin(sato, certificate(file, 0)).then().statusCode(204);

        String second =
                ClientSteps.mails(one.email(), "Access PINs", 2).getLast().token();
        clients.requireLotState(first, "PINS", "WAITING", 1);
        clients.requireLotState(second, "PINS", "WAITING", 1);
        assertThat(KeyFiles.pins(clients.collectLot(first, null).asByteArray()))
                .containsOnlyKeys(ClientRows.holderEmail(other));
        assertThat(KeyFiles.pins(clients.collectLot(second, null).asByteArray()))
                .containsOnlyKeys(ClientRows.holderEmail(one));
    }

    @Test
    void aPinOfAnArchiveIsReplacedWithItsArchive() throws Exception {
        Row row = ClientRows.of(tenant, "Archive Renewed", ClientRows.P12_BULK).with(ClientRows.PIN, CHOSEN_PIN);
        String certificate = clients.issued(sato, row);
        String archive =
                Mailbox.await(row.email(), "issue acceptance notice (archive)").token();

        renewPin(sato, certificate).then().statusCode(204);

        String pins =
                ClientSteps.mails(sato.email(), "Access PINs", 2).getLast().token();
        String pin = Objects.requireNonNull(
                KeyFiles.pins(clients.collectLot(pins, null).asByteArray()).get(ClientRows.holderEmail(row)));
        assertThat(pin).isNotEqualTo(CHOSEN_PIN);
        Refusals.is(clients.collectLot(archive, null), 410, "enrolment-withdrawn");
        byte[] zip = clients.collectLot(
                        ClientSteps.mails(row.email(), "issue acceptance notice (archive)", 2)
                                .getLast()
                                .token(),
                        null)
                .asByteArray();
        assertThat(KeyFiles.opened(KeyFiles.octets(zip, "archiverenewed.p12"), pin)
                        .size())
                .isOne();
    }

    @Test
    void aPinIsRenewedByOfficersOfTheTenantWhileItIsOfUse() throws Exception {
        String certificate = clients.issued(sato, ClientRows.of(tenant, "Pin Rights", ClientRows.P12));
        Refusals.needs(
                http,
                tenant.administrator("Taro Yamada"),
                request -> request.post("/api/v1/certificates/{id}/access-pin", certificate));
        Refusals.notPermitted(renewPin(tenant.officer("Jiro Mori", Set.of(Right.SERVER)), certificate));
        Refusals.unknown(
                given.tenant("b").officer("Ichiro Suzuki"),
                http,
                certificate,
                (request, id) -> request.post("/api/v1/certificates/{id}/access-pin", id));
        String server = steps.issued(sato, tenant, "www.c.ac.jp").getString("id");
        Refusals.is(renewPin(sato, server), 404, "not-found");
        String revoked = clients.issued(sato, ClientRows.of(tenant, "Pin Revoked", ClientRows.P12));
        steps.revoke(sato, revoked, "SUPERSEDED").then().statusCode(201);
        Refusals.is(renewPin(sato, revoked), 410, "enrolment-revoked");
        clock.advance(Duration.ofDays(31));
        sato = tenant.officer("Saburo Ito");
        Refusals.is(renewPin(sato, certificate), 410, "enrolment-lapsed");
    }

    @Test
    void officersSeeWhomNoBrowserCameForAndWriteAgain() throws Exception {
        Row row = ClientRows.of(tenant, "Browser Waits", ClientRows.BROWSER);
        clients.carriedOut(sato, row);
        String certificate = forBrowser(row);
        assertThat(uncollected(certificate))
                .containsEntry("commonName", "Browser Waits")
                .containsEntry("delivery", "BROWSER")
                .containsEntry("pin", "NOT_FETCHED")
                .doesNotContainKey("serial")
                .containsKey("collectBy");
        for (String words : List.of("browserwaits@" + ClientRows.DOMAIN, "Browser Waits", row.email())) {
            http.as(sato)
                    .queryParam("q", words)
                    .get("/api/v1/uncollected-certificates")
                    .then()
                    .body("items.id", equalTo(List.of(certificate)))
                    .body("total.value", equalTo(1));
        }

        clients.inviteAgain(sato, certificate).then().statusCode(204);

        List<Mailbox.Received> mails = ClientSteps.mails(ClientRows.holderEmail(row), "issue acceptance notice", 2);
        assertThat(mails.getFirst().token()).isEqualTo(mails.getLast().token());
        String pin = clients.pin(row);
        assertThat(uncollected(certificate)).containsEntry("pin", "FETCHED");
        clients.issue(mails.getLast().token(), pin, Csrs.pem("CN=x", Csrs.key(KeySpec.P256)))
                .then()
                .statusCode(201);
        http.as(sato).get("/api/v1/uncollected-certificates").then().body("items", hasSize(0));
        Refusals.is(clients.inviteAgain(sato, certificate), 410, "enrolment-used");
        Refusals.is(withdraw(sato, certificate), 410, "enrolment-used");
    }

    @Test
    void whatNoBrowserCameForInTimeIsListedApart() throws Exception {
        Row row = ClientRows.of(tenant, "Browser Never", ClientRows.BROWSER);
        clients.carriedOut(sato, row);
        String certificate = forBrowser(row);
        String list = "/api/v1/certificates/export.tsv";
        assertThat(http.as(sato).queryParam("kind", "CLIENT").get(list).asString())
                .contains(row.email());
        clock.advance(Duration.ofDays(31));
        sato = tenant.officer("Saburo Ito");
        lapsed.run();
        // Nothing waits for download any more.
        assertThat(http.as(sato).queryParam("kind", "CLIENT").get(list).asString())
                .doesNotContain(row.email());
        http.as(sato)
                .queryParam("state", "LAPSED")
                .get("/api/v1/uncollected-certificates")
                .then()
                .body("items.id", equalTo(List.of(certificate)));
        Refusals.is(withdraw(sato, certificate), 410, "enrolment-lapsed");
        Refusals.is(correct(sato, certificate, row.email(), row.email()), 410, "enrolment-lapsed");
    }

    @Test
    void anInvitationThatIsWithdrawnLeadsNowhereAndLeavesTheName() throws Exception {
        Row row = ClientRows.of(tenant, "Browser Back", ClientRows.BROWSER);
        ClientSteps.Invited holder = clients.invited(sato, row);
        String certificate = forBrowser(row);
        Refusals.needs(
                http,
                tenant.administrator("Taro Yamada"),
                request -> request.delete("/api/v1/certificates/{id}/invitation", certificate));
        Refusals.notPermitted(withdraw(tenant.officer("Jiro Mori", Set.of(Right.SERVER)), certificate));
        Refusals.unknown(
                given.tenant("b").officer("Ichiro Suzuki"),
                http,
                certificate,
                (request, id) -> request.delete("/api/v1/certificates/{id}/invitation", id));

        withdraw(sato, certificate).then().statusCode(204);

        clients.requireState(holder.url(), "WITHDRAWN");
        Refusals.is(
                clients.issue(holder.url(), holder.pin(), Csrs.pem("CN=x", Csrs.key(KeySpec.P256))),
                410,
                "enrolment-withdrawn");
        http.as(sato).get("/api/v1/uncollected-certificates").then().body("items", hasSize(0));
        assertThat(steps.codes(sato, clients.uploaded(sato, row))).containsExactly(List.of());
        http.as(sato).get("/api/v1/audit-events").then().body("items.operation", hasItem("enrolment.withdraw"));
        Refusals.is(withdraw(sato, certificate), 410, "enrolment-withdrawn");
        Refusals.is(clients.inviteAgain(sato, certificate), 410, "enrolment-withdrawn");
        Refusals.is(renewPin(sato, certificate), 410, "enrolment-withdrawn");
        Refusals.is(correct(sato, certificate, row.email(), row.email()), 410, "enrolment-withdrawn");
        Refusals.is(
                withdraw(sato, clients.issued(sato, ClientRows.of(tenant, "Not Browser", ClientRows.P12))),
                409,
                "invitation-has-certificate");
    }

    @Test
    void manyAreWrittenToAtOnce() throws Exception {
        Row one = ClientRows.of(tenant, "Many One", ClientRows.P12);
        Row two = ClientRows.of(tenant, "Many Two", ClientRows.P12).with(Row.EMAIL, one.email());
        String file = clients.carriedOut(sato, one, two);
        Steps.Waiting server = steps.waiting(sato, tenant, "many.c.ac.jp");
        String collected = steps.issued(sato, tenant, "at-once.c.ac.jp").getString("id");
        List<String> wanted =
                List.of(certificate(file, 0), certificate(file, 1), server.certificate(), collected, "nobody");
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            inviteMany(sato, wanted, key)
                    .then()
                    .statusCode(202)
                    .body("certificates", equalTo(3))
                    // Two holders, one lot of PINs, one server.
                    .body("mails", equalTo(4))
                    .body("left", equalTo(2));
        }

        ClientSteps.mails(one.email(), "Access PINs", 2);
        ClientSteps.mails(ClientRows.holderEmail(one), "issue acceptance notice", 2);
        ClientSteps.mails(ClientRows.holderEmail(two), "issue acceptance notice", 2);
        ClientSteps.mails("many.c.ac.jp@example.ac.jp", "ready to collect", 2);
        Refusals.is(inviteMany(sato, wanted.subList(0, 1), key), 409, "idempotency-key-reused");
        inviteMany(tenant.officer("Jiro Mori", Set.of(Right.SERVER)), wanted, null)
                .then()
                .body("certificates", equalTo(1));
        inviteMany(given.tenant("b").officer("Ichiro Suzuki"), wanted, null)
                .then()
                .body("certificates", equalTo(0));
        Refusals.needs(
                http,
                tenant.administrator("Taro Yamada"),
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("certificates", wanted))
                        .post("/api/v1/uncollected-certificates/mail"));
        Refusals.is(inviteMany(sato, Collections.nCopies(501, server.certificate()), null), 400, "malformed-request");
    }

    private Response inviteMany(Person officer, List<String> certificates, @Nullable String key) {
        RequestSpecification request = http.as(officer).contentType(ContentType.JSON);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body(Map.of("certificates", certificates)).post("/api/v1/uncollected-certificates/mail");
    }

    @Test
    void aHolderWhoseAddressWasWrongGetsAnotherUrl() throws Exception {
        Row row = ClientRows.of(tenant, "Wrong Holder", ClientRows.P12);
        ClientSteps.Invited wrong = clients.invited(sato, row);
        String right = "right-holder@" + ClientRows.DOMAIN;

        correct(sato, wrong.certificate(), row.email(), right).then().statusCode(204);

        Refusals.is(clients.collect(wrong.url(), wrong.pin()), 404, "enrolment-unknown");
        assertThat(uncollected(wrong.certificate()))
                .extractingByKey("holder")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("email", right);
        String url = Mailbox.await(right, "issue acceptance notice").token();
        clients.inviteAgain(sato, wrong.certificate()).then().statusCode(204);
        assertThat(ClientSteps.mails(right, "issue acceptance notice", 2)
                        .getLast()
                        .token())
                .isEqualTo(url);
        // The administrator has the PIN already.
        clients.collect(url, wrong.pin()).then().statusCode(200);
        http.as(sato).get("/api/v1/audit-events").then().body("items.operation", hasItem("enrolment.readdress"));
        Refusals.is(correct(sato, wrong.certificate(), row.email(), "x@" + ClientRows.DOMAIN), 410, "enrolment-used");
    }

    @Test
    void anAdministratorWhoseAddressWasWrongHasNothingOfUse() throws Exception {
        Row row = ClientRows.of(tenant, "Wrong Admin", ClientRows.BROWSER);
        ClientSteps.Invited wrong = clients.invited(sato, row);
        String certificate = forBrowser(row);
        String right = "right-admin@example.ac.jp";

        correct(sato, certificate, right, ClientRows.holderEmail(row)).then().statusCode(204);

        String csr = Csrs.pem("CN=x", Csrs.key(KeySpec.P256));
        Refusals.is(clients.issue(wrong.url(), wrong.pin(), csr), 409, "enrolment-dormant");
        byte[] pins = clients.collectLot(Mailbox.await(right, "Access PINs").token(), null)
                .asByteArray();
        Refusals.is(clients.issue(wrong.url(), wrong.pin(), csr), 403, "access-pin-wrong");
        clients.issue(wrong.url(), Objects.requireNonNull(KeyFiles.pins(pins).get(ClientRows.holderEmail(row))), csr)
                .then()
                .statusCode(201);
        http.as(sato).get("/api/v1/certificates/{id}", certificate).then().body("subscriber.email", equalTo(right));
    }

    @Test
    void aFileGivesCertificatesOfPersonsToAnotherAdministrator() throws Exception {
        Row one = ClientRows.of(tenant, "File Admin One", ClientRows.P12_BULK);
        Row two = ClientRows.of(tenant, "File Admin Two", ClientRows.P12_BULK).with(Row.EMAIL, one.email());
        Row stays =
                ClientRows.of(tenant, "File Admin Stays", ClientRows.P12_BULK).with(Row.EMAIL, one.email());
        String file = clients.carriedOut(sato, one, two, stays);
        String first =
                Mailbox.await(one.email(), "issue acceptance notice (archive)").token();
        String right = "file-admin@example.ac.jp";

        steps.carriedOut(
                sato, "SUBSCRIBER", "UPDATE", Row.file(update(file, 0, one, right), update(file, 1, two, right)));

        String archive =
                Mailbox.await(right, "issue acceptance notice (archive)").token();
        clients.requireLotState(first, "CERTIFICATES", "DORMANT", 1);
        clients.requireLotState(archive, "CERTIFICATES", "DORMANT", 2);
        String pins =
                ClientSteps.mails(sato.email(), "Access PINs", 2).getLast().token();
        assertThat(KeyFiles.pins(clients.collectLot(pins, null).asByteArray()))
                .containsOnlyKeys(ClientRows.holderEmail(one), ClientRows.holderEmail(two));
        clients.collectLot(archive, null).then().statusCode(200);
    }

    @Test
    void whatIsCorrectedIsAnAddressThatIsNotInTheCertificate() throws Exception {
        Row row = ClientRows.of(tenant, "Mail Holder", ClientRows.P12).with(Row.PROFILE, "18");
        String certificate = clients.issued(sato, row);
        String other = "other@" + ClientRows.DOMAIN;
        Refusals.is(correct(sato, certificate, row.email(), other), 409, "address-in-certificate");
        Response malformed = correct(sato, certificate, "nobody", "a..b@c.ac.jp");
        Refusals.is(malformed, 400, "malformed-request");
        malformed.then().body("errors.pointer", equalTo(List.of("/administrator", "/holder")));
        Refusals.needs(
                http,
                tenant.administrator("Taro Yamada"),
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("administrator", other, "holder", other))
                        .put("/api/v1/certificates/{id}/invitation", certificate));
        Refusals.notPermitted(correct(tenant.officer("Jiro Mori", Set.of(Right.SERVER)), certificate, other, other));
        Refusals.unknown(
                given.tenant("b").officer("Ichiro Suzuki"),
                http,
                certificate,
                (request, id) -> request.contentType(ContentType.JSON)
                        .body(Map.of("administrator", other, "holder", other))
                        .put("/api/v1/certificates/{id}/invitation", id));
        steps.revoke(sato, certificate, "SUPERSEDED").then().statusCode(201);
        Refusals.is(correct(sato, certificate, other, other), 410, "enrolment-revoked");
        Refusals.is(withdraw(sato, certificate), 410, "enrolment-revoked");
    }

    private Row update(String file, int line, Row row, String administrator) {
        String serial = http.as(sato)
                .get("/api/v1/certificates/{id}", certificate(file, line))
                .then()
                .extract()
                .path("serial");
        return Row.revocation(row.cells().getFirst(), "0x" + serial, "", "").with(Row.EMAIL, administrator);
    }

    private Response correct(Person officer, String certificate, String administrator, String holder) {
        return http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("administrator", administrator, "holder", holder))
                .put("/api/v1/certificates/{id}/invitation", certificate);
    }

    /** The id that the certificate of a row will have. */
    private String forBrowser(Row row) {
        return http.as(sato)
                .get("/api/v1/uncollected-certificates")
                .then()
                .extract()
                .path("items.find { it.subjectDn == '%s' }.id"
                        .formatted(row.cells().getFirst()));
    }

    private Response withdraw(Person officer, String certificate) {
        return http.as(officer).delete("/api/v1/certificates/{id}/invitation", certificate);
    }

    private Response renewPin(Person officer, String certificate) {
        return http.as(officer).post("/api/v1/certificates/{id}/access-pin", certificate);
    }

    private String certificate(String file, int row) {
        return String.valueOf(steps.rows(sato, file).get(row).get("certificateId"));
    }

    /** What the list of those that nobody has collected says of one. */
    private Map<String, Object> uncollected(String certificate) {
        return http.as(sato)
                .get("/api/v1/uncollected-certificates")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '%s' }".formatted(certificate));
    }
}

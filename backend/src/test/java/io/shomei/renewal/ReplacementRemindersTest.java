package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.CertificateId;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Officers are asked once more, some time after a renewal, to have the old certificate revoked. */
@ShomeiTest
class ReplacementRemindersTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    ReplacementReminders reminders;

    @Inject
    CertificateRegister register;

    @Inject
    TestClock clock;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a")
                .withDomain("a.ac.jp", Duration.ofDays(1_500))
                .withPolicy("{\"mail\":{\"signed\":true}}");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void officersAreRemindedOnceTwoWeeksAfterTheCollection() throws Exception {
        JsonPath old = renewed("www.a.ac.jp", Duration.ofDays(14));
        JsonPath other = renewed("mail.a.ac.jp", Duration.ofDays(15));
        renewed("fresh.a.ac.jp", Duration.ofDays(13));

        reminders.sendDue(tenant.id());
        reminders.sendDue(tenant.id());

        Mailbox.Received mail = Mailbox.await(sato.email(), "replaced certificates revoked (2)");
        assertThat(mail.text())
                .contains("www.a.ac.jp", Steps.decimal(old), "mail.a.ac.jp", Steps.decimal(other))
                .doesNotContain("fresh");
        assertThat(mail.message().getContentType()).contains("multipart/signed");
        assertThat(Mailbox.to(sato.email()))
                .filteredOn(each -> each.subject().contains("replaced certificates revoked"))
                .hasSize(1);
        assertThat(new String(attached(mail).getInputStream().readAllBytes(), Charset.forName("windows-31j")).lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(Steps.decimal(old)))
                .anyMatch(line -> line.contains(Steps.decimal(other)));
        assertThat(column(44, "www.a.ac.jp")).contains("1");
        assertThat(column(44, "fresh.a.ac.jp")).containsOnly("0");
        assertThat(column(43, "www.a.ac.jp")).contains(Steps.decimal(old), "");
    }

    @Test
    void bothCertificatesWorkAndTheReminderBringsTheFileThatRevokesTheOldOne_AT69() throws Exception {
        JsonPath old = steps.issued(sato, tenant, "both.a.ac.jp");
        Row row = Row.of(tenant, "both.a.ac.jp")
                .with(Row.SERIAL, Steps.decimal(old))
                .with(Row.EMAIL, "renewer." + sato.email());
        JsonPath end = steps.carriedOut(sato, "SERVER", "RENEW", Row.file(row));
        String successor =
                String.valueOf(steps.rows(sato, end.getString("id")).getFirst().get("certificateId"));
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "PEM"))
                .post(
                        "/api/v1/enrolments/{token}/collection",
                        Mailbox.await(row.email(), "ready to collect").token())
                .then()
                .statusCode(200);
        clock.advance(Duration.ofDays(13));
        reminders.sendDue(tenant.id());
        Person later = tenant.officer("Taro Ito");
        http.as(later)
                .get("/api/v1/notices?kind=replacement-reminder")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        reminders.sendDue(tenant.id());

        BodyPart file = attached(Mailbox.await(sato.email(), "replaced certificates revoked"));
        assertThat(file.getFileName()).isEqualTo("revoke-" + Steps.decimal(old) + ".tsv");
        Person officer = tenant.officer("Jiro Ito");
        requireWorking(officer, old.getString("id"), "RENEWED");
        requireWorking(officer, successor, "ISSUED");
    }

    @Test
    void nobodyIsRemindedOfWhatWasRevokedOrWhoseSuccessorNobodyHas() {
        JsonPath revoked = renewed("gone.a.ac.jp", Duration.ofDays(15));
        steps.revoke(sato, revoked.getString("id"), "SUPERSEDED").then().statusCode(201);
        JsonPath waiting = steps.issued(sato, tenant, "slow.a.ac.jp");
        steps.carriedOut(sato, "SERVER", "RENEW", renewal(waiting, "slow.a.ac.jp"));

        JsonPath undone = renewed("undone.a.ac.jp", Duration.ofDays(15));
        String successor = http.as(sato)
                .get("/api/v1/certificates/{id}", undone.getString("id"))
                .path("renewedBy.id");
        steps.revoke(sato, successor, "SUPERSEDED").then().statusCode(201);

        reminders.sendDue(tenant.id());

        assertThat(column(44, "gone.a.ac.jp")).containsOnly("0");
        assertThat(column(44, "slow.a.ac.jp")).containsOnly("0");
        assertThat(column(44, "undone.a.ac.jp")).containsOnly("0");
    }

    private void requireWorking(Person officer, String id, String status) {
        http.as(officer).get("/api/v1/certificates/{id}", id).then().body("status", equalTo(status));
        assertThat(register.find(tenant.id(), CertificateId.parse(id).orElseThrow())
                        .orElseThrow()
                        .isUsableAt(clock.instant()))
                .isTrue();
    }

    /** The file in a signed mail. */
    private static BodyPart attached(Mailbox.Received mail) throws Exception {
        MimeMultipart signed = (MimeMultipart) mail.message().getContent();
        return ((MimeMultipart) signed.getBodyPart(0).getContent()).getBodyPart(1);
    }

    /** A certificate whose successor was collected so long ago. */
    private JsonPath renewed(String host, Duration ago) {
        JsonPath old = steps.issued(sato, tenant, host);
        JsonPath end = steps.carriedOut(sato, "SERVER", "RENEW", renewal(old, host));
        String successor =
                String.valueOf(steps.rows(sato, end.getString("id")).getFirst().get("certificateId"));
        QuarkusTransaction.requiringNew()
                .run(() -> register.collected(
                        tenant.id(),
                        CertificateId.parse(successor).orElseThrow(),
                        clock.instant().minus(ago)));
        return old;
    }

    private byte[] renewal(JsonPath old, String host) {
        return Row.file(Row.of(tenant, host).with(Row.SERIAL, Steps.decimal(old)));
    }

    /** What the downloaded list has in a column for certificates of a host. */
    private List<String> column(int number, String host) {
        String list = new String(
                http.as(sato)
                        .get("/api/v1/certificates/export.tsv?kind=SERVER&encoding=Shift_JIS")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                Charset.forName("windows-31j"));
        return list.lines()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[15].equals(host))
                .map(cells -> cells[number - 1])
                .toList();
    }
}

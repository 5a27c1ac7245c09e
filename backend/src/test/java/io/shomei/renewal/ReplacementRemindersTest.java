package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
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
        renewed("fresh.a.ac.jp", Duration.ofDays(13));

        reminders.sendDue(tenant.id());
        reminders.sendDue(tenant.id());

        Mailbox.Received mail = Mailbox.await(sato.email(), "replaced certificate revoked");
        assertThat(mail.text()).contains("www.a.ac.jp", Steps.decimal(old));
        assertThat(mail.message().getContentType()).contains("multipart/signed");
        assertThat(Mailbox.to(sato.email()))
                .filteredOn(each -> each.subject().contains("replaced certificate revoked"))
                .hasSize(1);
        assertThat(column(44, "www.a.ac.jp")).contains("1");
        assertThat(column(44, "fresh.a.ac.jp")).containsOnly("0");
        assertThat(column(43, "www.a.ac.jp")).contains(Steps.decimal(old), "");
    }

    @Test
    void nobodyIsRemindedOfWhatWasRevokedOrNotFetched() {
        JsonPath revoked = renewed("gone.a.ac.jp", Duration.ofDays(15));
        steps.revoke(sato, revoked.getString("id"), "SUPERSEDED").then().statusCode(201);
        JsonPath waiting = steps.issued(sato, tenant, "slow.a.ac.jp");
        steps.carriedOut(sato, "SERVER", "RENEW", renewal(waiting, "slow.a.ac.jp"));

        reminders.sendDue(tenant.id());

        assertThat(column(44, "gone.a.ac.jp")).containsOnly("0");
        assertThat(column(44, "slow.a.ac.jp")).containsOnly("0");
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

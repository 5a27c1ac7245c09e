package io.shomei.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a client certificate names: namesakes, and the same person again. */
@ShomeiTest
class ClientNamesTest {
    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    ClientSteps clients;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = clients.tenant();
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aRenewalNamesTheOldCertificateAndTellsBoth() throws Exception {
        Row row = ClientRows.of(tenant, "Renewed One", ClientRows.P12);
        String earlier = clients.issued(sato, row);
        ClientSteps.mails(ClientRows.holderEmail(row), "acceptance", 1);
        String oldSerial = clients.serial(sato, row);
        assertThat(steps.codes(sato, clients.uploaded(sato, row))).containsExactly(List.of("212"));
        Row renewal = row.with(Row.SERIAL, oldSerial).with(Row.EMAIL, "new-admin-renewed@example.ac.jp");
        String file =
                steps.carriedOut(sato, "CLIENT", "RENEW", Row.file(renewal)).getString("id");
        assertThat(steps.rows(sato, file).getFirst()).containsEntry("outcome", "DONE");
        http.as(sato).get("/api/v1/certificates/{id}", earlier).then().body("status", equalTo("RENEWED"));
        byte[] zip = clients.collectLot(
                        Mailbox.await(renewal.email(), "Access PINs").token(), null)
                .asByteArray();
        List<Mailbox.Received> invitations = ClientSteps.mails(ClientRows.holderEmail(row), "acceptance", 2);
        clients.collect(
                        invitations.getLast().token(),
                        Objects.requireNonNull(KeyFiles.pins(zip).get(ClientRows.holderEmail(row))))
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
        Row one = ClientRows.of(tenant, "Taro Namesake", ClientRows.P12);
        Row other = one.with(Row.DN, tenant.dn("Taro Namesake,OU=another")).with(ClientRows.FILE_NAME, "other");
        Row again =
                one.with(Row.DN, tenant.dn("TARO NAMESAKE,OU=No taronamesake")).with(ClientRows.FILE_NAME, "again");
        Row mail = one.with(Row.PROFILE, "18").with(ClientRows.FILE_NAME, "mail");
        assertThat(steps.codes(sato, clients.uploaded(sato, one, other, again, mail)))
                .containsExactly(List.of(), List.of(), List.of("228"), List.of());
    }
}

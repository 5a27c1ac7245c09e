package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file that revokes what was renewed: officers get it by mail and upload it unchanged. */
@ShomeiTest
class ReplacedCertificatesTest {
    @Inject
    Fixtures given;

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
        tenant = given.tenant("a")
                .withDomain("a.ac.jp")
                .withDomain(ClientRows.DOMAIN)
                .withPolicy("{\"mail\":{\"signed\":false}}");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void theMailAboutTheNewCertificateBringsTheFileThatRevokesTheOldOne() throws Exception {
        JsonPath old = steps.issued(sato, tenant, "www.a.ac.jp");
        collectRenewal(old, "www.a.ac.jp");

        Mailbox.Received mail = Mailbox.await(sato.email(), "collected");
        assertThat(mail.message().getContentType()).contains("multipart/mixed");
        assertThat(mail.text()).contains(Steps.decimal(old), "添付");
        BodyPart attached = ((MimeMultipart) mail.message().getContent()).getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("revoke-" + Steps.decimal(old) + ".tsv");
        assertThat(attached.getContentType()).contains("Shift_JIS");
        byte[] file = attached.getInputStream().readAllBytes();
        assertThat(new String(file, Charset.forName("Shift_JIS")).split("\t", -1))
                .hasSize(13);

        JsonPath end = steps.carriedOut(sato, "SERVER", "REVOKE", file);

        assertThat(end.getLong("progress.done")).isEqualTo(1);
        http.as(sato)
                .get("/api/v1/certificates/{id}", old.getString("id"))
                .then()
                .body("status", equalTo("REVOKED"))
                .body("revocation.reason", equalTo("SUPERSEDED"));
    }

    @Test
    void whatWasRevokedAlreadyNeedsNoFile() throws Exception {
        JsonPath old = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.revoke(sato, old.getString("id"), "SUPERSEDED").then().statusCode(201);
        collectRenewal(old, "www.a.ac.jp");

        Mailbox.Received mail = Mailbox.await(sato.email(), "collected");
        assertThat(mail.message().getContentType()).contains("text/plain");
        assertThat(mail.text()).doesNotContain(Steps.decimal(old));
    }

    @Test
    void theMailAboutAnArchiveBringsOfficersOneFileThatRevokesAllThatItReplaced() throws Exception {
        Row first = ClientRows.of(tenant, "Replaced One", ClientRows.P12_BULK);
        Row second = ClientRows.of(tenant, "Replaced Two", ClientRows.P12_BULK).with(Row.EMAIL, first.email());
        clients.carriedOut(sato, first, second);
        ClientSteps.mails(sato.email(), "Access PINs", 1);
        ClientSteps.mails(first.email(), "(archive)", 1);
        List<String> old = List.of(clients.serial(sato, first), clients.serial(sato, second));
        steps.carriedOut(
                sato,
                "CLIENT",
                "RENEW",
                Row.file(first.with(Row.SERIAL, old.getFirst()), second.with(Row.SERIAL, old.getLast())));
        String pins =
                ClientSteps.mails(sato.email(), "Access PINs", 2).getLast().token();
        clients.collectLot(pins, null).then().statusCode(200);
        String archive =
                ClientSteps.mails(first.email(), "(archive)", 2).getLast().token();
        clients.collectLot(archive, null).then().statusCode(200);

        Mailbox.Received mail = Mailbox.await(sato.email(), "Client certificate renewed");
        assertThat(mail.text()).contains("添付", "すべて");
        BodyPart attached = ((MimeMultipart) mail.message().getContent()).getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("revoke-client.tsv");
        byte[] file = attached.getInputStream().readAllBytes();
        assertThat(new String(file, Charset.forName("Shift_JIS")).lines().map(line -> line.split("\t", -1)[3]))
                .containsExactlyElementsOf(old);
        assertThat(steps.carriedOut(sato, "CLIENT", "REVOKE", file).getLong("progress.done"))
                .isEqualTo(2);
        // An administrator could not upload it.
        Mailbox.Received other = Mailbox.await(first.email(), "Client certificate renewed");
        assertThat(other.message().getContentType()).contains("text/plain");
        assertThat(other.text()).doesNotContain("添付");
    }

    private void collectRenewal(JsonPath old, String host) {
        Row row = Row.of(tenant, host).with(Row.SERIAL, Steps.decimal(old)).with(Row.EMAIL, "renewer." + sato.email());
        steps.carriedOut(sato, "SERVER", "RENEW", Row.file(row));
        String token = Mailbox.await(row.email(), "ready to collect").token();
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "PEM"))
                .post("/api/v1/enrolments/{token}/collection", token)
                .then()
                .statusCode(200);
    }
}

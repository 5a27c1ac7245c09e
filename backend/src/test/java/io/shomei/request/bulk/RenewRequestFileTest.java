package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renewals by file: a new certificate with a new key in the place of an earlier one, which stays valid. */
@ShomeiTest
class RenewRequestFileTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    CertificateRegister register;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void theNewCertificateTakesThePlaceOfTheOldOneWhichStaysValid() {
        Row row = Row.of(tenant, "www.a.ac.jp");
        JsonPath old = steps.issued(sato, tenant, "www.a.ac.jp");
        JsonPath end = renewed(row.with(Row.SERIAL, Steps.decimal(old)));

        assertThat(end.getString("state")).isEqualTo("DONE");
        assertThat(end.getLong("progress.done")).isEqualTo(1);
        Certificate earlier = certificate(old.getString("id"));
        assertThat(earlier.state()).isInstanceOf(CertificateState.Renewed.class);
        Certificate successor = certificate(
                String.valueOf(steps.rows(sato, end.getString("id")).getFirst().get("certificateId")));
        assertThat(successor.renews()).isEqualTo(earlier.id());
        assertThat(successor.subscriber().name()).isEqualTo("山田花子");
        http.as(sato)
                .get("/api/v1/certificates/{id}", earlier.id().toString())
                .then()
                .statusCode(200)
                .body("status", equalTo("RENEWED"))
                .body("history.operation", equalTo(List.of("certificate.issue", "certificate.renew")));
        assertThat(Mailbox.await(row.email(), "ready to collect").text()).contains("www.a.ac.jp");
    }

    @Test
    void aSerialNumberMayBeHexadecimal() {
        JsonPath old = steps.issued(sato, tenant, "www.a.ac.jp");
        String serial = "0x" + old.getString("serial").toLowerCase(Locale.ROOT);

        assertThat(steps.codes(sato, checked(Row.of(tenant, "www.a.ac.jp").with(Row.SERIAL, serial))))
                .containsExactly(List.of());
    }

    @Test
    void whatWasRevokedIsIssuedAgainAsARenewal() {
        JsonPath old = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.revoke(sato, old.getString("id"), "SUPERSEDED").then().statusCode(201);

        JsonPath end = renewed(Row.of(tenant, "www.a.ac.jp").with(Row.SERIAL, Steps.decimal(old)));

        assertThat(end.getLong("progress.done")).isEqualTo(1);
        assertThat(certificate(old.getString("id")).state()).isInstanceOf(CertificateState.Revoked.class);
    }

    @Test
    void anOuOfFormerTimesIsLeftOut() {
        JsonPath old = steps.issued(sato, tenant, "www.a.ac.jp");
        String dn = tenant.dn("www.a.ac.jp").replace(",O=", ",OU=Library,O=");
        Row row = Row.of(dn, "www.a.ac.jp", Csrs.base64(dn, Csrs.key(KeySpec.P256)));

        JsonPath end = renewed(row.with(Row.SERIAL, Steps.decimal(old)));

        Certificate successor = certificate(
                String.valueOf(steps.rows(sato, end.getString("id")).getFirst().get("certificateId")));
        assertThat(successor.subjectDn()).isEqualTo(tenant.dn("www.a.ac.jp"));
    }

    @Test
    void aKeyIsNewInARenewalToo() {
        KeyPair key = Csrs.key(KeySpec.P256);
        JsonPath old = steps.apply(sato, Row.of(tenant, "www.a.ac.jp", key))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(steps.codes(sato, checked(Row.of(tenant, "www.a.ac.jp", key).with(Row.SERIAL, Steps.decimal(old)))))
                .containsExactly(List.of("220"));
    }

    @Test
    void theSerialNumberIsThatOfAnOwnCertificateForTheSameName() {
        JsonPath other = steps.issued(sato, tenant, "mail.a.ac.jp");
        Fixtures.Organisation stranger = given.tenant("b").withDomain("b.ac.jp");
        JsonPath theirs = steps.issued(stranger.officer("Ichiro Suzuki"), stranger, "www.b.ac.jp");
        Row row = Row.of(tenant, "www.a.ac.jp");

        assertThat(steps.codes(
                        sato,
                        checked(
                                row.with(Row.SERIAL, "12345"),
                                Row.of(tenant, "w2.a.ac.jp").with(Row.SERIAL, Steps.decimal(theirs)),
                                Row.of(tenant, "w3.a.ac.jp").with(Row.SERIAL, Steps.decimal(other)),
                                Row.of(tenant, "w4.a.ac.jp").with(Row.SERIAL, "4F:3A"),
                                Row.of(tenant, "w5.a.ac.jp"))))
                .containsExactly(List.of("221"), List.of("221"), List.of("221"), List.of("204"), List.of("201"));
    }

    @Test
    void aCertificateIsRenewedOnceInAFile() {
        String serial = Steps.decimal(steps.issued(sato, tenant, "www.a.ac.jp"));

        assertThat(steps.codes(
                        sato,
                        checked(
                                Row.of(tenant, "www.a.ac.jp").with(Row.SERIAL, serial),
                                Row.of(tenant, "www.a.ac.jp").with(Row.SERIAL, serial))))
                .containsExactly(List.of(), List.of("228"));
    }

    private JsonPath renewed(Row row) {
        return steps.carriedOut(sato, "SERVER", "RENEW", Row.file(row));
    }

    private String checked(Row... rows) {
        return steps.uploaded(sato, "SERVER", "RENEW", Row.file(rows)).getString("id");
    }

    private Certificate certificate(String id) {
        return register.find(tenant.id(), CertificateId.parse(id).orElseThrow()).orElseThrow();
    }
}

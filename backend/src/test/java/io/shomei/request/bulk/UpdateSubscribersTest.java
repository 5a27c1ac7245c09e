package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.shomei.kernel.Right;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that change who is responsible for certificates. */
@ShomeiTest
class UpdateSubscribersTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void whatARowStatesIsChangedAndTheRestStays() {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");

        JsonPath end = steps.carriedOut(
                sato,
                "SUBSCRIBER",
                "UPDATE",
                Row.file(row(issued, "www.a.ac.jp").with(Row.NAME, "鈴木一郎").with(Row.UNIT, "図書館")));

        assertThat(end.getString("state")).isEqualTo("DONE");
        assertThat(end.getLong("progress.done")).isEqualTo(1);
        http.as(sato)
                .get("/api/v1/certificates/{id}", issued.getString("id"))
                .then()
                .body("subscriber.name", equalTo("鈴木一郎"))
                .body("subscriber.unit", equalTo("図書館"))
                .body("subscriber.email", equalTo(Row.of(tenant, "www.a.ac.jp").email()))
                .body("subscriber.software", equalTo("Apache 2.4"))
                .body("history.operation", equalTo(List.of("certificate.issue", "certificate.reassign")));
    }

    @Test
    void whoeverIsResponsibleNowGetsTheUrlOfWhatStillWaits() {
        Steps.Waiting waiting = steps.waiting(sato, tenant, "lost.a.ac.jp");
        String serial = http.as(sato)
                .get("/api/v1/certificates/{id}", waiting.certificate())
                .then()
                .extract()
                .path("serial");

        steps.carriedOut(
                sato,
                "SUBSCRIBER",
                "UPDATE",
                Row.file(row("0x" + serial, "lost.a.ac.jp").with(Row.EMAIL, "found.lost@example.ac.jp")));

        assertThat(Mailbox.await("found.lost@example.ac.jp", "ready to collect").token())
                .isEqualTo(waiting.token());
    }

    @Test
    void aRowNamesAValidCertificateAndChangesSomething() {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        JsonPath revoked = steps.issued(sato, tenant, "gone.a.ac.jp");
        steps.revoke(sato, revoked.getString("id"), "SUPERSEDED").then().statusCode(201);
        Row good = row(issued, "www.a.ac.jp").with(Row.NAME, "鈴木一郎");

        String file = steps.uploaded(
                        sato,
                        "SUBSCRIBER",
                        "UPDATE",
                        Row.file(
                                good,
                                row(issued, "www.a.ac.jp").with(Row.SERIAL, "91"),
                                row(revoked, "gone.a.ac.jp").with(Row.NAME, "鈴木一郎"),
                                good.with(Row.SERIAL, "92").with(Row.EMAIL, "nobody"),
                                good.with(Row.SERIAL, "93").with(Row.SOFTWARE, "①"),
                                good.with(Row.SERIAL, "94").with(Row.FQDN, "www.a.ac.jp")))
                .getString("id");

        assertThat(steps.codes(sato, file))
                .containsExactly(
                        List.of(),
                        List.of("221", "201"),
                        List.of("222"),
                        List.of("221", "206"),
                        List.of("221", "230"),
                        List.of("221", "232"));
    }

    @Test
    void itNeedsTheRightToLists() {
        Refusals.notPermitted(steps.upload(
                tenant.officer("Jiro Mori", Set.of(Right.SERVER)),
                "SUBSCRIBER",
                "UPDATE",
                "SKIP",
                "u.tsv",
                Row.file(row("1", "www.a.ac.jp").with(Row.NAME, "鈴木一郎"))));
    }

    private Row row(JsonPath issued, String host) {
        return row(Steps.decimal(issued), host);
    }

    private Row row(String serial, String host) {
        return Row.revocation(tenant.dn(host), serial, "", "");
    }
}

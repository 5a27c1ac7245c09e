package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Right;
import io.shomei.pki.RevocationReason;
import io.shomei.policy.Policies;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revocations by file: the effects of a revocation on screen, with a mail to everybody concerned. */
@ShomeiTest
class RevokeRequestFileTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    CertificateRegister register;

    @Inject
    Policies policies;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aRowRevokesItsCertificateForItsReason() {
        JsonPath issued = steps.issued(sato, tenant, "old.a.ac.jp");
        Row row = revocation(issued, "old.a.ac.jp", "4", "新しい証明書に差し替え");

        JsonPath end = carriedOut(row);

        assertThat(end.getString("state")).isEqualTo("DONE");
        assertThat(end.getLong("progress.done")).isEqualTo(1);
        assertThat(certificate(issued).state()).isInstanceOfSatisfying(CertificateState.Revoked.class, state -> {
            assertThat(state.reason()).isEqualTo(RevocationReason.SUPERSEDED);
            assertThat(state.comment()).isEqualTo("新しい証明書に差し替え");
            assertThat(state.by()).isEqualTo("Hanako Sato");
        });
        assertThat(steps.rows(sato, end.getString("id")).getFirst())
                .containsEntry("outcome", "DONE")
                .containsEntry("certificateId", issued.getString("id"));
    }

    @Test
    void theAdministratorTheOfficerAndWhoeverTheRowNamesGetOneMailEach() {
        JsonPath issued = steps.issued(sato, tenant, "mails.a.ac.jp");
        String administrator = Row.of(tenant, "mails.a.ac.jp").email();

        carriedOut(revocation(issued, "mails.a.ac.jp", "5", "").with(Row.EMAIL, "successor.mails@example.ac.jp"));

        for (String recipient : List.of(administrator, sato.email(), "successor.mails@example.ac.jp")) {
            assertThat(Mailbox.await(recipient, "revoked").text())
                    .contains("mails.a.ac.jp", Steps.decimal(issued), "利用の終了");
            assertThat(Mailbox.to(recipient))
                    .filteredOn(mail -> mail.subject().contains("revoked"))
                    .hasSize(1);
        }
    }

    @Test
    void aFileOfTheOldSystemIsTakenUnchanged() {
        JsonPath first = steps.issued(sato, tenant, "a.a.ac.jp");
        JsonPath second = steps.issued(sato, tenant, "b.a.ac.jp");
        String content = tenant.dn("a.a.ac.jp") + "\t\t\t" + Steps.decimal(first) + "\t0\tその他の理由\t\t\t\t\t\t\t\n"
                + tenant.dn("b.a.ac.jp") + "\t\t\t0x" + second.getString("serial")
                + "\t3\t\t\t\t\tb@example.ac.jp\t\t\t";

        JsonPath end = steps.carriedOut(sato, "SERVER", "REVOKE", content.getBytes(Charset.forName("windows-31j")));

        assertThat(end.getLong("progress.done")).isEqualTo(2);
        assertThat(end.getString("encoding")).isEqualTo("Shift_JIS");
    }

    @Test
    void whatIsWrongWithARowIsToldTogether() {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        JsonPath revoked = steps.issued(sato, tenant, "gone.a.ac.jp");
        steps.revoke(sato, revoked.getString("id"), "SUPERSEDED").then().statusCode(201);
        Row good = revocation(issued, "www.a.ac.jp", "4", "");

        assertThat(codes(
                        good.with(Row.REASON, "2").with(Row.COMMENT, "①"),
                        revocation(revoked, "gone.a.ac.jp", "4", ""),
                        good.with(Row.SERIAL, "99"),
                        good.with(Row.DN, tenant.dn("other.a.ac.jp"))
                                .with(Row.SERIAL, "0x" + issued.getString("serial")),
                        good.with(Row.REASON, "").with(Row.SERIAL, "98"),
                        good.with(Row.PROFILE, "12").with(Row.SERIAL, "97"),
                        good.with(Row.SERIAL, "96").with(Row.EMAIL, "nobody")))
                .containsExactly(
                        List.of("206", "205"),
                        List.of("222"),
                        List.of("221"),
                        List.of("228", "221"),
                        List.of("221", "201"),
                        List.of("232", "221"),
                        List.of("221", "206"));
    }

    @Test
    void theDnIsThatOfTheCertificateButForAnOuThatServersHadOnce() {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        Row good = revocation(issued, "www.a.ac.jp", "4", "");
        String dn = tenant.dn("www.a.ac.jp");

        assertThat(codes(good.with(Row.DN, dn.replace("O=", "O=Another ")))).containsExactly(List.of("221"));
        assertThat(codes(good.with(Row.DN, dn.replace(",O=", ",OU=Library,O=").replace("www.", "WWW."))))
                .containsExactly(List.of());
    }

    @Test
    void aCompromiseTakesThePlaceOfAnotherReason() {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        steps.revoke(sato, issued.getString("id"), "SUPERSEDED").then().statusCode(201);

        carriedOut(revocation(issued, "www.a.ac.jp", "1", ""));

        assertThat(certificate(issued).state())
                .isInstanceOfSatisfying(
                        CertificateState.Revoked.class,
                        state -> assertThat(state.reason()).isEqualTo(RevocationReason.KEY_COMPROMISE));
    }

    @Test
    void whatSomebodyElseRevokedMeanwhileFailsItsRowOnly() {
        JsonPath first = steps.issued(sato, tenant, "a.a.ac.jp");
        JsonPath second = steps.issued(sato, tenant, "b.a.ac.jp");
        String file = steps.uploaded(
                        sato,
                        "SERVER",
                        "REVOKE",
                        Row.file(revocation(first, "a.a.ac.jp", "4", ""), revocation(second, "b.a.ac.jp", "4", "")))
                .getString("id");
        steps.revoke(sato, first.getString("id"), "SUPERSEDED").then().statusCode(201);
        steps.submit(sato, file).then().statusCode(202);

        JsonPath end = steps.awaitEnd(sato, file);

        assertThat(end.getLong("failed")).isEqualTo(1);
        assertThat(steps.codes(sato, file)).containsExactly(List.of("222"), List.of());
        assertThat(certificate(second).state()).isInstanceOf(CertificateState.Revoked.class);
    }

    @Test
    void whoMayNotRevokeUploadsNothing() {
        byte[] content = Row.file(Row.revocation(tenant.dn("www.a.ac.jp"), "1", "4", ""));
        Refusals.notPermitted(steps.upload(
                tenant.officer("Jiro Mori", Set.of(Right.CLIENT)), "SERVER", "REVOKE", "SKIP", "r.tsv", content));
        Fixtures.Organisation other = given.tenant("c")
                .withDomain("c.ac.jp")
                .withPolicy("{\"revocation\":{\"by\":[\"TENANT_ADMINISTRATOR\"]}}");
        Refusals.is(
                steps.upload(other.officer("Saburo Ito"), "SERVER", "REVOKE", "SKIP", "r.tsv", content),
                403,
                "revocation-not-offered");
    }

    @Test
    void whatThePolicyOffersNoMoreIsNotCarriedOut() {
        Fixtures.Organisation careful = given.tenant("careful")
                .withDomain("careful.ac.jp")
                .withPolicy("{\"requestFile\":{\"fourEyesAbove\":1}}");
        Person first = careful.officer("Hanako Sato");
        Row one = Row.revocation(
                careful.dn("a.careful.ac.jp"), Steps.decimal(steps.issued(first, careful, "a.careful.ac.jp")), "4", "");
        Row other = Row.revocation(
                careful.dn("b.careful.ac.jp"), Steps.decimal(steps.issued(first, careful, "b.careful.ac.jp")), "4", "");
        String checked =
                steps.uploaded(first, "SERVER", "REVOKE", Row.file(one)).getString("id");
        String proposed =
                steps.uploaded(first, "SERVER", "REVOKE", Row.file(one, other)).getString("id");
        steps.submit(first, proposed).then().statusCode(202);
        policies.assign(careful.id(), "research-federation", "{\"revocation\":{\"by\":[\"TENANT_ADMINISTRATOR\"]}}");

        Refusals.is(steps.submit(first, checked), 403, "revocation-not-offered");
        Refusals.is(
                http.as(careful.officer("Ichiro Ito")).post("/api/v1/request-files/{id}/approval", proposed),
                403,
                "revocation-not-offered");
        assertThat(steps.file(first, proposed).getString("state")).isEqualTo("PROPOSED");
    }

    @Test
    void theResultIsTheFileWithItsOutcome() {
        JsonPath issued = steps.issued(sato, tenant, "www.a.ac.jp");
        Row good = revocation(issued, "www.a.ac.jp", "4", "差し替え");
        JsonPath end =
                steps.carriedOut(sato, "SERVER", "REVOKE", Row.file(good, revocation(issued, "www.a.ac.jp", "2", "")));

        List<String> lines = new String(
                        http.as(sato)
                                .get("/api/v1/request-files/{id}/result.tsv?encoding=Shift_JIS", end.getString("id"))
                                .asByteArray(),
                        Charset.forName("windows-31j"))
                .lines()
                .toList();

        assertThat(lines.getFirst()).isEqualTo(good.line() + "\tOK\t\t" + Steps.decimal(issued));
        assertThat(lines.get(1).split("\t", -1)[13]).isEqualTo("NG");
        assertThat(lines.get(1)).contains("206:5,失効理由,", "228:4,");
    }

    private JsonPath carriedOut(Row row) {
        return steps.carriedOut(sato, "SERVER", "REVOKE", Row.file(row));
    }

    private List<List<String>> codes(Row... rows) {
        return steps.codes(
                sato, steps.uploaded(sato, "SERVER", "REVOKE", Row.file(rows)).getString("id"));
    }

    private Row revocation(JsonPath issued, String host, String reason, String comment) {
        return Row.revocation(tenant.dn(host), Steps.decimal(issued), reason, comment);
    }

    private Certificate certificate(JsonPath issued) {
        return register.find(
                        tenant.id(), CertificateId.parse(issued.getString("id")).orElseThrow())
                .orElseThrow();
    }
}

package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SerialNumber;
import io.shomei.testing.Csrs;
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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates for signing code, through their three kinds of files. */
@ShomeiTest
class CodeSigningRequestFileTest {
    private static final String KIND = "CODE_SIGNING";

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
    void oneIsIssuedRenewedAndRevoked() {
        Map<String, Object> first = done("ISSUE", row("University a"));
        http.as(sato)
                .get("/api/v1/certificates/{id}", first.get("certificateId"))
                .then()
                .body("kind", equalTo(KIND))
                .body("profile", equalTo("9"))
                .body("dnsNames", equalTo(List.of()))
                .body("subscriber.software", equalTo("signtool 10"));
        assertThat(Mailbox.await(row("University a").email(), "Code-signing certificate ready to collect")
                        .text())
                .contains("Your code-signing certificate", "University a")
                .doesNotContain("server");

        Map<String, Object> second = done("RENEW", row("University a").with(Row.SERIAL, decimal(first)));
        assertThat(second.get("serial")).isNotEqualTo(first.get("serial"));

        done("REVOKE", Row.revocation(tenant.dn("University a"), decimal(first), "4", ""));
        http.as(sato)
                .get("/api/v1/certificates/{id}", first.get("certificateId"))
                .then()
                .body("status", equalTo("REVOKED"));
    }

    @Test
    void aRowNamesWhoSignsAndNoServer() {
        String file = steps.uploaded(
                        sato,
                        KIND,
                        "ISSUE",
                        Row.file(
                                row("University_a"),
                                row("University b").with(Row.PROFILE, "12"),
                                row("University c").with(Row.FQDN, "www.a.ac.jp"),
                                row("University d").with(Row.SOFTWARE, ""),
                                row("University e", KeySpec.RSA_2048)))
                .getString("id");

        assertThat(steps.codes(sato, file))
                .containsExactly(List.of("206"), List.of("223"), List.of("232"), List.of("201"), List.of("219"));
    }

    @Test
    void itNeedsItsOwnRight() {
        Refusals.notPermitted(steps.upload(
                tenant.officer("Jiro Mori", Set.of(Right.SERVER)),
                KIND,
                "ISSUE",
                "SKIP",
                "c.tsv",
                Row.file(row("University a"))));
    }

    private Map<String, Object> done(String operation, Row row) {
        JsonPath end = steps.carriedOut(sato, KIND, operation, Row.file(row));
        Map<String, Object> line = steps.rows(sato, end.getString("id")).getFirst();
        assertThat(line).containsEntry("outcome", "DONE").containsEntry("errors", List.of());
        return line;
    }

    private Row row(String name) {
        return row(name, KeySpec.P256);
    }

    private Row row(String name, KeySpec key) {
        String dn = tenant.dn(name);
        return Row.of(dn, name, Csrs.base64(dn, Csrs.key(key)))
                .with(Row.PROFILE, "9")
                .with(Row.FQDN, "")
                .with(Row.SOFTWARE, "signtool 10")
                .with(Row.EMAIL, "code.signer." + sato.email());
    }

    private static String decimal(Map<String, Object> line) {
        return SerialNumber.ofHex(String.valueOf(line.get("serial"))).decimal();
    }
}

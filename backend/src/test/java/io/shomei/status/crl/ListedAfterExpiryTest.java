package io.shomei.status.crl;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.shomei.certificate.CrlScope;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code Signing BR 7.2: what signed code or time stamps stays on the lists for ten years after its end. */
@ShomeiTest
class ListedAfterExpiryTest {
    private static final String MIGRATION = "/db/migration/V0115__listed_after_expiry.sql";

    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    CrlLab lab;

    @Inject
    TestClock clock;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aRevokedCertificateForCodeSigningStaysForTenYears() throws Exception {
        Revoked revoked = revoked(codeSigning());
        assertThat(isListed(revoked, revoked.yearsAfterEnd(10))).isTrue();
        assertThat(isListed(revoked, revoked.yearsAfterEnd(10).plus(Duration.ofDays(2))))
                .isFalse();
    }

    @Test
    void soDoesOneForTimeStampsAndNoOther() throws Exception {
        String stamping = server("stamps.a.ac.jp");
        OwnerConnection.change("update certificate set profile = 'tsa' where id = '" + stamping + "'");
        Revoked revoked = revoked(stamping);
        assertThat(isListed(revoked, revoked.yearsAfterEnd(9))).isTrue();

        Revoked other = revoked(server("www.a.ac.jp"));
        assertThat(isListed(other, other.notAfter())).isTrue();
        assertThat(isListed(other, other.notAfter().plusSeconds(60))).isFalse();
    }

    @Test
    void oneWhoseKeyWasFoundCompromisedAfterItsEndIsListedStill() throws Exception {
        String id = codeSigning();
        Instant end = notAfter(id);
        clock.advance(Duration.between(clock.instant(), end).plusDays(1));
        Person operator = given.operator("Keiko Kato");
        steps.revoke(
                        operator,
                        id,
                        Map.of(
                                "reason", "KEY_COMPROMISE",
                                "invalidityDate", end.minus(Duration.ofDays(30)).toString(),
                                "reference", "R-1"))
                .then()
                .statusCode(201);
        Revoked revoked = read(id);
        lab.make(lab.maker(CrlLab.Settings.USUAL), revoked.scope(), false);
        assertThat(lab.entries(lab.newest(revoked.scope(), Crl.Kind.FULL)).get(revoked.serial()))
                .startsWith("KEY_COMPROMISE");
    }

    /** What left the lists before comes back with the next one, and by a delta too. */
    @Test
    void whatHadLeftTheListsComesBack() throws Exception {
        Revoked revoked = revoked(codeSigning());
        String row = " where authority = '%s' and serial = '%s'"
                .formatted(revoked.scope().authority(), revoked.serial());
        OwnerConnection.change("update revoked_certificate set listed_until = now() - interval '1 day'" + row);
        CrlMaker maker = lab.maker(CrlLab.Settings.USUAL);
        lab.make(maker, revoked.scope(), true);
        assertThat(lab.entries(lab.newest(revoked.scope(), Crl.Kind.FULL))).doesNotContainKey(revoked.serial());

        try (InputStream migration = Objects.requireNonNull(getClass().getResourceAsStream(MIGRATION))) {
            OwnerConnection.change(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        lab.make(maker, revoked.scope(), false);
        assertThat(lab.entries(lab.newest(revoked.scope(), Crl.Kind.FULL))).containsKey(revoked.serial());
        assertThat(isListed(revoked, revoked.yearsAfterEnd(10))).isTrue();
    }

    private Revoked revoked(String id) throws Exception {
        steps.revoke(given.operator("Keiko Kato"), id, Map.of("reason", "SUPERSEDED", "reference", "R-1"))
                .then()
                .statusCode(201);
        Revoked revoked = read(id);
        // Who revokes beside others does not wait for the list.
        lab.make(lab.maker(CrlLab.Settings.USUAL), revoked.scope(), false);
        return revoked;
    }

    private Revoked read(String id) throws Exception {
        String serial = OwnerConnection.text("select serial from certificate where id = '" + id + "'");
        String authority = OwnerConnection.text("select authority from certificate where id = '" + id + "'");
        String shard = OwnerConnection.text("select crl_shard from certificate where id = '" + id + "'");
        return new Revoked(new CrlScope(authority, Integer.parseInt(shard)), serial, notAfter(id));
    }

    private static Instant notAfter(String id) throws Exception {
        return Instant.ofEpochSecond(Long.parseLong(OwnerConnection.text(
                "select floor(extract(epoch from not_after)) from certificate where id = '" + id + "'")));
    }

    private boolean isListed(Revoked revoked, Instant at) {
        return lab.fromScratch(revoked.scope(), at).containsKey(revoked.serial());
    }

    private record Revoked(CrlScope scope, String serial, Instant notAfter) {
        Instant yearsAfterEnd(int years) {
            return notAfter.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
        }
    }

    private String codeSigning() {
        String dn = tenant.dn("University a");
        Row row = Row.of(dn, "University a", Csrs.base64(dn, Csrs.key(KeySpec.P256)))
                .with(Row.PROFILE, "9")
                .with(Row.FQDN, "")
                .with(Row.SOFTWARE, "signtool 10")
                .with(Row.EMAIL, "code.signer." + sato.email());
        JsonPath end = steps.carriedOut(sato, "CODE_SIGNING", "ISSUE", Row.file(row));
        return String.valueOf(steps.rows(sato, end.getString("id")).getFirst().get("certificateId"));
    }

    private String server(String host) {
        return steps.issued(sato, tenant, host).getString("id");
    }
}

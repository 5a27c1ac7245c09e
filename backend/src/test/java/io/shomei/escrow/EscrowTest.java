package io.shomei.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeySpec;
import io.shomei.revocation.LapsedKeys;
import io.shomei.testing.Fixtures;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that wait for their holders, seen from inside and from the database. */
@ShomeiTest
class EscrowTest {
    private static final String PIN = "chosenPIN2027";

    @Inject
    Fixtures given;

    @Inject
    Escrow escrow;

    @Inject
    LapsedKeys lapsed;

    @Inject
    Ids ids;

    @Inject
    TestClock clock;

    private TenantId tenant;

    @BeforeEach
    void aTenant() {
        tenant = given.tenant("escrow").id();
    }

    @Test
    void whatWasKeptComesBackAsItWas() {
        for (KeySpec spec : List.of(KeySpec.P256, KeySpec.RSA_2048)) {
            PrivateKey key = spec.generate(new SecureRandom()).getPrivate();
            CertificateId certificate = kept(key, PIN, Duration.ofDays(30));
            Escrow.Kept kept = escrow.open(tenant, certificate).orElseThrow();
            assertThat(kept.key().getEncoded()).isEqualTo(key.getEncoded());
            assertThat(kept.pin()).isEqualTo(PIN);
            assertThat(kept).hasToString("•••");
        }
    }

    @Test
    void theDatabaseHoldsNeitherKeyNorPin() throws SQLException {
        PrivateKey key = KeySpec.P256.generate(new SecureRandom()).getPrivate();
        CertificateId certificate = kept(key, PIN, Duration.ofDays(30));
        String row = row(certificate);
        byte[] encoded = key.getEncoded();
        // The private scalar is in the last octets of every encoding, and the PIN would stand there as it is.
        for (int start = 0; start + 16 <= encoded.length; start++) {
            assertThat(row).doesNotContain(HexFormat.of().formatHex(encoded, start, start + 16));
        }
        assertThat(row).doesNotContain(HexFormat.of().formatHex(PIN.getBytes(StandardCharsets.UTF_8)), PIN);
    }

    @Test
    void oneKeyCannotBePutInAnothersPlace() throws SQLException {
        CertificateId one = kept(KeySpec.P256.generate(new SecureRandom()).getPrivate(), null, Duration.ofDays(30));
        CertificateId other = kept(KeySpec.P256.generate(new SecureRandom()).getPrivate(), null, Duration.ofDays(30));
        OwnerConnection.change("""
                update escrowed_key set wrapped_key = (select wrapped_key from escrowed_key where certificate_id = '%s')
                where certificate_id = '%s'""".formatted(one, other));
        assertThatThrownBy(() -> escrow.open(tenant, other)).isInstanceOf(IllegalStateException.class);
        assertThat(escrow.open(tenant, one)).isPresent();
    }

    @Test
    void anotherTenantHasNoKeyOfThisOne() {
        CertificateId certificate =
                kept(KeySpec.P256.generate(new SecureRandom()).getPrivate(), null, Duration.ofDays(30));
        assertThat(escrow.open(given.tenant("other").id(), certificate)).isEmpty();
    }

    @Test
    void aKeyThatWasDestroyedLeavesNoRow() throws SQLException {
        CertificateId certificate =
                kept(KeySpec.P256.generate(new SecureRandom()).getPrivate(), PIN, Duration.ofDays(30));
        QuarkusTransaction.requiringNew()
                .run(() -> escrow.destroy(tenant, List.of(certificate), Escrow.End.REVOKED, Actor.PLATFORM));
        assertThat(escrow.open(tenant, certificate)).isEmpty();
        assertThat(row(certificate)).isEmpty();
        assertThat(ends(certificate)).isEqualTo("REVOKED");
    }

    @Test
    void aKeyIsGoneWithItsDeadlineAndDestroyedByTheNextSweep() throws SQLException {
        CertificateId certificate =
                kept(KeySpec.P256.generate(new SecureRandom()).getPrivate(), null, Duration.ofDays(30));
        clock.advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(escrow.open(tenant, certificate)).isEmpty();
        lapsed.end(1_000);
        assertThat(row(certificate)).isEmpty();
        assertThat(ends(certificate)).isEqualTo("LAPSED");
    }

    @Test
    void aKeyThatWasCollectedIsKeptAsLongAsItsPageMayComeAgain() throws SQLException {
        CertificateId certificate =
                kept(KeySpec.P256.generate(new SecureRandom()).getPrivate(), null, Duration.ofDays(30));
        QuarkusTransaction.requiringNew()
                .run(() -> escrow.collected(
                        tenant, List.of(certificate), clock.instant().plus(Duration.ofMinutes(10))));
        lapsed.end(1_000);
        assertThat(escrow.open(tenant, certificate)).isPresent();
        clock.advance(Duration.ofMinutes(11));
        lapsed.end(1_000);
        assertThat(row(certificate)).isEmpty();
        assertThat(ends(certificate)).isEqualTo("COLLECTED");
    }

    private CertificateId kept(PrivateKey key, @Nullable String pin, Duration howLong) {
        CertificateId certificate = new CertificateId(ids.next());
        QuarkusTransaction.requiringNew()
                .run(() -> escrow.keep(
                        tenant,
                        List.of(new Escrow.Deposit(
                                certificate, key, pin, clock.instant().plus(howLong)))));
        return certificate;
    }

    /** Everything the database has of a key, octets in hexadecimal. */
    private static String row(CertificateId certificate) throws SQLException {
        return OwnerConnection.text(
                "select k::text from escrowed_key k where certificate_id = '%s'".formatted(certificate));
    }

    /** How the history says that a key ended. */
    private static String ends(CertificateId certificate) throws SQLException {
        return OwnerConnection.text(
                "select detail ->> 'end' from audit_event where operation = 'key.destroy' and target_id = '%s'"
                        .formatted(certificate));
    }
}

package io.shomei.status.crl;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditLog;
import io.shomei.authority.Authorities;
import io.shomei.authority.AuthorityConfig;
import io.shomei.authority.SigningAuthority;
import io.shomei.certificate.CrlScope;
import io.shomei.certificate.RevokedCertificates;
import io.shomei.pki.Der;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.RevocationReason;
import io.shomei.pki.SerialNumber;
import io.shomei.pki.SignatureScheme;
import io.shomei.testing.Eventually;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;

/** Revocations without certificates, makers of lists as a test wants them, and lists as strangers read them. */
@Singleton
class CrlLab {
    static final String AUTHORITY = "operations";

    private static final String INSERT = """
            insert into revoked_certificate (authority, serial, crl_shard, revoked_at, reason, listed_until)
            values (?, ?, ?, ?::timestamptz, ?, ?::timestamptz)""";

    private static final AtomicInteger SHARDS = new AtomicInteger(100);
    private static final AtomicInteger SERIALS = new AtomicInteger();

    private final CrlRepository repository;
    private final CrlSegments segments;
    private final RevokedCertificates revoked;
    private final Authorities authorities;
    private final AuditLog audit;
    private final InstantSource clock;
    private final DataSource database;

    CrlLab(
            CrlRepository repository,
            CrlSegments segments,
            RevokedCertificates revoked,
            Authorities authorities,
            AuditLog audit,
            InstantSource clock,
            DataSource database) {
        this.repository = repository;
        this.segments = segments;
        this.revoked = revoked;
        this.authorities = authorities;
        this.audit = audit;
        this.clock = clock;
        this.database = database;
    }

    /** A list on which nothing is but what the test puts there. */
    CrlScope scope() {
        return new CrlScope(AUTHORITY, SHARDS.incrementAndGet());
    }

    /** Another copy of the platform, as far as lists are concerned. */
    CrlMaker maker(Settings settings) {
        return maker(settings, authorities::signing);
    }

    CrlMaker maker(Settings settings, Function<String, SigningAuthority> signers) {
        return new CrlMaker(
                repository, segments, revoked, authorities, signers, new CrlSchedule(settings, settings), audit, clock);
    }

    List<Crl> make(CrlMaker maker, CrlScope scope, boolean anew) {
        return QuarkusTransaction.requiringNew().call(() -> maker.make(scope, anew, Actor.PLATFORM));
    }

    /** A revocation as the database enters it. */
    String revoke(CrlScope scope, RevocationReason reason, Instant at, Instant notAfter) {
        String serial = serial();
        update(INSERT, scope.authority(), serial, scope.shard(), at.toString(), reason.name(), notAfter.toString());
        return serial;
    }

    /** A revocation in a transaction that is not over. */
    String revoke(Connection transaction, CrlScope scope) {
        Instant now = clock.instant();
        String serial = serial();
        update(
                transaction,
                INSERT,
                scope.authority(),
                serial,
                scope.shard(),
                now.toString(),
                RevocationReason.SUPERSEDED.name(),
                now.plus(Duration.ofDays(100)).toString());
        return serial;
    }

    private static String serial() {
        return new SerialNumber(BigInteger.ONE.shiftLeft(127).add(BigInteger.valueOf(SERIALS.incrementAndGet()))).hex();
    }

    String revoke(CrlScope scope) {
        Instant now = clock.instant();
        return revoke(scope, RevocationReason.SUPERSEDED, now, now.plus(Duration.ofDays(100)));
    }

    /** So many revocations at once. */
    void revoke(CrlScope scope, int count) {
        update("""
                insert into revoked_certificate (authority, serial, crl_shard, revoked_at, reason, listed_until)
                select ?, '7F' || lpad(upper(to_hex(?::bigint * 1000000 + i)), 30, '0'), ?, now(), 'SUPERSEDED', now() + interval '1 day'
                from generate_series(1, ?) i""", scope.authority(), (long) scope.shard(), scope.shard(), count);
    }

    /** The reason becomes another one, as the database enters it. */
    void compromised(String serial) {
        update(
                "update revoked_certificate set reason = 'KEY_COMPROMISE' where authority = ? and serial = ?",
                AUTHORITY,
                serial);
    }

    /** Until it is closed nobody makes a list. */
    AutoCloseable keepFromMaking(CrlScope scope) {
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch locked = new CountDownLatch(1);
        Thread holder = Thread.ofVirtual()
                .start(() -> QuarkusTransaction.requiringNew().run(() -> {
                    repository.lock(scope);
                    locked.countDown();
                    await(closed);
                }));
        await(locked);
        return () -> {
            closed.countDown();
            holder.join();
        };
    }

    /** Until so many revocations wait for a list. */
    void awaitWaiting(CrlScope scope, int count) {
        Eventually.isTrue(
                count + " revocations",
                () -> QuarkusTransaction.requiringNew()
                                .call(() -> revoked.waiting(scope, count))
                                .size()
                        == count);
    }

    /** Everything that was revoked and has not ended. */
    long revocations(CrlScope scope) {
        return number("""
                select count(*) from revoked_certificate
                where authority = ? and crl_shard = ? and listed_until > now()""", scope.authority(), scope.shard());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    long number(String query, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = prepared.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    byte[] bytes(Crl crl) {
        var bytes = new ByteArrayOutputStream();
        QuarkusTransaction.requiringNew().run(() -> repository.content(crl, bytes::writeBytes));
        return bytes.toByteArray();
    }

    /** What a list says of each serial number. */
    Map<String, String> entries(byte[] crl) {
        Map<String, String> entries = new HashMap<>();
        Set<? extends X509CRLEntry> listed = read(crl).getRevokedCertificates();
        if (listed != null) {
            for (X509CRLEntry entry : listed) {
                entries.put(
                        new SerialNumber(entry.getSerialNumber()).hex(),
                        entry.getRevocationReason() + " "
                                + entry.getRevocationDate().toInstant());
            }
        }
        return entries;
    }

    Map<String, String> entries(Crl crl) {
        return entries(bytes(crl));
    }

    static X509CRL read(byte[] crl) {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(crl));
        } catch (GeneralSecurityException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Encoded entries as a list that anybody can read; nobody signed it. */
    private static byte[] listOf(byte[] encoded) {
        byte[] algorithm = SignatureScheme.ECDSA_WITH_SHA256.algorithmIdentifier();
        byte[] tbs = Der.sequence(
                Der.integer(1),
                algorithm,
                DistinguishedName.parse("CN=Nobody").encoded(),
                Der.time(Instant.EPOCH),
                encoded.length == 0 ? encoded : Der.sequence(encoded));
        return Der.sequence(tbs, algorithm, Der.bits(new byte[8]));
    }

    /** The newest list of a kind. */
    Crl newest(CrlScope scope, Crl.Kind kind) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.newest(scope, kind))
                .orElseThrow();
    }

    /** The entries of a list when it is put together from all there is; nothing of it stays. */
    Map<String, String> fromScratch(CrlScope scope, Instant at) {
        var bytes = new ByteArrayOutputStream();
        QuarkusTransaction.begin();
        try {
            segments.rebuild(scope, at, repository.told(scope), null);
            segments.entries(scope).forEach(bytes::writeBytes);
        } finally {
            QuarkusTransaction.rollback();
        }
        return entries(listOf(bytes.toByteArray()));
    }

    int update(String statement, Object... parameters) {
        try (Connection connection = database.getConnection()) {
            return update(connection, statement, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int update(Connection connection, String statement, Object... parameters) {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Settings of a test's own. */
    record Settings(
            Duration lifetime,
            Duration renewal,
            int deltaAbove,
            Duration deltaLifetime,
            Duration catchUp,
            boolean deltaLists)
            implements CrlConfig, AuthorityConfig {

        static final Settings USUAL = new Settings(
                Duration.ofDays(7), Duration.ofHours(12), 10_000, Duration.ofDays(1), Duration.ofMinutes(10), false);

        Settings withDeltaAbove(int entries) {
            return new Settings(lifetime, renewal, entries, deltaLifetime, catchUp, deltaLists);
        }

        @Override
        public Duration crowdPause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Optional<Path> hierarchy() {
            return Optional.empty();
        }

        Settings withDeltaLists() {
            return new Settings(lifetime, renewal, deltaAbove, deltaLifetime, catchUp, true);
        }
    }
}

package io.shomei.status.crl;

import io.shomei.certificate.CrlScope;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

@ApplicationScoped
class CrlRepository {
    private static final String SERVES_ALL = "a revocation list serves the relying parties of all tenants";
    private static final String SELECT = """
            select authority, shard, kind, number, base_number, partitioned, made_at, this_update, next_update, dropped_before,
                entries, octets, upto
            from crl""";
    /** Pieces of a list that are sent together; each has some ten thousand octets. */
    private static final int PIECES = 8;

    private final TenantScope scope;

    CrlRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Keeps every other copy of the platform from making a list of this scope until the transaction ends. */
    @AcrossTenants(SERVES_ALL)
    void lock(CrlScope of) {
        scope.untenanted().one("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, "crl " + of);
    }

    /** The last list of a kind, whoever made it. */
    @AcrossTenants(SERVES_ALL)
    Optional<Crl> last(CrlScope of, Crl.Kind kind) {
        return scope.untenanted()
                .one(
                        SELECT + " where authority = ? and shard = ? and kind = ? order by number desc limit 1",
                        CrlRepository::read,
                        of.authority(),
                        of.shard(),
                        kind.name());
    }

    /** The list of a kind that is given to relying parties. */
    @AcrossTenants(SERVES_ALL)
    Optional<Crl> newest(CrlScope of, Crl.Kind kind) {
        return scope.untenanted()
                .one(
                        SELECT + " where authority = ? and shard = ? and kind = ? and head is not null",
                        CrlRepository::read,
                        of.authority(),
                        of.shard(),
                        kind.name());
    }

    @AcrossTenants(SERVES_ALL)
    List<Crl> newestOfAll() {
        return scope.untenanted()
                .list(SELECT + " where head is not null order by authority, shard, kind desc", CrlRepository::read);
    }

    /** The oldest full list that tells at least up to a position, may still be used, and is for the same certificates. */
    @AcrossTenants(SERVES_ALL)
    Optional<Crl> oldestUsable(CrlScope of, boolean partitioned, Instant at, long upto) {
        return scope.untenanted()
                .one(SELECT + """
                         where authority = ? and shard = ? and kind = 'FULL' and next_update > ? and upto >= ?
                            and partitioned = ?
                        order by next_update, number limit 1""", CrlRepository::read, of.authority(), of.shard(), at, upto, partitioned);
    }

    /** The position up to which all lists of a scope together tell. */
    @AcrossTenants(SERVES_ALL)
    long told(CrlScope of) {
        return scope.untenanted()
                .one(
                        "select coalesce(max(upto), 0) from crl where authority = ? and shard = ?",
                        row -> row.getLong(1),
                        of.authority(),
                        of.shard())
                .orElse(0L);
    }

    /** Adds a list; the one of its kind before it stays without its bytes. */
    @AcrossTenants(SERVES_ALL)
    void add(Crl crl, byte[] head, byte[] tail) {
        Sql sql = scope.untenanted();
        sql.update("""
                update crl set head = null, tail = null
                where authority = ? and shard = ? and kind = ? and head is not null""", crl.scope().authority(), crl.scope().shard(), crl.kind().name());
        sql.update(
                """
                insert into crl (authority, shard, kind, number, base_number, partitioned, made_at, this_update, next_update,
                    dropped_before, entries, octets, upto, head, tail)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                crl.scope().authority(),
                crl.scope().shard(),
                crl.kind().name(),
                crl.number(),
                crl.baseNumber(),
                crl.partitioned(),
                crl.madeAt(),
                crl.thisUpdate(),
                crl.nextUpdate(),
                crl.droppedBefore(),
                crl.entries(),
                crl.octets(),
                crl.upto(),
                head,
                tail);
    }

    @AcrossTenants(SERVES_ALL)
    void madeIn(Crl crl, Duration took) {
        scope.untenanted()
                .update(
                        "update crl set made_in_millis = ? where authority = ? and shard = ? and kind = ? and number = ?",
                        took.toMillis(),
                        crl.scope().authority(),
                        crl.scope().shard(),
                        crl.kind().name(),
                        crl.number());
    }

    /** How long making a list took; unknown of lists that older versions made. */
    @AcrossTenants(SERVES_ALL)
    Optional<Duration> madeIn(Crl crl) {
        return scope.untenanted()
                .one(
                        "select made_in_millis from crl where authority = ? and shard = ? and kind = ? and number = ?",
                        row -> Optional.ofNullable(row.getObject(1, Long.class)).map(Duration::ofMillis),
                        crl.scope().authority(),
                        crl.scope().shard(),
                        crl.kind().name(),
                        crl.number())
                .orElse(Optional.empty());
    }

    /** The bytes of a list, piece by piece, as they are at one moment; nothing where another has taken its place. */
    @AcrossTenants(SERVES_ALL)
    void content(Crl crl, Consumer<byte[]> pieces) {
        scope.untenanted().stream(
                PIECES,
                """
                with list as (select kind, head, tail from crl
                    where authority = ? and shard = ? and kind = ? and number = ? and head is not null)
                select piece from (
                    select 0 as part, 0 as position, head as piece from list
                    union all
                    select 1, position, der from crl_segment
                    where authority = ? and shard = ? and exists (select from list where kind = 'FULL')
                    union all
                    select 2, 0, tail from list) pieces
                order by part, position""",
                row -> row.getBytes(1),
                pieces,
                crl.scope().authority(),
                crl.scope().shard(),
                crl.kind().name(),
                crl.number(),
                crl.scope().authority(),
                crl.scope().shard());
    }

    private static Crl read(ResultSet row) throws SQLException {
        return new Crl(
                new CrlScope(row.getString("authority"), row.getInt("shard")),
                Crl.Kind.valueOf(row.getString("kind")),
                row.getLong("number"),
                row.getObject("base_number", Long.class),
                row.getBoolean("partitioned"),
                Sql.instantOf(row, "made_at"),
                Sql.instantOf(row, "this_update"),
                Sql.instantOf(row, "next_update"),
                Sql.instantOf(row, "dropped_before"),
                row.getLong("entries"),
                row.getLong("octets"),
                row.getLong("upto"));
    }
}

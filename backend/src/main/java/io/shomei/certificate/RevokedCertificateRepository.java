package io.shomei.certificate;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.pki.RevocationReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows are made by the database, in the transaction that revokes. */
@ApplicationScoped
class RevokedCertificateRepository {
    private static final String SERVES_ALL = "a revocation list names the certificates of all tenants";
    private static final String COLUMNS =
            "select r.position, r.serial, r.revoked_at, r.reason, r.invalidity_date, r.listed_until, r.revision";
    /** What waits has a position behind all that are told of, but for the late ones, which are looked up once for a whole statement. */
    private static final String LATE = """
            (select w.position from waiting_revocation w where w.authority = ? and w.crl_shard = ? and w.position <= ?)""";

    private final TenantScope scope;

    RevokedCertificateRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** One looked up after the other: however many wait, and whatever the database believes of that, each costs the same. */
    @AcrossTenants(SERVES_ALL)
    List<RevokedCertificate> waiting(CrlScope of, int most) {
        return scope.untenanted()
                .list(
                        "select e.* from (select authority, crl_shard, position from waiting_revocation"
                                + " where authority = ? and crl_shard = ? order by position limit ?) w cross join lateral ("
                                + COLUMNS + """
                                 from revoked_certificate r
                                where r.authority = w.authority and r.crl_shard = w.crl_shard and r.position = w.position
                                offset 0) e order by position""",
                        RevokedCertificateRepository::read,
                        of.authority(),
                        of.shard(),
                        most);
    }

    @AcrossTenants(SERVES_ALL)
    List<RevokedCertificate> listedSince(CrlScope of, long upto, long number, long told) {
        return scope.untenanted()
                .list(
                        COLUMNS + """
                         from revoked_certificate r
                        where r.authority = ? and r.crl_shard = ? and r.position > ? and r.position <= ? and r.position not in\s""" + LATE + " union all " + COLUMNS + """
                                 from revoked_certificate r
                                where r.authority = ? and r.crl_shard = ? and r.listed_in > ? and r.position <= ?
                                order by position""",
                        RevokedCertificateRepository::read,
                        of.authority(),
                        of.shard(),
                        upto,
                        told,
                        of.authority(),
                        of.shard(),
                        told,
                        of.authority(),
                        of.shard(),
                        number,
                        upto);
    }

    @AcrossTenants(SERVES_ALL)
    Optional<Long> positionOfNewestBut(CrlScope of, int skipped) {
        return scope.untenanted().one("""
                        select position from revoked_certificate where authority = ? and crl_shard = ?
                        order by position desc offset ? limit 1""", row -> row.getLong(1), of.authority(), of.shard(), skipped);
    }

    /** In the order of positions; what waits is told by the second argument. */
    @AcrossTenants(SERVES_ALL)
    void all(CrlScope of, Instant from, long told, EntryConsumer consumer) {
        scope.untenanted().stream(
                COLUMNS + ", r.position > ? or r.position in " + LATE + """
                 as waits
                from revoked_certificate r
                where r.authority = ? and r.crl_shard = ? and r.listed_until >= ? order by r.position""",
                row -> {
                    consumer.accept(read(row), row.getBoolean(8));
                    return true;
                },
                read -> {},
                told,
                of.authority(),
                of.shard(),
                told,
                of.authority(),
                of.shard(),
                from);
    }

    @FunctionalInterface
    interface EntryConsumer {
        void accept(RevokedCertificate entry, boolean waits);
    }

    @AcrossTenants(SERVES_ALL)
    List<String> leaving(CrlScope of, Instant from, Instant until, int most) {
        return scope.untenanted().list("""
                        select serial from revoked_certificate
                        where authority = ? and crl_shard = ? and listed_until >= ? and listed_until < ?
                        limit ?""", row -> row.getString(1), of.authority(), of.shard(), from, until, most);
    }

    @AcrossTenants(SERVES_ALL)
    void waitNoMore(CrlScope of, Positions shown) {
        scope.untenanted().update("""
                        delete from waiting_revocation w using unnest(?, ?) as run (first, last)
                        where w.authority = ? and w.crl_shard = ? and w.position between run.first and run.last""", shown.firsts(), shown.lasts(), of.authority(), of.shard());
    }

    /** What changed while a list that failed in the end was being stored. */
    @AcrossTenants(SERVES_ALL)
    void forgetReplaced(CrlScope of, long upto) {
        scope.untenanted().update("""
                        delete from waiting_revocation w
                        where authority = ? and crl_shard = ? and position <= ? and not exists (
                            select from revoked_certificate r
                            where r.authority = w.authority and r.crl_shard = w.crl_shard and r.position = w.position offset 0)""", of.authority(), of.shard(), upto);
    }

    @AcrossTenants(SERVES_ALL)
    void markLate(CrlScope of, Positions shown, long told, long number, Instant at) {
        scope.untenanted().update("""
                        update revoked_certificate r
                        set listed_in = ?, visible_since = case when first_position = position then ? else visible_since end
                        from unnest(?, ?) as run (first, last)
                        where r.authority = ? and r.crl_shard = ? and r.position between run.first and run.last
                            and r.position <= ?""", number, at, shown.firsts(), shown.lasts(), of.authority(), of.shard(), told);
    }

    @AcrossTenants(SERVES_ALL)
    void keepUntil(CrlScope of, Collection<String> serials, Instant until) {
        scope.untenanted()
                .update(
                        "update revoked_certificate set listed_until = ? where authority = ? and serial = any(?)",
                        until,
                        of.authority(),
                        serials.toArray(String[]::new));
    }

    @AcrossTenants(SERVES_ALL)
    void keepWaitingUntil(CrlScope of, long told, Instant before, Instant until) {
        scope.untenanted()
                .update(
                        """
                        update revoked_certificate r set listed_until = ?
                        where authority = ? and crl_shard = ? and listed_until < ? and (position > ? or position in\s""" + LATE + ")",
                        until,
                        of.authority(),
                        of.shard(),
                        before,
                        told,
                        of.authority(),
                        of.shard(),
                        told);
    }

    private static RevokedCertificate read(ResultSet row) throws SQLException {
        return new RevokedCertificate(
                row.getLong(1),
                row.getString(2),
                Sql.instantOf(row, "revoked_at"),
                RevocationReason.valueOf(row.getString(4)),
                Sql.instant(row, "invalidity_date"),
                Sql.instantOf(row, "listed_until"),
                row.getInt(7));
    }
}

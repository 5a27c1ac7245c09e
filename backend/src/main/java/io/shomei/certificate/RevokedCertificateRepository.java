package io.shomei.certificate;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.pki.RevocationReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows are made by the database, in the transaction that revokes. */
@ApplicationScoped
class RevokedCertificateRepository {
    private static final String SERVES_ALL = "a revocation list names the certificates of all tenants";
    private static final String SELECT = """
            select serial, revoked_at, reason, invalidity_date, listed_until, revision, first_listed_in
            from revoked_certificate where authority = ? and crl_shard = ?""";
    private static final String IN_ORDER = " order by revoked_at, serial";

    private final TenantScope scope;

    RevokedCertificateRepository(TenantScope scope) {
        this.scope = scope;
    }

    @AcrossTenants(SERVES_ALL)
    List<RevokedCertificate> waiting(CrlScope of, int most) {
        return scope.untenanted()
                .list(
                        SELECT + " and listed_in is null" + IN_ORDER + " limit ?",
                        RevokedCertificateRepository::read,
                        of.authority(),
                        of.shard(),
                        most);
    }

    @AcrossTenants(SERVES_ALL)
    List<RevokedCertificate> listedSince(CrlScope of, long number) {
        return scope.untenanted()
                .list(
                        SELECT + " and listed_in > ?" + IN_ORDER,
                        RevokedCertificateRepository::read,
                        of.authority(),
                        of.shard(),
                        number);
    }

    /** The number that the newest but so many entries were first listed in. */
    @AcrossTenants(SERVES_ALL)
    Optional<Long> listedInOfNewestBut(CrlScope of, int skipped) {
        return scope.untenanted().one("""
                        select listed_in from revoked_certificate
                        where authority = ? and crl_shard = ? and listed_in is not null
                        order by listed_in desc offset ? limit 1""", row -> row.getLong(1), of.authority(), of.shard(), skipped);
    }

    @AcrossTenants(SERVES_ALL)
    void listed(CrlScope of, Instant from, Consumer<RevokedCertificate> consumer) {
        scope.untenanted().stream(
                SELECT + " and first_listed_in is not null and listed_until >= ?" + IN_ORDER,
                RevokedCertificateRepository::read,
                consumer,
                of.authority(),
                of.shard(),
                from);
    }

    @AcrossTenants(SERVES_ALL)
    List<String> leaving(CrlScope of, Instant from, Instant until, int most) {
        return scope.untenanted().list("""
                        select serial from revoked_certificate
                        where authority = ? and crl_shard = ? and listed_until >= ? and listed_until < ?
                            and listed_in is not null
                        limit ?""", row -> row.getString(1), of.authority(), of.shard(), from, until, most);
    }

    @AcrossTenants(SERVES_ALL)
    void mark(CrlScope of, List<RevokedCertificate> shown, long number, Instant at) {
        scope.untenanted()
                .update(
                        """
                        update revoked_certificate r
                        set listed_in = case when r.revision = shown.revision then ? end,
                            first_listed_in = coalesce(r.first_listed_in, ?), visible_since = coalesce(r.visible_since, ?)
                        from unnest(?, ?) as shown (serial, revision)
                        where r.authority = ? and r.serial = shown.serial""",
                        number,
                        number,
                        at,
                        serials(shown),
                        shown.stream().map(RevokedCertificate::revision).toArray(Integer[]::new),
                        of.authority());
    }

    @AcrossTenants(SERVES_ALL)
    void keepUntil(CrlScope of, List<RevokedCertificate> shown, Instant until) {
        scope.untenanted()
                .update(
                        "update revoked_certificate set listed_until = ? where authority = ? and serial = any(?)",
                        until,
                        of.authority(),
                        serials(shown));
    }

    private static String[] serials(List<RevokedCertificate> shown) {
        return shown.stream().map(RevokedCertificate::serial).toArray(String[]::new);
    }

    private static RevokedCertificate read(ResultSet row) throws SQLException {
        return new RevokedCertificate(
                row.getString(1),
                Sql.instantOf(row, "revoked_at"),
                RevocationReason.valueOf(row.getString(3)),
                Sql.instant(row, "invalidity_date"),
                Sql.instantOf(row, "listed_until"),
                row.getInt(6),
                row.getObject(7, Long.class));
    }
}

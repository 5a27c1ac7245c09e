package io.shomei.audit.seal;

import io.shomei.audit.seal.Seal.Head;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.pki.CertificateDer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SealRepository implements Tiles {
    private static final String ONE_TREE = "one tree holds the events of all tenants";
    private static final String SELECT =
            "select size, root, sealed_at, text, signature, certificates, time_stamp from audit_seal";

    private final TenantScope scope;

    SealRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Keeps every other copy of the platform from adding to the tree until the transaction ends. */
    @AcrossTenants(ONE_TREE)
    void lock() {
        scope.untenanted().one("select pg_advisory_xact_lock(hashtextextended('audit tree', 0))", row -> true);
    }

    @Override
    @AcrossTenants(ONE_TREE)
    public byte[] read(int level, long index) {
        return scope.untenanted()
                .one(
                        "select hashes from audit_tile where level = ? and index = ?",
                        row -> row.getBytes(1),
                        level,
                        index)
                .orElseThrow(() -> new IllegalStateException("tile %d of level %d is missing".formatted(index, level)));
    }

    @Override
    @AcrossTenants(ONE_TREE)
    public void write(int level, long index, byte[] hashes) {
        scope.untenanted().update("""
                        insert into audit_tile (level, index, hashes) values (?, ?, ?)
                        on conflict (level, index) do update set hashes = excluded.hashes""", level, index, hashes);
    }

    @AcrossTenants(ONE_TREE)
    void add(Seal seal) {
        scope.untenanted()
                .update(
                        """
                        insert into audit_seal (size, root, sealed_at, text, signature, certificates, time_stamp)
                        values (?, ?, ?, ?, ?, ?, ?)""",
                        seal.head().size(),
                        seal.head().root(),
                        seal.head().at(),
                        seal.text(),
                        seal.signature(),
                        seal.certificates().stream()
                                .map(CertificateDer::encoded)
                                .toArray(byte[][]::new),
                        seal.timeStamp());
    }

    @AcrossTenants(ONE_TREE)
    Optional<Seal> newest() {
        return scope.untenanted().one(SELECT + " order by size desc limit 1", SealRepository::seal);
    }

    /** The newest first. */
    @AcrossTenants(ONE_TREE)
    Page<Seal> page(PageRequest page) {
        String where = "";
        Long after = page.after() == null ? null : page.after(Long::valueOf);
        if (after != null) {
            where = page.backwards() ? " where size > ?" : " where size < ?";
        }
        String order = " order by size " + (page.backwards() ? "asc" : "desc") + " limit " + (page.limit() + 1);
        Sql sql = scope.untenanted();
        List<Seal> seals = after == null
                ? sql.list(SELECT + order, SealRepository::seal)
                : sql.list(SELECT + where + order, SealRepository::seal, after);
        long total = sql.count("from audit_seal", Page.Total.BOUND);
        return page.page(seals, seal -> String.valueOf(seal.head().size()), Page.Total.counted(total));
    }

    /** Leaves one seal of each day of UTC, the last, of what is older than a moment. */
    @AcrossTenants(ONE_TREE)
    int thin(Instant before) {
        return scope.untenanted().update("""
                        delete from audit_seal old
                        where sealed_at < ? and exists (select from audit_seal next
                            where next.size > old.size
                                and next.sealed_at < date_trunc('day', old.sealed_at, 'UTC') + interval '1 day')""", before);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        byte[][] certificates = (byte[][]) row.getArray("certificates").getArray();
        return new Seal(
                new Head(row.getLong("size"), row.getBytes("root"), Sql.instantOf(row, "sealed_at")),
                row.getString("text"),
                row.getBytes("signature"),
                Arrays.stream(certificates).map(CertificateDer::ofDer).toList(),
                row.getBytes("time_stamp"));
    }
}

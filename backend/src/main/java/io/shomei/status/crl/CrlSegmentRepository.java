package io.shomei.status.crl;

import io.shomei.certificate.CrlScope;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

@ApplicationScoped
class CrlSegmentRepository {
    private static final String SERVES_ALL = "a revocation list names the certificates of all tenants";
    private static final String SELECT =
            "select position, entries, der from crl_segment where authority = ? and shard = ? order by position";
    /** Segments fetched together; each has some ten thousand octets. */
    private static final int AT_ONCE = 8;

    private final TenantScope scope;

    CrlSegmentRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** What all segments of a scope hold together. */
    @AcrossTenants(SERVES_ALL)
    Size size(CrlScope of) {
        return scope.untenanted()
                .one("""
                        select coalesce(sum(entries), 0), coalesce(sum(octet_length(der)), 0), coalesce(max(position), -1)
                        from crl_segment where authority = ? and shard = ?""", row -> new Size(row.getLong(1), row.getLong(2), row.getInt(3)), of.authority(), of.shard())
                .orElseThrow();
    }

    @AcrossTenants(SERVES_ALL)
    void forEach(CrlScope of, Consumer<CrlSegment> consumer) {
        scope.untenanted().stream(AT_ONCE, SELECT, CrlSegmentRepository::read, consumer, of.authority(), of.shard());
    }

    @AcrossTenants(SERVES_ALL)
    Optional<CrlSegment> last(CrlScope of) {
        return scope.untenanted().one(SELECT + " desc limit 1", CrlSegmentRepository::read, of.authority(), of.shard());
    }

    @AcrossTenants(SERVES_ALL)
    void put(CrlScope of, CrlSegment segment) {
        scope.untenanted()
                .update("""
                        insert into crl_segment (authority, shard, position, entries, der) values (?, ?, ?, ?, ?)
                        on conflict (authority, shard, position) do update set entries = excluded.entries, der = excluded.der""", of.authority(), of.shard(), segment.position(), segment.entries(), segment.der());
    }

    @AcrossTenants(SERVES_ALL)
    void remove(CrlScope of, CrlSegment segment) {
        scope.untenanted()
                .update(
                        "delete from crl_segment where authority = ? and shard = ? and position = ?",
                        of.authority(),
                        of.shard(),
                        segment.position());
    }

    @AcrossTenants(SERVES_ALL)
    void clear(CrlScope of) {
        scope.untenanted()
                .update("delete from crl_segment where authority = ? and shard = ?", of.authority(), of.shard());
    }

    /**
     * @param last position of the last one; -1 where there is none
     */
    record Size(long entries, long octets, int last) {}

    private static CrlSegment read(ResultSet row) throws SQLException {
        return new CrlSegment(row.getInt(1), row.getInt(2), row.getBytes(3));
    }
}

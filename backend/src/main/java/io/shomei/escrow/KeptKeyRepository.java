package io.shomei.escrow;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is past its time is gone, whether or not it was destroyed yet. */
@ApplicationScoped
class KeptKeyRepository {
    private static final String CURRENT = "where tenant_id = ? and destroy_at >= ? and not replaced";

    private final TenantScope scope;

    KeptKeyRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Those that nothing took the place of. */
    List<KeptKeys.Name> names(TenantId tenant, ZoneId zone, Instant now) {
        return names(tenant, zone, CURRENT, tenant.value(), now);
    }

    int count(TenantId tenant, Instant now) {
        return scope.in(tenant)
                .one("select count(*) from v_kept_key " + CURRENT, row -> row.getInt(1), tenant.value(), now)
                .orElse(0);
    }

    List<KeptKeys.Name> names(TenantId tenant, Collection<CertificateId> certificates, ZoneId zone, Instant now) {
        return names(
                tenant,
                zone,
                "where tenant_id = ? and destroy_at >= ? and certificate_id = any(?)",
                tenant.value(),
                now,
                ids(certificates));
    }

    private List<KeptKeys.Name> names(TenantId tenant, ZoneId zone, String where, Object... parameters) {
        return scope.in(tenant)
                .list(
                        "select certificate_id, common_name, authority, not_after, replaced from v_kept_key " + where
                                + " order by certificate_id",
                        row -> new KeptKeys.Name(
                                new CertificateId(Sql.uuid(row, "certificate_id")),
                                KeptKey.fileName(
                                        row.getString("common_name"),
                                        row.getBoolean("replaced"),
                                        Sql.instantOf(row, "not_after"),
                                        zone),
                                row.getString("authority")),
                        parameters);
    }

    List<KeptKey> find(TenantId tenant, Collection<CertificateId> certificates, Instant now) {
        return scope.in(tenant).list("""
                        select * from v_kept_key
                        where tenant_id = ? and certificate_id = any(?) and destroy_at >= ? order by certificate_id""", KeptKeyRepository::read, tenant.value(), ids(certificates), now);
    }

    private static KeptKey read(ResultSet row) throws SQLException {
        return new KeptKey(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new CertificateId(Sql.uuid(row, "certificate_id")),
                row.getString("common_name"),
                row.getString("authority"),
                CertificateDer.ofDer(row.getBytes("der")),
                Sql.instantOf(row, "not_after"),
                row.getBoolean("replaced"));
    }

    private static UUID[] ids(Collection<CertificateId> certificates) {
        return certificates.stream().map(CertificateId::value).toArray(UUID[]::new);
    }
}

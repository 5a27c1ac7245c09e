package io.shomei.escrow;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class EscrowRepository {
    private final TenantScope scope;

    EscrowRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(TenantId tenant, List<Escrow.Wrapped> keys, boolean repeatable, Instant now) {
        scope.in(tenant)
                .update(
                        """
                        insert into escrowed_key
                            (tenant_id, certificate_id, family, wrapped_key, wrapped_pin, destroy_at, repeatable, created_at)
                        select ?, certificate, family, key, pin, until, ?, ?
                        from unnest(?, ?, ?, ?, ?) as row (certificate, family, key, pin, until)""",
                        tenant.value(),
                        repeatable,
                        now,
                        ids(keys.stream().map(Escrow.Wrapped::certificate).toList()),
                        keys.stream().map(Escrow.Wrapped::family).toArray(String[]::new),
                        keys.stream().map(Escrow.Wrapped::key).toArray(byte[][]::new),
                        keys.stream().map(Escrow.Wrapped::pin).toArray(byte[][]::new),
                        keys.stream().map(Escrow.Wrapped::until).toArray(Instant[]::new));
    }

    /** What is past its time is gone, whether or not it was destroyed yet. */
    List<Escrow.Wrapped> find(TenantId tenant, Collection<CertificateId> certificates, Instant now) {
        return scope.in(tenant)
                .list(
                        """
                        select certificate_id, family, wrapped_key, wrapped_pin, destroy_at from escrowed_key
                        where tenant_id = ? and certificate_id = any(?) and destroy_at >= ?""",
                        row -> new Escrow.Wrapped(
                                new CertificateId(Sql.uuid(row, "certificate_id")),
                                row.getString("family"),
                                row.getBytes("wrapped_key"),
                                row.getBytes("wrapped_pin"),
                                Sql.instantOf(row, "destroy_at")),
                        tenant.value(),
                        ids(certificates),
                        now);
    }

    void collected(TenantId tenant, Collection<CertificateId> certificates, Instant until) {
        scope.in(tenant).update("""
                        update escrowed_key set destroy_at = ?, collected = true
                        where tenant_id = ? and certificate_id = any(?)""", until, tenant.value(), ids(certificates));
    }

    List<CertificateId> delete(TenantId tenant, Collection<CertificateId> certificates) {
        return scope.in(tenant)
                .list(
                        """
                        delete from escrowed_key where tenant_id = ? and certificate_id = any(?)
                        returning certificate_id""",
                        row -> new CertificateId(Sql.uuid(row, "certificate_id")),
                        tenant.value(),
                        ids(certificates));
    }

    /** The oldest first. */
    @AcrossTenants("time ends keys, whoever's they are")
    Map<TenantId, List<CertificateId>> lapsed(Instant now, int limit) {
        Map<TenantId, List<CertificateId>> lapsed = new HashMap<>();
        scope.acrossTenants()
                .list(
                        """
                        select tenant_id, certificate_id from escrowed_key where destroy_at < ? order by destroy_at limit ?""",
                        row -> lapsed.computeIfAbsent(new TenantId(Sql.uuid(row, "tenant_id")), _ -> new ArrayList<>())
                                .add(new CertificateId(Sql.uuid(row, "certificate_id"))),
                        now,
                        limit);
        return lapsed;
    }

    /** Somebody else may have ended some of them meanwhile. */
    Map<CertificateId, Escrow.End> deleteLapsed(TenantId tenant, Collection<CertificateId> certificates, Instant now) {
        return scope
                .in(tenant)
                .list(
                        """
                        delete from escrowed_key where tenant_id = ? and certificate_id = any(?) and destroy_at < ?
                        returning certificate_id,
                            case when repeatable then 'EXPIRED' when collected then 'COLLECTED' else 'LAPSED' end as ending""",
                        row -> Map.entry(
                                new CertificateId(Sql.uuid(row, "certificate_id")),
                                Escrow.End.valueOf(row.getString("ending"))),
                        tenant.value(),
                        ids(certificates),
                        now)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static UUID[] ids(Collection<CertificateId> certificates) {
        return certificates.stream().map(CertificateId::value).toArray(UUID[]::new);
    }
}

package io.shomei.escrow;

import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class DataKeyRepository {
    private final TenantScope scope;

    DataKeyRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<byte[]> find(TenantId tenant) {
        return scope.in(tenant)
                .one("select wrapped from data_key where tenant_id = ?", row -> row.getBytes(1), tenant.value());
    }

    /** This key, or the one that another copy of the platform made at the same moment. */
    byte[] add(TenantId tenant, byte[] wrapped, Instant now) {
        scope.in(tenant)
                .update(
                        "insert into data_key (tenant_id, wrapped, created_at) values (?, ?, ?) on conflict do nothing",
                        tenant.value(),
                        wrapped,
                        now);
        return find(tenant).orElseThrow();
    }
}

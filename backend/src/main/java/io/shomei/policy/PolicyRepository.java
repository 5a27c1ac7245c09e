package io.shomei.policy;

import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class PolicyRepository {
    private final TenantScope scope;

    PolicyRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<PolicyRow> newest(TenantId tenant) {
        return scope.untenanted()
                .one(
                        "select version, preset, overrides from policy where tenant_id = ? order by version desc limit 1",
                        row -> new PolicyRow(row.getInt(1), row.getString(2), row.getString(3)),
                        tenant.value());
    }

    void add(TenantId tenant, PolicyRow row, Instant now) {
        scope.untenanted()
                .update(
                        "insert into policy (tenant_id, version, preset, overrides, created_at) values (?, ?, ?, ?::jsonb, ?)",
                        tenant.value(),
                        row.version(),
                        row.preset(),
                        row.overrides(),
                        now);
    }
}

package io.shomei.issuancejob;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class NameSequenceRepository {
    private final TenantScope scope;

    NameSequenceRepository(TenantScope scope) {
        this.scope = scope;
    }

    void lock(TenantId tenant) {
        Sql sql = scope.in(tenant);
        sql.update("insert into name_sequence (tenant_id, last) values (?, 0) on conflict do nothing", tenant.value());
        sql.one("select last from name_sequence where tenant_id = ? for update", row -> row.getLong(1), tenant.value());
    }

    /** Takes so many numbers; the last of them. */
    long advance(TenantId tenant, int count) {
        return scope.in(tenant)
                .one(
                        "update name_sequence set last = last + ? where tenant_id = ? returning last",
                        row -> row.getLong(1),
                        count,
                        tenant.value())
                .orElseThrow();
    }
}

package io.shomei.tenant;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class DomainRepository {
    private final TenantScope scope;

    DomainRepository(TenantScope scope) {
        this.scope = scope;
    }

    List<Domain> of(TenantId tenant) {
        return scope.in(tenant)
                .list(
                        "select name, issuing_deadline, wildcard_allowed from domain where tenant_id = ? order by name",
                        row -> new Domain(
                                row.getString("name"),
                                Sql.instantOf(row, "issuing_deadline"),
                                row.getBoolean("wildcard_allowed")),
                        tenant.value());
    }

    void add(TenantId tenant, Domain domain) {
        scope.in(tenant)
                .update(
                        "insert into domain (tenant_id, name, issuing_deadline, wildcard_allowed) values (?, ?, ?, ?)",
                        tenant.value(),
                        domain.name(),
                        domain.issuingDeadline(),
                        domain.wildcardAllowed());
    }
}

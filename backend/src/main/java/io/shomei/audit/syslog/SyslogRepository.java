package io.shomei.audit.syslog;

import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SyslogRepository {
    private static final String ONE_SERVER = "one server gets the history of all tenants";

    private final TenantScope scope;

    SyslogRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** How many leaves were sent; no other copy of the platform sends until the transaction ends. */
    @AcrossTenants(ONE_SERVER)
    long lockSent() {
        return scope.untenanted()
                .one("select sent from audit_syslog for update", row -> row.getLong(1))
                .orElseThrow();
    }

    @AcrossTenants(ONE_SERVER)
    void sent(long leaves) {
        scope.untenanted().update("update audit_syslog set sent = ?", leaves);
    }
}

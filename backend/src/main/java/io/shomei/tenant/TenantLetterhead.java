package io.shomei.tenant;

import io.shomei.kernel.TenantId;
import io.shomei.notification.Letterhead;
import jakarta.enterprise.context.ApplicationScoped;

/** How mails name a tenant. */
@ApplicationScoped
class TenantLetterhead implements Letterhead {
    private final Tenants tenants;

    TenantLetterhead(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Of of(TenantId id) {
        Tenant tenant = tenants.recent(id);
        return new Of(tenant.nameJa(), tenant.nameEn(), tenant.timeZone());
    }
}

package io.shomei.platform;

import io.shomei.kernel.TenantId;
import io.shomei.tenant.RegisteredSubject;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;

/** The organisation that runs the platform, as a tenant of its own. */
@ApplicationScoped
public class PlatformTenant {
    private final Tenants tenants;

    PlatformTenant(Tenants tenants) {
        this.tenants = tenants;
    }

    @Transactional
    public void establish() {
        if (tenants.find(TenantId.PLATFORM).isPresent()) {
            return;
        }
        tenants.register(
                new Tenant(
                        TenantId.PLATFORM,
                        "PLATFORM",
                        "サービス窓口",
                        "Service desk",
                        Tenant.State.ACTIVE,
                        ZoneId.of("Asia/Tokyo"),
                        new RegisteredSubject("Shomei", null, null, "JP"),
                        List.of()),
                "platform");
    }
}

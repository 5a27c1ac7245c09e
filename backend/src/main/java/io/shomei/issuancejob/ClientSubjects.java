package io.shomei.issuancejob;

import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.profile.Profile;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a certificate says of a client beside its name, as its profile has it. */
@ApplicationScoped
class ClientSubjects {
    private final Tenants tenants;

    ClientSubjects(Tenants tenants) {
        this.tenants = tenants;
    }

    DistinguishedName of(Tenant tenant, Profile profile, String commonName) {
        return profile.subject().fill((source, type) -> switch (source) {
            case REQUEST -> type == AttributeType.CN ? List.of(commonName) : List.of();
            case TENANT -> tenant.subject().values(type);
            case PLATFORM -> tenants.recent(TenantId.PLATFORM).subject().values(type);
            // The template has the value itself.
            case FIXED -> List.of();
        });
    }
}

package io.shomei.tenant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TenantRepository implements PanacheRepositoryBase<TenantEntity, UUID> {
    Optional<TenantEntity> findTenant(TenantId id) {
        return findByIdOptional(id.value());
    }
}

package io.shomei.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.shomei.kernel.AcrossTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class AuthorityRepository implements PanacheRepositoryBase<AuthorityEntity, String> {
    private static final String SERVES_ALL = "an authority serves all tenants";

    @AcrossTenants(SERVES_ALL)
    Optional<AuthorityEntity> findAuthority(String name) {
        return findByIdOptional(name);
    }

    @AcrossTenants(SERVES_ALL)
    List<AuthorityEntity> inOrder() {
        return list("order by case when name = issuer then 0 else 1 end, createdAt, name");
    }
}

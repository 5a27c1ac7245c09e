package io.shomei.tenant;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** The register of tenants. */
@ApplicationScoped
public class Tenants {
    private final TenantRepository tenants;
    private final DomainRepository domains;
    private final Policies policies;
    private final AuditLog audit;
    private final InstantSource clock;

    Tenants(
            TenantRepository tenants,
            DomainRepository domains,
            Policies policies,
            AuditLog audit,
            InstantSource clock) {
        this.tenants = tenants;
        this.domains = domains;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Optional<Tenant> find(TenantId id) {
        return tenants.findTenant(id).map(row -> row.toTenant(domains.of(id)));
    }

    @Transactional
    public Tenant get(TenantId id) {
        return find(id).orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** Registers a tenant with its domains under a preset of the policy model. */
    @Transactional
    public void register(Tenant tenant, String preset) {
        tenants.persist(TenantEntity.of(tenant, clock.instant()));
        tenants.flush();
        tenant.domains().forEach(domain -> domains.add(tenant.id(), domain));
        policies.assign(tenant.id(), preset, "{}");
        audit.append(AuditEntry.done(tenant.id(), AuditOperation.TENANT_REGISTER, Actor.PLATFORM)
                .on(tenant.code(), tenant.id().value()));
    }
}

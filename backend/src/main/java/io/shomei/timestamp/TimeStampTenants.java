package io.shomei.timestamp;

import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose time stamps are made at which address: {@code /tsa} is everybody's, {@code /tsa/CODE} a tenant's. */
@ApplicationScoped
class TimeStampTenants {
    private static final String PATH = "/tsa";

    private final Tenants tenants;
    private final Policies policies;
    private final Entrances entrances;

    TimeStampTenants(Tenants tenants, Policies policies, Entrances entrances) {
        this.tenants = tenants;
        this.policies = policies;
        this.entrances = entrances;
    }

    /** The terms of the address that belongs to nobody. */
    TimeStampTerms ofEverybody() {
        return of(tenants.recent(TenantId.PLATFORM));
    }

    /** What holds at an address that no tenant has. */
    TimeStampTerms ofNobody() {
        return ofEverybody().notOffered();
    }

    /** The terms of a tenant's address; empty where no tenant has this code. */
    Optional<TimeStampTerms> ofCode(String code) {
        return tenants.recent(code).map(this::of);
    }

    TimeStampTerms of(TenantId tenant) {
        return of(tenants.recent(tenant));
    }

    /** The address without TLS, which programs that sign are given. */
    String url(TenantId tenant) {
        return entrances.httpUrl() + path(tenant);
    }

    String secureUrl(TenantId tenant) {
        return entrances.portalUrl() + path(tenant);
    }

    private String path(TenantId tenant) {
        return tenant.equals(TenantId.PLATFORM)
                ? PATH
                : PATH + "/" + tenants.recent(tenant).code();
    }

    private TimeStampTerms of(Tenant tenant) {
        Policy.TimeStamping policy = policies.of(tenant.id()).timestamp();
        return new TimeStampTerms(
                tenant.id(),
                tenant.timeZone(),
                policy.enabled() && tenant.state() == Tenant.State.ACTIVE,
                policy.policy(),
                policy.accuracy());
    }
}

package io.shomei.tenant;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.api.BulkWay;
import io.shomei.api.RevocationOffer;
import io.shomei.api.Revoker;
import io.shomei.api.TenantApi;
import io.shomei.api.TenantLabel;
import io.shomei.api.TenantPage;
import io.shomei.api.TenantState;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class TenantResource implements TenantApi {
    private final Tenants tenants;
    private final Policies policies;
    private final CurrentCaller caller;
    private final InstantSource clock;

    TenantResource(Tenants tenants, Policies policies, CurrentCaller caller, InstantSource clock) {
        this.tenants = tenants;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public io.shomei.api.Tenant getOwnTenant() {
        return tenant(caller.get().tenant());
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public TenantPage listTenants(@Nullable String q, @Nullable Integer limit, @Nullable String cursor) {
        var page = tenants.list(q, PageRequest.of(limit, cursor));
        return new TenantPage(
                page.items().stream().map(this::line).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant getTenant(String id) {
        return tenant(TenantId.parse(id).orElseThrow(() -> NOT_FOUND.because("")));
    }

    private io.shomei.api.TenantLine line(TenantLine line) {
        return new io.shomei.api.TenantLine(
                line.id().toString(),
                line.code(),
                TenantLabel.valueOf(policies.of(line.id()).tenantLabel().name()),
                line.nameJa(),
                line.nameEn(),
                TenantState.valueOf(line.state().name()));
    }

    private io.shomei.api.Tenant tenant(TenantId id) {
        Tenant tenant = tenants.get(id);
        Policy policy = policies.of(id);
        Instant now = clock.instant();
        return new io.shomei.api.Tenant(
                id.toString(),
                tenant.code(),
                TenantLabel.valueOf(policy.tenantLabel().name()),
                tenant.nameJa(),
                tenant.nameEn(),
                TenantState.valueOf(tenant.state().name()),
                tenant.timeZone().getId(),
                subject(tenant.subject()),
                tenant.domains().stream().map(domain -> domain(domain, now)).toList(),
                policy.lists().encoding(),
                offer(policy.revocation()));
    }

    private static RevocationOffer offer(Policy.Revocation policy) {
        return new RevocationOffer(
                policy.by().stream().map(each -> Revoker.valueOf(each.name())).toList(),
                policy.bulk().stream().map(each -> BulkWay.valueOf(each.name())).toList());
    }

    private static io.shomei.api.RegisteredSubject subject(RegisteredSubject subject) {
        return new io.shomei.api.RegisteredSubject(subject.o(), subject.st(), subject.l(), subject.c());
    }

    private static io.shomei.api.Domain domain(Domain domain, Instant now) {
        return new io.shomei.api.Domain(
                domain.name(), domain.issuingDeadline(), domain.wildcardAllowed(), domain.isPermittedAt(now));
    }
}

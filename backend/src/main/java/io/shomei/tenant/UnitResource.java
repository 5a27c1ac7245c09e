package io.shomei.tenant;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;

import io.shomei.api.UnitApi;
import io.shomei.policy.Policies;
import io.shomei.text.TextEncoding;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class UnitResource implements UnitApi {
    private final Tenants tenants;
    private final Policies policies;
    private final CurrentCaller caller;
    private final RequestFacts request;

    UnitResource(Tenants tenants, Policies policies, CurrentCaller caller, RequestFacts request) {
        this.tenants = tenants;
        this.policies = policies;
        this.caller = caller;
        this.request = request;
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_ADMINISTRATOR})
    public Response exportUnits(@Nullable String encoding) {
        Tenant tenant = tenants.get(caller.get().tenant());
        TextEncoding encoded = policies.of(tenant.id()).lists().encodingOr(encoding);
        UnitList list = new UnitList(tenant, request.language());
        return Downloads.stream(
                "text/tab-separated-values;charset=" + encoded.label(), "ou.tsv", out -> list.write(out, encoded));
    }
}

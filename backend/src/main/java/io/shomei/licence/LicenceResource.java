package io.shomei.licence;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.LicenceApi;
import io.shomei.api.LicenceModel;
import io.shomei.kernel.TenantId;
import io.shomei.web.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;

@RunOnVirtualThread
class LicenceResource implements LicenceApi {
    private final Licences licences;
    private final CurrentCaller caller;

    LicenceResource(Licences licences, CurrentCaller caller) {
        this.licences = licences;
        this.caller = caller;
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_ADMINISTRATOR})
    public io.shomei.api.Licences getOwnLicences() {
        return shown(licences.standing(caller.get().tenant()));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Licences getLicences(String id) {
        return shown(licences.standing(TenantId.parse(id).orElseThrow(() -> NOT_FOUND.because(""))));
    }

    private static io.shomei.api.Licences shown(LicenceStanding standing) {
        return new io.shomei.api.Licences(
                LicenceModel.valueOf(standing.model().name()),
                standing.contracted(),
                standing.valid(),
                standing.issuing(),
                standing.available());
    }
}

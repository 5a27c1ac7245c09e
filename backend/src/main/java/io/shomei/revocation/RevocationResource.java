package io.shomei.revocation;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.api.Revocation;
import io.shomei.api.RevocationApi;
import io.shomei.api.RevocationRequest;
import io.shomei.api.RevokedReason;
import io.shomei.pki.RevocationReason;
import io.shomei.web.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;

@RunOnVirtualThread
class RevocationResource implements RevocationApi {
    private final Revocations revocations;
    private final CurrentCaller caller;

    RevocationResource(Revocations revocations, CurrentCaller caller) {
        this.revocations = revocations;
        this.caller = caller;
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public Revocation revokeCertificate(String id, RevocationRequest body) {
        var grounds = new Grounds(
                RevocationReason.valueOf(body.reason().name()),
                body.invalidityDate(),
                body.comment(),
                body.reference());
        var done = revocations.revoke(caller.get(), id, grounds);
        return new Revocation(
                done.state().at(),
                RevokedReason.valueOf(body.reason().name()),
                done.state().invalidityDate(),
                done.state().comment(),
                done.crlVisibleSince().orElse(null),
                done.state().ocspVisibleSince());
    }
}

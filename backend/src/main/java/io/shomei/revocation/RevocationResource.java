package io.shomei.revocation;

import static io.shomei.kernel.Role.IS_OFFICER;

import io.shomei.api.Revocation;
import io.shomei.api.RevocationApi;
import io.shomei.api.RevocationRequest;
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
    @RolesAllowed(IS_OFFICER)
    public Revocation revokeCertificate(String id, RevocationRequest body) {
        var revoked = revocations.revoke(
                caller.get(), id, RevocationReason.valueOf(body.reason().name()), body.comment());
        return new Revocation(
                revoked.at(),
                io.shomei.api.RevocationReason.valueOf(revoked.reason().name()),
                revoked.comment(),
                null);
    }
}

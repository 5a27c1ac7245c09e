package io.shomei.enrolment;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;

import io.shomei.api.EnrolmentState;
import io.shomei.api.HandOutApi;
import io.shomei.api.HandOutMade;
import io.shomei.web.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;

@RunOnVirtualThread
@RolesAllowed(IS_ADMINISTRATOR)
class HandOutResource implements HandOutApi {
    private final HandOuts handOuts;
    private final CurrentCaller caller;

    HandOutResource(HandOuts handOuts, CurrentCaller caller) {
        this.handOuts = handOuts;
        this.caller = caller;
    }

    @Override
    public io.shomei.api.HandOut getHandOut(String id) {
        HandOuts.Standing standing = handOuts.get(caller.get(), id);
        HandOut handOut = standing.handOut();
        return new io.shomei.api.HandOut(
                EnrolmentState.valueOf(standing.state().name()),
                handOut.deadline(),
                handOut.createdAt(),
                handOut.creator(),
                handOut.collected().at(),
                handOut.collectedFrom(),
                standing.locked());
    }

    @Override
    public HandOutMade handOutCertificate(String id) {
        HandOuts.Made made = handOuts.make(caller.get(), id);
        return new HandOutMade(made.url(), made.secret(), made.deadline(), made.commonName());
    }

    @Override
    public void withdrawHandOut(String id) {
        handOuts.withdraw(caller.get(), id);
    }
}

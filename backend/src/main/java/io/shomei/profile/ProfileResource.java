package io.shomei.profile;

import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.ProfileApi;
import io.shomei.api.ProfileList;
import io.shomei.kernel.Language;
import io.shomei.kernel.Role;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.web.CurrentCaller;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;

@RunOnVirtualThread
class ProfileResource implements ProfileApi {
    private final Profiles profiles;
    private final Policies policies;
    private final CurrentCaller caller;
    private final RequestFacts request;

    ProfileResource(Profiles profiles, Policies policies, CurrentCaller caller, RequestFacts request) {
        this.profiles = profiles;
        this.policies = policies;
        this.caller = caller;
        this.request = request;
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_OPERATOR})
    public ProfileList listProfiles() {
        var permitted = policies.of(caller.get().tenant()).profiles().permitted();
        boolean all = caller.get().role() == Role.OPERATOR;
        return new ProfileList(profiles.all().stream()
                .filter(profile -> all || permitted.contains(profile.id()))
                .map(profile -> profile(profile, request.language()))
                .toList());
    }

    private static io.shomei.api.Profile profile(Profile profile, Language language) {
        return new io.shomei.api.Profile(
                profile.id(),
                profile.name().in(language),
                io.shomei.api.CertificateKind.valueOf(profile.kind().name()),
                profile.keys().stream().sorted().map(KeySpec::displayName).toList(),
                profile.lifetime().period().toString(),
                profile.authority());
    }
}

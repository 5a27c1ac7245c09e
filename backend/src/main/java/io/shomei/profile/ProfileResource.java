package io.shomei.profile;

import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.AlternativeNameKind;
import io.shomei.api.CertificateKind;
import io.shomei.api.DeliveryKind;
import io.shomei.api.ExtendedKeyUsage;
import io.shomei.api.KeyAlgorithm;
import io.shomei.api.KeyUsage;
import io.shomei.api.ProfileApi;
import io.shomei.api.ProfileChange;
import io.shomei.api.ProfileDifference;
import io.shomei.api.ProfileLimits;
import io.shomei.api.ProfileList;
import io.shomei.api.ProfileNames;
import io.shomei.api.ProfileVersionList;
import io.shomei.api.Programme;
import io.shomei.api.SubjectPart;
import io.shomei.pki.KeySpec;
import io.shomei.web.CurrentCaller;
import io.shomei.web.EntityTags;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@RunOnVirtualThread
class ProfileResource implements ProfileApi {
    private final Profiles profiles;
    private final ProfileVersions versions;
    private final SigningLines lines;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final EntityTags tags;

    ProfileResource(
            Profiles profiles,
            ProfileVersions versions,
            SigningLines lines,
            CurrentCaller caller,
            RequestFacts request,
            EntityTags tags) {
        this.profiles = profiles;
        this.versions = versions;
        this.lines = lines;
        this.caller = caller;
        this.request = request;
        this.tags = tags;
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_OPERATOR})
    public ProfileList listProfiles() {
        return new ProfileList(versions.newestOf(profiles.visibleTo(caller.get())).stream()
                .map(this::profile)
                .toList());
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_OPERATOR})
    public io.shomei.api.Profile getProfile(String id) {
        return tagged(versions.newest(profiles.get(caller.get(), id).id()));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Profile changeProfile(String ifMatch, String id, ProfileChange body) {
        return tagged(versions.change(
                caller.get(),
                id,
                EntityTags.version(ifMatch),
                settings(body.settings()),
                body.comment(),
                request.language()));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public ProfileVersionList listProfileVersions(String id) {
        List<ProfileVersion> all = versions.versions(id);
        List<io.shomei.api.ProfileVersion> items = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            ProfileVersion before = all.get(Math.min(i + 1, all.size() - 1));
            items.add(version(all.get(i), before));
        }
        return new ProfileVersionList(items);
    }

    private io.shomei.api.Profile tagged(ProfileVersion version) {
        tags.show(version.profile().version());
        return profile(version);
    }

    private io.shomei.api.Profile profile(ProfileVersion version) {
        Profile profile = version.profile();
        return new io.shomei.api.Profile(
                profile.id(),
                profile.version(),
                profile.name().in(request.language()),
                names(profile.name()),
                CertificateKind.valueOf(profile.kind().name()),
                Programme.valueOf(profile.programme().name()),
                profile.keys().stream().map(KeySpec::displayName).toList(),
                keys(profile.keys()),
                profile.lifetime().period().toString(),
                io.shomei.api.Rounding.valueOf(profile.lifetime().rounding().name()),
                ceilings(profile.lifetime().ceilings()),
                profile.authority(),
                lines.labelOf(profile.authority()).orElse(""),
                profile.purposes().stream()
                        .map(purpose -> ExtendedKeyUsage.valueOf(purpose.name()))
                        .toList(),
                profile.usages().stream()
                        .map(usage -> KeyUsage.valueOf(usage.name()))
                        .toList(),
                profile.subject().parts().stream().map(ProfileResource::part).toList(),
                profile.alternativeNames().stream()
                        .map(kind -> AlternativeNameKind.valueOf(kind.name()))
                        .toList(),
                profile.policy(),
                profile.deliveries().stream()
                        .map(delivery -> DeliveryKind.valueOf(delivery.name()))
                        .toList(),
                new ProfileLimits(
                        keys(profile.limits().keys()),
                        profile.limits().shortest().toString(),
                        profile.limits().longest().toString()),
                version.at(),
                version.by());
    }

    private static io.shomei.api.ProfileVersion version(ProfileVersion version, ProfileVersion before) {
        ProfileSettings settings = version.profile().settings();
        return new io.shomei.api.ProfileVersion(
                version.profile().version(),
                version.at(),
                version.by(),
                version.comment(),
                settings(settings),
                settings.changesOf(before.profile().settings()).stream()
                        .map(change -> new ProfileDifference(
                                ProfileDifference.FieldEnum.valueOf(
                                        change.field().name()),
                                change.before(),
                                change.after()))
                        .toList());
    }

    private static io.shomei.api.ProfileSettings settings(ProfileSettings settings) {
        return new io.shomei.api.ProfileSettings(
                names(settings.name()),
                keys(settings.keys()),
                settings.authority(),
                settings.period().toString(),
                io.shomei.api.Rounding.valueOf(settings.rounding().name()),
                settings.policy());
    }

    private static ProfileSettings settings(io.shomei.api.ProfileSettings settings) {
        return ProfileSettings.of(
                new Profile.Name(settings.names().ja(), settings.names().en()),
                settings.keys().stream().map(Enum::name),
                settings.authority(),
                settings.validity(),
                settings.rounding().name(),
                settings.policy());
    }

    private static ProfileNames names(Profile.Name name) {
        return new ProfileNames(name.ja(), name.en());
    }

    private static List<KeyAlgorithm> keys(Set<KeySpec> keys) {
        return keys.stream().map(key -> KeyAlgorithm.valueOf(key.name())).toList();
    }

    private static io.shomei.api.Ceilings ceilings(Ceilings ceilings) {
        return new io.shomei.api.Ceilings(
                ceilings.source(),
                ceilings.steps().stream()
                        .map(step -> new io.shomei.api.Ceiling(step.from(), step.days()))
                        .toList());
    }

    private static SubjectPart part(SubjectTemplate.Part part) {
        return new SubjectPart(
                part.type().label(),
                SubjectPart.FromEnum.valueOf(part.from().name()),
                SubjectPart.TimesEnum.valueOf(part.times().name()),
                part.value());
    }
}

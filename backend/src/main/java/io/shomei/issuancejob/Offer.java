package io.shomei.issuancejob;

import static io.shomei.issuancejob.IssuanceJobProblem.ISSUANCE_NOT_OFFERED;
import static io.shomei.issuancejob.IssuanceJobProblem.KEY_NOT_OFFERED;

import io.shomei.pki.KeySpec;
import io.shomei.policy.Policy;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy lets an administrator have issued: certificates whose names it makes by number, whose keys the platform makes, and which
 * may be fetched again and again.
 *
 * @param names the template of their common names
 * @param profile the first one permitted that is for clients
 */
record Offer(String names, Profile profile) {
    static Optional<Offer> of(Policy policy, Profiles profiles) {
        String names = policy.identity().commonName();
        if (names == null
                || !policy.identity().numbersNames()
                || policy.issuance().mode() != Policy.Issuance.Mode.ASYNC
                || policy.issuance().approval() != Policy.Issuance.Approval.NONE
                || policy.p12().initialPassword() != Policy.P12.InitialPassword.GENERATED_CSV
                || policy.download().policy() != Policy.Download.Repetition.REPEATABLE
                || !policy.key().comesFrom(Policy.Key.Origin.SERVER_P12)) {
            return Optional.empty();
        }
        List<String> permitted = policy.profiles().permitted();
        return permitted.stream()
                .flatMap(id -> profiles.find(id).stream())
                .filter(profile -> profile.kind() == CertificateKind.CLIENT)
                .findFirst()
                .map(profile -> new Offer(names, profile));
    }

    static Offer require(Policy policy, Profiles profiles) {
        return of(policy, profiles).orElseThrow(() -> ISSUANCE_NOT_OFFERED.because(""));
    }

    /**
     * The kind of key that was asked for, or the profile's first.
     *
     * @param wanted null where nothing was asked for
     */
    KeySpec key(@Nullable KeySpec wanted) {
        if (wanted == null) {
            return profile.keys().iterator().next();
        }
        if (!profile.keys().contains(wanted)) {
            throw KEY_NOT_OFFERED.because("%s", wanted);
        }
        return wanted;
    }
}

package io.shomei.session;

import io.shomei.kernel.Role;
import io.shomei.policy.Policy.Authentication;
import io.shomei.policy.Policy.MethodScope;
import io.shomei.policy.Policy.MethodSwitch;
import io.shomei.policy.Policy.Proof;
import io.shomei.web.Entrance;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways to log in: lists of what must be proven together, in the order of the policy. Pure decisions. */
final class Methods {
    private Methods() {}

    /**
     * Whether an account with this role loses the ways without a certificate as soon as it has acquired one. By entitlement users do, whom
     * an administrator lets acquire one, and gives the other ways back; nobody gives them back to an administrator.
     */
    static boolean endWithAcquisition(Authentication auth, Role role) {
        boolean switches = auth.methodSwitch().contains(MethodSwitch.ON_ACQUISITION)
                || (role == Role.USER && auth.methodSwitch().contains(MethodSwitch.BY_ENTITLEMENT));
        return auth.methodScope() == MethodScope.SUBJECT
                && switches
                && auth.methods().stream().anyMatch(method -> method.contains(Proof.CERT));
    }

    /**
     * The ways of one account.
     *
     * @param acquired whether it has acquired a certificate since it was initialised
     */
    static List<List<Proof>> of(Authentication auth, Role role, boolean acquired) {
        boolean certificateOnly = acquired && endWithAcquisition(auth, role);
        return auth.methods().stream()
                .filter(method -> !certificateOnly || method.contains(Proof.CERT))
                .toList();
    }

    /** The one that these proofs begin; a one-time password follows as a step of its own. */
    static Optional<List<Proof>> matching(List<List<Proof>> methods, Set<Proof> proven) {
        return methods.stream()
                .filter(method -> withoutOtp(method).equals(proven))
                .findFirst();
    }

    private static Set<Proof> withoutOtp(List<Proof> method) {
        return method.stream().filter(proof -> proof != Proof.OTP).collect(Collectors.toUnmodifiableSet());
    }

    /** Where a way is gone: a certificate is presented at the entrance that asks for one. */
    static Entrance entranceOf(List<Proof> method) {
        return method.contains(Proof.CERT) || method.contains(Proof.SITE_CERT) ? Entrance.CERT : Entrance.PORTAL;
    }

    static String text(List<Proof> method) {
        return method.stream().map(Proof::name).collect(Collectors.joining("+"));
    }

    static List<Proof> read(String text) {
        return Arrays.stream(text.split("\\+", -1)).map(Proof::valueOf).toList();
    }
}

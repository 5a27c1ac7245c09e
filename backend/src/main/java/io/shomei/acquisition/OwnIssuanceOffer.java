package io.shomei.acquisition;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.Standing;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.policy.Policy.RenewalWay;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody may have a key of their browser certified, and in what's place. A pure decision. */
sealed interface OwnIssuanceOffer {

    /** They have fewer than they may have. */
    record Acquire() implements OwnIssuanceOffer {}

    /** In the place of the one they logged in with. */
    record Renew(Certificate present) implements OwnIssuanceOffer {}

    /** It is renewed from this moment on. */
    record NotYet(Instant opensAt) implements OwnIssuanceOffer {}

    /** A newer one took its place. */
    record Renewed(Certificate newer) implements OwnIssuanceOffer {}

    /** They have as many as they may have, and did not log in with one. */
    record Acquired(Certificate own) implements OwnIssuanceOffer {}

    /** The policy asks for an administrator's leave, and there is none; or the last one ended too long ago to begin anew without one. */
    record NotEntitled() implements OwnIssuanceOffer {}

    /** It was let be issued anew a short while ago; those who were told have until then to object. */
    record CoolingDown(Instant until) implements OwnIssuanceOffer {}

    /** The policy has certificates come to be in another way. */
    record NotOffered() implements OwnIssuanceOffer {}

    /** Whether one may be issued now. */
    default boolean isOpen() {
        return this instanceof Acquire || this instanceof Renew;
    }

    /**
     * @param present the certificate of the session; null where it has none
     * @param proven what the session was opened with
     * @param entitled whether the account may have one, as far as the grace after the last one and an administrator decide that
     * @param coolingDown until when it can acquire none after a re-issue; null where it can
     */
    static OwnIssuanceOffer of(
            Standing standing,
            @Nullable Certificate present,
            Set<Proof> proven,
            boolean entitled,
            @Nullable Instant coolingDown) {
        if (!Standing.isInSession(standing.policy())) {
            return new NotOffered();
        }
        if (present != null) {
            return isRenewal(standing.policy(), proven) ? renewal(standing, present) : new NotOffered();
        }
        return standing.newest()
                .filter(newest -> standing.isFull())
                .<OwnIssuanceOffer>map(Acquired::new)
                .orElseGet(() -> another(entitled, coolingDown));
    }

    private static OwnIssuanceOffer another(boolean entitled, @Nullable Instant coolingDown) {
        if (!entitled) {
            return new NotEntitled();
        }
        return coolingDown == null ? new Acquire() : new CoolingDown(coolingDown);
    }

    /** Whether people renew in their session, and what {@code renewal.authentication} asks for was proven to open it. */
    private static boolean isRenewal(Policy policy, Set<Proof> proven) {
        return policy.renewalWay().filter(RenewalWay.IN_SESSION::equals).isPresent()
                && proven.containsAll(policy.renewal().authentication());
    }

    private static OwnIssuanceOffer renewal(Standing standing, Certificate present) {
        if (standing.newerThan(present).isPresent()) {
            return new Renewed(standing.newerThan(present).orElseThrow());
        }
        if (standing.isRenewable(present)) {
            return new Renew(present);
        }
        return standing.renewableFrom(present)
                .<OwnIssuanceOffer>map(NotYet::new)
                .orElseGet(NotOffered::new);
    }
}

package io.shomei.acquisition;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether somebody may have a key of their browser certified, and in what's place. A pure decision. */
sealed interface OwnIssuanceOffer {

    /** They have none. */
    record Acquire() implements OwnIssuanceOffer {}

    /** In the place of the one they logged in with. */
    record Renew(Certificate present) implements OwnIssuanceOffer {}

    /** It is renewed from this moment on. */
    record NotYet(Instant opensAt) implements OwnIssuanceOffer {}

    /** A newer one took its place. */
    record Renewed(Certificate newer) implements OwnIssuanceOffer {}

    /** They have one, and did not log in with it. */
    record Acquired(Certificate own) implements OwnIssuanceOffer {}

    /** The policy asks for an administrator's leave, and there is none. */
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
     * @param entitled whether the account may have one, as far as an administrator decides that
     * @param coolingDown until when it can acquire none after a re-issue; null where it can
     */
    static OwnIssuanceOffer of(
            Standing standing, @Nullable Certificate present, boolean entitled, @Nullable Instant coolingDown) {
        if (!Standing.isInSession(standing.policy())) {
            return new NotOffered();
        }
        if (present != null) {
            return renewal(standing, present);
        }
        return standing.newest().<OwnIssuanceOffer>map(Acquired::new).orElseGet(() -> first(entitled, coolingDown));
    }

    private static OwnIssuanceOffer first(boolean entitled, @Nullable Instant coolingDown) {
        if (!entitled) {
            return new NotEntitled();
        }
        return coolingDown == null ? new Acquire() : new CoolingDown(coolingDown);
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

package io.shomei.acquisition;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.RenewalWindow;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.policy.Policy.RenewalWay;
import io.shomei.web.Entrances;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Whether somebody can renew the certificate they logged in with, by that certificate alone. */
public sealed interface RenewalOffer {

    /** It can be renewed now. */
    record Open(Why why) implements RenewalOffer {}

    /** Not before this. */
    record NotYet(Instant opensAt) implements RenewalOffer {}

    /** The policy renews in another way, or the log-in was without a certificate. */
    record NotOffered() implements RenewalOffer {}

    /** What a renewal is for. */
    enum Why {
        /** It ends. */
        EXPIRES,
        /** It names the tenant as it was called before. */
        RENAMED
    }

    /**
     * @param certificate that the session was opened with
     * @param renamed since when the tenant has its name; null where it never had another
     */
    static RenewalOffer of(
            Policy policy, @Nullable Certificate certificate, @Nullable Instant renamed, ZoneId zone, Instant now) {
        if (certificate == null || !isOfferedBy(policy)) {
            return new NotOffered();
        }
        if (renamed != null && certificate.issuedAt().isBefore(renamed)) {
            return new Open(Why.RENAMED);
        }
        if (RenewalWindow.isOpen(policy.renewal(), certificate.notAfter(), zone, now)) {
            return new Open(Why.EXPIRES);
        }
        return RenewalWindow.opensAt(policy.renewal(), certificate.notAfter(), zone)
                .<RenewalOffer>map(NotYet::new)
                .orElseGet(NotOffered::new);
    }

    /** Where people renew what they log in with; null where the policy has them do it in another way. */
    static @Nullable String page(Policy policy, Entrances entrances) {
        return isOfferedBy(policy) ? entrances.certUrl() + "/own-certificate" : null;
    }

    /** Whether a policy lets people log in and renew by the present certificate alone, with a password that is shown once. */
    private static boolean isOfferedBy(Policy policy) {
        return policy.auth().allows(Proof.CERT)
                && policy.renewalWay().filter(RenewalWay.BY_SHOWN_PIN::equals).isPresent();
    }
}

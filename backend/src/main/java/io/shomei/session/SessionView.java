package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.certificate.Certificate;
import io.shomei.policy.Policy;
import io.shomei.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session with everything its pages show.
 *
 * @param terms how the account stands with that certificate
 * @param mayAcquire whether a certificate may be acquired from this session
 * @param secret the password or PIN of the account
 * @param otp which kind of one-time password the account has
 * @param positions of the grid card that are asked for now
 * @param previous the log-in of this account before
 * @param shown earlier log-ins, as many as the policy shows: of the tenant to an administrator, to everybody else their own
 */
record SessionView(
        SessionRow session,
        Account account,
        Tenant tenant,
        Policy policy,
        @Nullable Certificate certificate,
        EntranceOffers.@Nullable Terms terms,
        boolean mayAcquire,
        @Nullable SecretState secret,
        @Nullable SecretKind otp,
        List<String> positions,
        ConfirmationPin confirmationPin,
        @Nullable PreviousLogIn previous,
        List<PreviousLogIn> shown,
        List<Warning> warnings) {

    /** Whether something in this tenant asks for a confirmation PIN, and whether the account has one. */
    enum ConfirmationPin {
        UNUSED,
        MISSING,
        SET
    }

    /** What ends soon, or has ended, and when. */
    record Warning(Kind kind, Instant at) {
        enum Kind {
            PASSWORD_EXPIRES,
            PASSWORD_EXPIRED,
            CERTIFICATE_RENEWABLE,
            /** There is a newer one. */
            NEWER_CERTIFICATE,
            /** There is a newer one that nobody has used, and this one ends soon. */
            NEWER_CERTIFICATE_UNUSED
        }
    }
}

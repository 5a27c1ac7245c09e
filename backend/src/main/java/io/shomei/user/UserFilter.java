package io.shomei.user;

import io.shomei.account.Account;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which users are listed; what is null is not asked, but withdrawn ones are listed only where they are asked for.
 *
 * @param locked whether a secret of theirs is locked now
 * @param incident whether an incident is registered
 * @param certificate how they stand with certificates
 * @param endsWithin they have a valid certificate that ends within that time
 * @param text part of a log-in ID, a name or a mail address
 */
record UserFilter(
        Account.@Nullable State state,
        @Nullable Boolean locked,
        @Nullable Boolean incident,
        @Nullable CertificateStanding certificate,
        @Nullable Duration endsWithin,
        @Nullable String text) {

    /** Whether certificates are asked for, which the register of accounts alone does not know. */
    boolean asksForCertificates() {
        return certificate != null || endsWithin != null;
    }

    /** In which order. */
    enum Order {
        LOGIN_ID,
        /** By the end of the newest certificate that is not revoked; those without any at the end. */
        CERTIFICATE_UNTIL
    }
}

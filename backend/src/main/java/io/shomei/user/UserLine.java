package io.shomei.user;

import io.shomei.account.secret.OtpStandings;
import io.shomei.account.secret.SecretKind;
import io.shomei.permission.Permissions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user with everything that a list shows (HK-042).
 *
 * @param certificateUntil the end of the valid certificate
 * @param acquireBy until when the user may acquire one; null where none is awaited, and where that does not lapse
 * @param locked kinds of secrets that are locked now
 * @param otp null where the user has no one-time passwords
 */
record UserLine(
        UserRow row,
        CertificateStanding certificate,
        @Nullable Instant certificateUntil,
        @Nullable Instant acquireBy,
        List<SecretKind> locked,
        OtpStandings.@Nullable Standing otp,
        Permissions permissions) {
    UserLine {
        locked = List.copyOf(locked);
    }
}

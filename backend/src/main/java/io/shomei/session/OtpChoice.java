package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.OtpKind;
import io.shomei.policy.Policy.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a one-time password is asked for, and which. */
@ApplicationScoped
class OtpChoice {
    private final Secrets secrets;

    OtpChoice(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The kind that an account has, of those that the policy offers. */
    Optional<SecretKind> kindOf(Account account, Policy policy) {
        return kindAmong(policy, kind -> secrets.has(account, kind));
    }

    /** The same, where it is known already what the account has. */
    static Optional<SecretKind> kindAmong(Policy policy, Predicate<SecretKind> has) {
        return policy.auth().otp().stream().map(OtpChoice::kind).filter(has).findFirst();
    }

    /** Where the way to log in asks for one, and where the account has one of its own accord. */
    boolean isDue(Account account, Policy policy, List<Proof> method) {
        return method.contains(Proof.OTP) || kindOf(account, policy).isPresent();
    }

    private static SecretKind kind(OtpKind offered) {
        return switch (offered) {
            case TOTP -> SecretKind.TOTP;
            case GRID_CARD -> SecretKind.GRID_CARD;
        };
    }
}

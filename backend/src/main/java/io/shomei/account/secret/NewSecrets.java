package io.shomei.account.secret;

import io.shomei.account.Account;
import io.shomei.keys.LegibleText;
import io.shomei.policy.Policy.Password;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Makes values that are handed out: random, easy to read, and in the tenant's rules. */
@ApplicationScoped
class NewSecrets {
    /** Twelve are 69 bits: enough also where it opens a file that can be attacked where it lies. */
    private static final int LENGTH = 12;
    /** A PIN locks after a few failures, and is typed often. */
    private static final int PIN_LENGTH = 8;

    private final SecureRandom random;

    NewSecrets(SecureRandom random) {
        this.random = random;
    }

    String value(SecretKind kind, Password policy, Account account, String contractId) {
        if (kind == SecretKind.ACQUISITION_PASSWORD) {
            return LegibleText.random(random, LENGTH);
        }
        int length = Math.clamp(kind.isPin() ? PIN_LENGTH : LENGTH, policy.minLength(), policy.maxLength());
        String value = LegibleText.random(random, length);
        while (!SecretRules.broken(policy, account, contractId, value).isEmpty()) {
            value = LegibleText.random(random, length);
        }
        return value;
    }
}

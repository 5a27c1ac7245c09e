package io.shomei.account.secret;

import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import java.util.Optional;

/** What is proven with; kinds are never taken for one another (SC-022, SC-023). */
public enum SecretKind {
    /** Of a log-in. */
    PASSWORD,
    /** Of a log-in, where people know it as a number. */
    PIN,
    /** Of an administrator, asked again before an operation that matters. */
    CONFIRMATION_PIN,
    /** Opens the acquisition of a certificate, and nothing else. */
    ACQUISITION_PASSWORD,
    /** One-time passwords by time (RFC 6238). */
    TOTP,
    /** One-time passwords from a printed card. */
    GRID_CARD;

    /** Which of them a tenant's people log in with, where its policy asks for one. */
    public static Optional<SecretKind> ofLogIn(Policy policy) {
        if (policy.auth().asksFor(Proof.PASSWORD)) {
            return Optional.of(PASSWORD);
        }
        return policy.auth().asksFor(Proof.PIN) ? Optional.of(PIN) : Optional.empty();
    }

    /** Whether it is typed as it was given or chosen, and so kept as a hash. */
    public boolean isMemorized() {
        return switch (this) {
            case PASSWORD, PIN, CONFIRMATION_PIN, ACQUISITION_PASSWORD -> true;
            case TOTP, GRID_CARD -> false;
        };
    }

    /** Whether the person may change it. */
    public boolean isChosen() {
        return isMemorized() && this != ACQUISITION_PASSWORD;
    }

    /** Whether it grows old by the policy's {@code password.maxAgeDays}. */
    boolean expires() {
        return this == PASSWORD || this == PIN;
    }

    /** Whether a value of another length is refused without being counted (AT-40). */
    boolean isPin() {
        return this == PIN || this == CONFIRMATION_PIN;
    }
}

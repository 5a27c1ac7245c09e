package io.shomei.lint.certificate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose demands a certificate meets beyond those of the standards and of our own policy. */
public enum Programme {
    /** Only those rely on it who were given our root. */
    PRIVATE(null),
    /** TLS servers of organizations: the CA/Browser Forum's Baseline Requirements (BR). */
    TLS("2.23.140.1.2.2"),
    /** Mail: the S/MIME Baseline Requirements (SBR). The policy tells what was checked, so that the profile names it. */
    SMIME(null),
    /** Programs, and time stamps on them: the Code Signing Baseline Requirements (CSBR). Our own policy says that they are met. */
    CODE_SIGNING(null);

    private final @Nullable String reservedPolicy;

    Programme(@Nullable String reservedPolicy) {
        this.reservedPolicy = reservedPolicy;
    }

    /** The policy identifier that must stand beside ours (BR 7.1.2.7.9). */
    public Optional<String> reservedPolicy() {
        return Optional.ofNullable(reservedPolicy);
    }
}

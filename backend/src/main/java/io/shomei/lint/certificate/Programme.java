package io.shomei.lint.certificate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose demands a certificate meets beyond those of the standards and of our own policy. */
public enum Programme {
    /** Only those rely on it who were given our root. */
    PRIVATE(false, null),
    /** TLS servers of organizations: the CA/Browser Forum's Baseline Requirements (BR). */
    TLS(true, "2.23.140.1.2.2"),
    /** The same rules for those who were given our root: nobody else is promised anything. */
    PRIVATE_TLS(true, null),
    /** Mail: the S/MIME Baseline Requirements (SBR). The policy tells what was checked, so that the profile names it. */
    SMIME(true, null),
    /** The same rules without the promise, and without the longest validity, for those who were given our root. */
    PRIVATE_SMIME(false, null),
    /** Programs, and time stamps on them: the Code Signing Baseline Requirements (CSBR). Our own policy says that they are met. */
    CODE_SIGNING(true, null);

    private final boolean boundsValidity;
    private final @Nullable String reservedPolicy;

    Programme(boolean boundsValidity, @Nullable String reservedPolicy) {
        this.boundsValidity = boundsValidity;
        this.reservedPolicy = reservedPolicy;
    }

    /** Whether it says by the day of issue how long a certificate may be valid. */
    public boolean boundsValidity() {
        return boundsValidity;
    }

    /** The policy identifier that must stand beside ours (BR 7.1.2.7.9). */
    public Optional<String> reservedPolicy() {
        return Optional.ofNullable(reservedPolicy);
    }
}

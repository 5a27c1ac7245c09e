package io.shomei.certificate;

import io.shomei.policy.Policy;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/** When a certificate can be renewed: from the policy's window before its end, until its end. */
public final class RenewalWindow {
    private RenewalWindow() {}

    /**
     * Whether the window is open. A certificate ends with the last moment of its notAfter (RFC 5280 4.1.2.5); months follow the calendar of
     * the tenant's zone, and a day that a month does not have is its last.
     */
    public static boolean isOpen(Policy.Renewal policy, Instant notAfter, ZoneId zone, Instant now) {
        Period window = policy.window();
        Instant end = notAfter.plusSeconds(1);
        return window != null && now.isBefore(end) && !now.isBefore(opensAt(window, end, zone));
    }

    /** When it opens; empty where the policy has none. */
    public static Optional<Instant> opensAt(Policy.Renewal policy, Instant notAfter, ZoneId zone) {
        return Optional.ofNullable(policy.window()).map(window -> opensAt(window, notAfter.plusSeconds(1), zone));
    }

    private static Instant opensAt(Period window, Instant end, ZoneId zone) {
        return end.atZone(zone).minus(window).toInstant();
    }
}

package io.shomei.ipallowlist;

import io.shomei.policy.Policy.IpAllowlist.Combination;
import io.shomei.web.AddressRange;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's list.
 *
 * @param version counts its changes; 0 for a tenant that never set one
 * @param entries what holds where nothing is on trial; nobody is refused by an empty list
 * @param trial what holds instead, for a while
 */
record IpAllowlist(
        int version,
        List<AllowedRange> entries,
        @Nullable Trial trial,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {
    static final IpAllowlist NONE = new IpAllowlist(0, List.of(), null, null, null);

    IpAllowlist {
        entries = List.copyOf(entries);
    }

    /**
     * A list that would have refused whoever set it.
     *
     * @param until from then on the list before it holds again, unless it was confirmed
     */
    record Trial(List<AllowedRange> entries, Instant until) {
        Trial {
            entries = List.copyOf(entries);
        }
    }

    Optional<Trial> trialAt(Instant now) {
        return Optional.ofNullable(trial).filter(each -> now.isBefore(each.until()));
    }

    /** Whether a trial is over that nobody confirmed. */
    boolean hasLapsedAt(Instant now) {
        return trial != null && trialAt(now).isEmpty();
    }

    /** What people are held to. It changes by itself when a trial ends, whoever writes that down and whenever. */
    List<AllowedRange> inForceAt(Instant now) {
        return trialAt(now).map(Trial::entries).orElse(entries);
    }

    /** Whether somebody may come from an address; one that cannot be read is on no list. */
    static boolean admits(
            Combination combine, List<AllowedRange> entries, @Nullable String address, boolean withCertificate) {
        return switch (combine) {
            case OFF -> true;
            case AND -> contains(entries, address);
            case OR_CERTIFICATE -> withCertificate || contains(entries, address);
        };
    }

    private static boolean contains(List<AllowedRange> entries, @Nullable String address) {
        if (entries.isEmpty()) {
            return true;
        }
        Optional<InetAddress> from = address == null ? Optional.empty() : AddressRange.address(address);
        return from.isPresent()
                && entries.stream().anyMatch(entry -> entry.range().contains(from.get()));
    }
}

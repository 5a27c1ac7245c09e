package io.shomei.renewal;

import io.shomei.profile.CertificateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates the renewal desk is asked for.
 *
 * @param states where their renewal stands
 * @param domain one of the tenant's domains; null for all of them
 * @param text part of a name, or of a subscriber administrator's name or address; null for all
 * @param from the first end
 * @param to beyond the last end
 */
record RenewalFilter(
        Set<CertificateKind> kinds,
        Set<RenewalState> states,
        @Nullable String domain,
        @Nullable String text,
        Instant from,
        Instant to) {
    private static final Duration USUAL = Duration.ofDays(90);

    RenewalFilter {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
        text = text == null || text.isBlank() ? null : text.strip();
    }

    /** Whatever their state, with the usual time where none is told. */
    static RenewalFilter of(
            Set<CertificateKind> kinds,
            @Nullable String domain,
            @Nullable String text,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant now) {
        return new RenewalFilter(
                kinds,
                EnumSet.allOf(RenewalState.class),
                domain,
                text,
                from == null ? now : from,
                to == null ? now.plus(USUAL) : to);
    }

    RenewalFilter in(RenewalState state) {
        return new RenewalFilter(kinds, Set.of(state), domain, text, from, to);
    }

    List<String> kindNames() {
        return kinds.stream().map(Enum::name).sorted().toList();
    }

    List<String> stateNames() {
        return states.stream().map(Enum::name).sorted().toList();
    }
}

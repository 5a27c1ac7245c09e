package io.shomei.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The longest validity by the day of issue, in UTC. No change of a profile goes beyond it.
 *
 * @param source the clause that sets it; empty where there is none
 * @param steps the earliest day first
 */
public record Ceilings(String source, List<Ceiling> steps) {
    /** Certificates that no programme outside bounds. */
    public static final Ceilings NONE = new Ceilings("", List.of());

    public Ceilings {
        steps = List.copyOf(steps);
    }

    /**
     * The longest validity of certificates issued from a day on.
     *
     * @param days full days, one fewer than the rule says because notAfter is inclusive
     */
    public record Ceiling(LocalDate from, int days) {}

    /** The one that holds for a certificate that begins now. */
    public Optional<Ceiling> at(Instant start) {
        return on(LocalDate.ofInstant(start, ZoneOffset.UTC));
    }

    /** The one that holds for certificates that begin on a day. */
    public Optional<Ceiling> on(LocalDate day) {
        return steps.reversed().stream()
                .filter(step -> !day.isBefore(step.from()))
                .findFirst();
    }
}

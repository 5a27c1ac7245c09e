package io.shomei.profile;

import io.shomei.policy.Rounding;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long certificates of a profile are valid (CP/CPS 6.3.2). The applicant never chooses it.
 *
 * @param period how long when nothing bounds it
 * @param rounding where the end is put
 */
public record Lifetime(Period period, Rounding rounding, Ceilings ceilings) {

    /** What the end of a certificate comes from. */
    public enum Bound {
        PERIOD,
        CEILING,
        /** No certificate outlives that of the authority that signs it. */
        AUTHORITY
    }

    /**
     * A validity with its reason.
     *
     * @param wished the end by the period alone
     * @param ceiling the one that holds at this moment, whether it binds or not
     */
    public record Reckoning(
            Profile.Validity validity, Bound bound, Instant wished, Ceilings.@Nullable Ceiling ceiling) {}

    /**
     * The validity of a certificate that is issued now. What is bounded ends as the rounding says too, the last time before its
     * bound.
     *
     * @param zone the tenant's
     * @param authorityEnds notAfter of the authority's certificate
     */
    public Reckoning from(Instant now, ZoneId zone, Instant authorityEnds) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        Instant wished = NotAfter.of(start, period, rounding, zone);
        Instant end = wished;
        Bound bound = Bound.PERIOD;
        Optional<Ceilings.Ceiling> ceiling = ceilings.at(start);
        if (ceiling.isPresent()) {
            Instant latest = start.plus(ceiling.get().days(), ChronoUnit.DAYS).minusSeconds(1);
            if (end.isAfter(latest)) {
                end = bounded(start, latest, zone);
                bound = Bound.CEILING;
            }
        }
        if (end.isAfter(authorityEnds)) {
            end = bounded(start, authorityEnds, zone);
            bound = Bound.AUTHORITY;
        }
        return new Reckoning(new Profile.Validity(start, end), bound, wished, ceiling.orElse(null));
    }

    /** The bound itself where no rounded end lies between it and the beginning. */
    private Instant bounded(Instant start, Instant latest, ZoneId zone) {
        Instant rounded = NotAfter.notLaterThan(latest, rounding, zone);
        return rounded.isAfter(start) ? rounded : latest;
    }
}

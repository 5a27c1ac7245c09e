package io.shomei.status.crl;

import io.shomei.certificate.CrlScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with the lists of one part of an authority.
 *
 * @param label the authority's
 * @param shards over how many parts its certificates are spread
 * @param dueAt when the full list is made anew at the latest
 * @param madeIn how long making the last list took
 * @param waiting revocations that no list shows yet, as far as they were counted
 * @param waitingSince when the first of them was revoked
 */
record CrlScopeState(
        CrlScope scope,
        String label,
        int shards,
        Optional<Crl> full,
        Optional<Crl> delta,
        Optional<Instant> dueAt,
        Optional<Duration> madeIn,
        long waiting,
        Optional<Instant> waitingSince) {
    /** The schedule looks every minute; what takes longer than a few of these does not mend itself. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What is amiss; only the worst is told. */
    enum Alarm {
        NONE,
        /** The full list should have been made anew by now. */
        LATE,
        /** Relying parties are not told of a revocation. */
        BEHIND,
        /** Relying parties may not use the list that there is. */
        EXPIRED,
        MISSING
    }

    Alarm alarmAt(Instant now) {
        if (full.isEmpty()) {
            return Alarm.MISSING;
        }
        if (!full.get().nextUpdate().isAfter(now)) {
            return Alarm.EXPIRED;
        }
        if (isOver(waitingSince, now)) {
            return Alarm.BEHIND;
        }
        return isOver(dueAt, now) ? Alarm.LATE : Alarm.NONE;
    }

    private static boolean isOver(Optional<Instant> since, Instant now) {
        return since.isPresent() && since.get().plus(PATIENCE).isBefore(now);
    }
}

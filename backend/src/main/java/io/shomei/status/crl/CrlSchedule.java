package io.shomei.status.crl;

import io.shomei.authority.AuthorityConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When which list is made. It decides from what it is given and reads nothing. */
@ApplicationScoped
class CrlSchedule {
    /** BR 4.9.7. */
    private static final Duration LONGEST = Duration.ofDays(10);

    private final CrlConfig config;
    private final AuthorityConfig authorities;

    CrlSchedule(CrlConfig config, AuthorityConfig authorities) {
        require(config.lifetime().compareTo(LONGEST) <= 0, "crl.lifetime is at most ten days (BR 4.9.7)");
        require(config.lifetime().compareTo(config.renewal()) > 0, "crl.lifetime is longer than crl.renewal");
        require(
                config.deltaLifetime().compareTo(config.renewal()) > 0,
                "crl.delta-lifetime is longer than crl.renewal");
        require(config.renewal().isPositive(), "crl.renewal is a time");
        require(!config.catchUp().isNegative(), "crl.catch-up is not negative");
        require(!config.crowdPause().isNegative(), "crl.crowd-pause is not negative");
        this.config = config;
        this.authorities = authorities;
    }

    /** What to make. */
    enum Due {
        NOTHING,
        DELTA,
        FULL
    }

    Due due(CrlSituation situation, Instant now) {
        if (situation.full().isEmpty() || !situation.kept()) {
            return Due.FULL;
        }
        Crl full = situation.full().get();
        Duration age = Duration.between(full.thisUpdate(), now);
        if (full.partitioned() != situation.partitioned() || age.compareTo(config.renewal()) >= 0) {
            return Due.FULL;
        }
        if (!hasDeltas(full)) {
            return situation.waiting() ? Due.FULL : Due.NOTHING;
        }
        boolean behind = situation.waiting() || situation.isFullBehind();
        if (behind && age.compareTo(config.catchUp()) >= 0) {
            return Due.FULL;
        }
        return situation.waiting() || situation.delta().isEmpty() ? Due.DELTA : Due.NOTHING;
    }

    /** When this full list is made anew, should nothing be revoked before. */
    Instant dueAt(Crl full) {
        return full.thisUpdate().plus(config.renewal());
    }

    /** Whether deltas are made to this full list, which then says where they are. */
    boolean hasDeltas(Crl full) {
        return hasDeltas(full.entries());
    }

    boolean hasDeltas(long entries) {
        return authorities.deltaLists() || entries > config.deltaAbove();
    }

    /** Entries of the longest delta. */
    int longestDelta() {
        return config.deltaAbove();
    }

    /**
     * Whole seconds, never ahead of the clock: a list from the future would be refused. Never before the last one either: should
     * the clock have gone back, time stands still until it has caught up, and relying parties use the lists they have. When even
     * those would end before that, the clock was wrong then, and holding to it would leave everybody without a list.
     */
    Instant thisUpdate(Optional<Instant> last, Instant now) {
        Instant whole = now.truncatedTo(ChronoUnit.SECONDS);
        boolean ahead = last.isPresent() && last.get().isAfter(whole);
        return ahead && last.get().isBefore(whole.plus(config.lifetime())) ? last.get() : whole;
    }

    Instant nextUpdate(Crl.Kind kind, Instant thisUpdate) {
        return thisUpdate.plus(kind == Crl.Kind.FULL ? config.lifetime() : config.deltaLifetime());
    }

    private static void require(boolean condition, String demand) {
        if (!condition) {
            throw new IllegalStateException(demand);
        }
    }
}

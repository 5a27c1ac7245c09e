package io.shomei.issuancejob;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that are issued in the background, all with keys of one kind.
 *
 * @param renewal whether they take the place of earlier ones
 * @param done certificates that are in the register
 * @param failed lines of which none came, but for those that were cancelled
 * @param firstName common name of the first line
 * @param resumed since when it goes on without an interruption; null before it began
 */
record IssuanceJob(
        TenantId tenant,
        IssuanceJobId id,
        State state,
        boolean renewal,
        String profile,
        KeySpec key,
        int total,
        int done,
        int failed,
        String firstName,
        String lastName,
        Begun begun,
        @Nullable Instant startedAt,
        @Nullable Resumed resumed,
        @Nullable Instant finishedAt) {

    /** By whom, when and from where it was begun. */
    record Begun(Instant at, AccountId by, String name, String address) {}

    /** From when on, and how many lines were behind it then. */
    record Resumed(Instant at, int behind) {}

    enum State {
        RUNNING,
        /** What is being signed is finished; nothing else is begun. */
        CANCELLING,
        DONE,
        CANCELLED,
        /** The tenant may not work any more. */
        FAILED;

        boolean hasEnded() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }
    }

    int behind() {
        return done + failed;
    }

    /** How long the rest takes if it goes on as since the last interruption; empty as long as there is nothing to judge by. */
    Optional<Duration> remaining(Instant now) {
        if (state != State.RUNNING || resumed == null || behind() <= resumed.behind()) {
            return Optional.empty();
        }
        Duration passed = Duration.between(resumed.at(), now);
        int left = total - behind();
        return Optional.of(
                passed.isNegative()
                        ? Duration.ZERO
                        : passed.multipliedBy(left).dividedBy((long) behind() - resumed.behind()));
    }
}

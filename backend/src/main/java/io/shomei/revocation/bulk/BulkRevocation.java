package io.shomei.revocation.bulk;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.revocation.Grounds;
import io.shomei.text.TextEncoding;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Revocations that are looked at first and then carried out together.
 *
 * @param tenant whose people had it checked: the platform's where it was an operator
 * @param fileName of a list of names
 * @param outcomes how many lines have which outcome
 * @param tellsSubscribers whether any of its certificates has a subscriber administrator with a mail address
 * @param resultMailed whether who submitted it was sent the result
 */
record BulkRevocation(
        BulkRevocationId id,
        TenantId tenant,
        Source source,
        @Nullable String fileName,
        @Nullable TextEncoding encoding,
        Grounds grounds,
        State state,
        Map<Outcome, Long> outcomes,
        boolean tellsSubscribers,
        Instant createdAt,
        AccountId createdBy,
        String creator,
        Instant expiresAt,
        @Nullable Submission submission,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        boolean resultMailed) {

    /** Where the lines come from. */
    enum Source {
        SELECTION,
        FILE,
        /** Every certificate of a compromised key. */
        KEY
    }

    enum State {
        CHECKED,
        RUNNING,
        DONE,
        /** It was not confirmed in time; no row says so but the clock. */
        LAPSED
    }

    /** Who confirmed it, when and from where. */
    record Submission(Instant at, AccountId by, String name, Role role, String address) {}

    State stateAt(Instant now) {
        return state == State.CHECKED && !now.isBefore(expiresAt) ? State.LAPSED : state;
    }

    /** What a person calls it. */
    String title() {
        return fileName == null ? source.name() : fileName;
    }

    long lines() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Lines that the submission carries out and that were not carried out yet. */
    long left() {
        return count(Outcome.REVOCABLE) + count(Outcome.REPLACEABLE);
    }

    long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}

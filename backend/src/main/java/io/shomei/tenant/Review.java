package io.shomei.tenant;

import io.shomei.policy.Policy;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant stands with its yearly review, as a pure function of what was reviewed and of the policy.
 *
 * @param approvedAt when one was approved last; null where none was
 * @param dueAt from when on the next one is due; null where none was approved
 * @param deadline until when the last one holds; null where none was approved
 * @param underWay the one that was begun and not concluded
 */
record Review(
        State state,
        @Nullable Instant approvedAt,
        @Nullable Instant dueAt,
        @Nullable Instant deadline,
        @Nullable UnderWay underWay) {

    enum State {
        /** Nobody has reviewed the tenant yet. */
        NEVER,
        APPROVED,
        /** It is time for the next one. */
        DUE,
        UNDER_WAY,
        /** The last one holds no more. */
        OVERDUE
    }

    /**
     * @param reference the document that was sent to the head of the institution
     * @param answerBy until when it is to come back
     */
    record UnderWay(String reference, Instant startedAt, String startedBy, Instant answerBy) {}

    /**
     * @param period how long an approval holds
     */
    static Review of(
            Policy.Review policy,
            Period period,
            @Nullable Instant approvedAt,
            @Nullable UnderWay underWay,
            ZoneId zone,
            Instant now) {
        if (approvedAt == null) {
            return new Review(underWay == null ? State.NEVER : State.UNDER_WAY, null, null, null, underWay);
        }
        Instant dueAt = approvedAt.atZone(zone).plus(policy.noticeAfter()).toInstant();
        Instant deadline = deadline(period, approvedAt, zone);
        State state;
        if (underWay != null) {
            state = State.UNDER_WAY;
        } else if (now.isAfter(deadline)) {
            state = State.OVERDUE;
        } else {
            state = now.isBefore(dueAt) ? State.APPROVED : State.DUE;
        }
        return new Review(state, approvedAt, dueAt, deadline, underWay);
    }

    /** The end of a day, as issuing deadlines are. */
    static Instant deadline(Period period, Instant approvedAt, ZoneId zone) {
        return Domain.deadline(approvedAt.atZone(zone).toLocalDate().plus(period), zone);
    }
}

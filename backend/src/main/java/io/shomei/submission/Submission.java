package io.shomei.submission;

import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.request.bulk.RequestFileKind;
import io.shomei.request.bulk.RequestFileOperation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Applications that a subscriber administrator handed in.
 *
 * @param rows how many
 * @param from address it came from
 */
record Submission(
        UUID id,
        TenantId tenant,
        UUID link,
        SubmissionLink.Holder holder,
        RequestFileKind kind,
        RequestFileOperation operation,
        String fileName,
        long rows,
        Instant submittedAt,
        String from,
        State state) {

    /** Where it stands. */
    sealed interface State {
        /** As the contract and the database call it. */
        default String name() {
            return switch (this) {
                case Waiting waiting -> "WAITING";
                case Approved approved -> "APPROVED";
                case Refused refused -> "REFUSED";
            };
        }

        /** No officer has decided. */
        record Waiting() implements State {}

        /** It is a request file now. */
        record Approved(Decision decision, RequestFileId file) implements State {}

        /** Nothing will come of it. */
        record Refused(Decision decision, String reason) implements State {}
    }

    /** Which officer decided, and when. */
    record Decision(String by, Instant at) {}

    @Nullable
    Decision decision() {
        return switch (state) {
            case State.Waiting waiting -> null;
            case State.Approved approved -> approved.decision();
            case State.Refused refused -> refused.decision();
        };
    }

    /** Why nothing came of it; null where something may. */
    @Nullable
    String reason() {
        return state instanceof State.Refused refused ? refused.reason() : null;
    }

    /** What it became; null where it became nothing. */
    @Nullable
    RequestFileId file() {
        return state instanceof State.Approved approved ? approved.file() : null;
    }

    void requireWaiting() {
        if (!(state instanceof State.Waiting)) {
            throw SubmissionProblem.SUBMISSION_DECIDED.because("");
        }
    }

    Submission in(State next) {
        return new Submission(id, tenant, link, holder, kind, operation, fileName, rows, submittedAt, from, next);
    }
}

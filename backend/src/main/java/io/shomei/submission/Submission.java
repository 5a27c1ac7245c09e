package io.shomei.submission;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.request.bulk.RequestFileKind;
import io.shomei.request.bulk.RequestFileOperation;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Applications that a subscriber administrator handed in.
 *
 * @param rows how many
 * @param renews the certificates whose renewal its lines ask for, in their order, where it came through a link for these
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
        List<CertificateId> renews,
        Instant submittedAt,
        String from,
        State state) {
    Submission {
        renews = List.copyOf(renews);
    }

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

        /**
         * It is a request file now.
         *
         * @param but what is not in it; null where everything is
         */
        record Approved(
                Decision decision,
                RequestFileId file,
                @Nullable Refusal but) implements State {}

        /** Nothing will come of it. */
        record Refused(Decision decision, String reason) implements State {}
    }

    /** Which officer decided, and when. */
    record Decision(String by, Instant at) {}

    /**
     * Lines that the officer refused while approving the others.
     *
     * @param lines what each is about, by its number, in the order of the file
     */
    record Refusal(SortedMap<Long, String> lines, String reason) {
        Refusal {
            lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        }
    }

    @Nullable
    Decision decision() {
        return switch (state) {
            case State.Waiting waiting -> null;
            case State.Approved approved -> approved.decision();
            case State.Refused refused -> refused.decision();
        };
    }

    /** Why nothing came of it, or of some of its lines; null where nothing was refused. */
    @Nullable
    String reason() {
        return switch (state) {
            case State.Waiting waiting -> null;
            case State.Approved(var decision, var file, var but) -> but == null ? null : but.reason();
            case State.Refused refused -> refused.reason();
        };
    }

    /** What was refused of a submission that was approved otherwise, by line. */
    SortedMap<Long, String> refusedLines() {
        return state instanceof State.Approved(var decision, var file, var but) && but != null
                ? but.lines()
                : Collections.emptySortedMap();
    }

    /** What it became; null where it became nothing. */
    @Nullable
    RequestFileId file() {
        return state instanceof State.Approved approved ? approved.file() : null;
    }

    /** The certificates that no officer has refused to renew. */
    List<CertificateId> renewing() {
        if (state instanceof State.Refused) {
            return List.of();
        }
        return IntStream.range(0, renews.size())
                .filter(place -> !refusedLines().containsKey(place + 1L))
                .mapToObj(renews::get)
                .toList();
    }

    void requireWaiting() {
        if (!(state instanceof State.Waiting)) {
            throw SubmissionProblem.SUBMISSION_DECIDED.because("");
        }
    }

    Submission in(State next) {
        return new Submission(
                id, tenant, link, holder, kind, operation, fileName, rows, renews, submittedAt, from, next);
    }
}

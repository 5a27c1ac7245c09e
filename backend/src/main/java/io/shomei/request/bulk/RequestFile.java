package io.shomei.request.bulk;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.text.TextEncoding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file.
 *
 * @param errorCodes how many rows have which error, by the error's number
 * @param reviewItems what the officer is asked to affirm, as the policy said at the upload
 * @param done rows that were carried out
 * @param failed rows that were accepted and could not be carried out
 */
record RequestFile(
        RequestFileId id,
        TenantId tenant,
        RequestFileKind kind,
        RequestFileOperation operation,
        OnError onError,
        State state,
        String fileName,
        long size,
        String sha256,
        TextEncoding encoding,
        long rows,
        long refused,
        Map<String, Long> errorCodes,
        long done,
        long failed,
        List<String> reviewItems,
        Instant uploadedAt,
        AccountId uploadedBy,
        String uploader,
        @Nullable Submission submission,
        @Nullable Instant lapsesAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** What a refused row does to the rest. */
    enum OnError {
        /** The file is not carried out. */
        ABORT,
        /** The other rows are carried out. */
        SKIP
    }

    /** Where a file stands. */
    enum State {
        CHECKED,
        /** Confirmed, and waiting for a second officer. */
        PROPOSED,
        /** No second officer agreed in time. */
        LAPSED,
        RUNNING,
        DONE,
        FAILED,
        DISCARDED;

        boolean isFinal() {
            return this == DONE || this == FAILED || this == DISCARDED || this == LAPSED;
        }
    }

    /** Who confirmed the file, when and from where. */
    record Submission(
            Instant at,
            AccountId by,
            String name,
            String address,
            @Nullable Approval approval) {}

    /** Which second officer agreed, and when. */
    record Approval(Instant at, AccountId by, String name) {}

    /** Whether the time is over in which a second officer may agree. */
    boolean isLapsedAt(Instant now) {
        return state == State.LAPSED || (state == State.PROPOSED && lapsesAt != null && !now.isBefore(lapsesAt));
    }

    long accepted() {
        return rows - refused;
    }
}

package io.shomei.request.bulk;

import io.shomei.kernel.CertificateId;
import io.shomei.request.RowError;
import io.shomei.text.TabbedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored row.
 *
 * @param errors what the check found, or why it could not be carried out
 * @param serial of its certificate, where there is one; hexadecimal
 * @param secret what of the row is not in its text, encrypted; see {@link RowSecrets}
 */
// Read from the database, compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
record RequestFileRow(
        long line,
        String text,
        CertificateId certificate,
        Outcome outcome,
        List<RowError> errors,
        @Nullable String serial,
        byte @Nullable [] secret) {

    /** What became of a row. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        DONE,
        FAILED
    }

    List<String> cells() {
        return new TabbedLine(line, text).cells();
    }
}

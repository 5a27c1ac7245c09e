package io.shomei.request.bulk;

import io.shomei.request.CheckedApplication;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row and what was found.
 *
 * @param errors everything that is wrong, in column order
 * @param application present exactly when nothing is wrong
 * @param commonName the name it is for, in lower case, where it could be read, also of a faulty row
 * @param keyFingerprint SHA-256 of the key in hexadecimal, where the CSR is good
 */
record CheckedRow(
        long line,
        List<String> cells,
        List<RowError> errors,
        @Nullable CheckedApplication application,
        @Nullable String commonName,
        @Nullable String keyFingerprint) {

    CheckedRow {
        cells = List.copyOf(cells);
        errors = errors.stream().sorted(RowError.COLUMN_ORDER).toList();
        if (!errors.isEmpty()) {
            application = null;
        }
    }

    boolean isAccepted() {
        return errors.isEmpty();
    }

    /** The row with what was found out later, in the file or in the register. */
    CheckedRow with(List<RowError> further) {
        if (further.isEmpty()) {
            return this;
        }
        List<RowError> all = new ArrayList<>(errors);
        all.addAll(further);
        return new CheckedRow(line, cells, all, application, commonName, keyFingerprint);
    }

    /** The value of a field, empty where the row has no such column. */
    String value(RequestField field) {
        int index = field.column() - 1;
        return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }

    /** The beginning of the value that was refused; empty where the row as a whole or a secret is meant. */
    String refusedValue(RowError error) {
        return error.field().isSecret() ? "" : Excerpt.of(value(error.field()));
    }
}

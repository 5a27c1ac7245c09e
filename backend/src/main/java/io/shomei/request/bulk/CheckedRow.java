package io.shomei.request.bulk;

import io.shomei.kernel.CertificateId;
import io.shomei.request.CertificateName;
import io.shomei.request.CheckedApplication;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row and what was found.
 *
 * @param errors everything that is wrong, in column order
 * @param application present exactly when nothing is wrong
 * @param claims what no other row of the file may ask for, where it could be read, also of a faulty row
 * @param names the certificate that is there already and that the row is about, as it names it; null where it names none
 * @param certificate the id of this certificate, where it was found
 */
record CheckedRow(
        long line,
        List<String> cells,
        List<RowError> errors,
        @Nullable CheckedApplication application,
        Map<RowClaim, String> claims,
        @Nullable CertificateName names,
        @Nullable CertificateId certificate) {

    CheckedRow {
        cells = List.copyOf(cells);
        errors = errors.stream().sorted(RowError.COLUMN_ORDER).toList();
        claims = Map.copyOf(claims);
        if (!errors.isEmpty()) {
            application = null;
        }
    }

    /**
     * A row as it was found without the register.
     *
     * @param errors besides those of the cells
     */
    static CheckedRow of(
            long line,
            RowCells row,
            List<RowError> errors,
            @Nullable CheckedApplication application,
            Map<RowClaim, String> claims,
            @Nullable CertificateName names) {
        List<RowError> all = new ArrayList<>(row.errors());
        all.addAll(errors);
        return new CheckedRow(line, row.cells(), all, application, claims, names, null);
    }

    /**
     * A row about a certificate that is there already, which no other row may be about.
     *
     * @param names null where it could not be read, which is one of the errors
     */
    static CheckedRow about(
            long line,
            RowCells row,
            List<RowError> errors,
            @Nullable CheckedApplication application,
            @Nullable CertificateName names) {
        Map<RowClaim, String> claims = names == null
                ? Map.of()
                : Map.of(RowClaim.SERIAL, names.serial().hex());
        return of(line, row, errors, application, claims, names);
    }

    /** A row whose cells do not stand in their columns: nothing more can be said of it. */
    static CheckedRow shapeless(long line, RowCells row) {
        return new CheckedRow(line, row.cells(), row.errors(), null, Map.of(), null, null);
    }

    boolean isAccepted() {
        return errors.isEmpty();
    }

    @Nullable
    String claim(RowClaim claim) {
        return claims.get(claim);
    }

    /** The row with what was found out later, in the file or in the register. */
    CheckedRow with(List<RowError> further) {
        if (further.isEmpty()) {
            return this;
        }
        List<RowError> all = new ArrayList<>(errors);
        all.addAll(further);
        return new CheckedRow(line, cells, all, application, claims, names, certificate);
    }

    /** The row with the certificate of the register that it is about. */
    CheckedRow about(CertificateId found) {
        return new CheckedRow(line, cells, errors, application, claims, names, found);
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

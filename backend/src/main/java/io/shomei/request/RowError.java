package io.shomei.request;

import io.shomei.text.Excerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong with an application: where, what, and the facts that complete its sentence.
 *
 * @param args facts in the order the texts number them; never a secret
 */
public record RowError(RequestField field, RowErrorCode code, List<String> args) {
    /** The order in which people read errors. */
    public static final Comparator<RowError> COLUMN_ORDER = Comparator.comparingInt(RowError::column);

    public RowError {
        args = List.copyOf(args);
    }

    public static RowError of(RequestField field, RowErrorCode code, Object... facts) {
        if (facts.length == 0) {
            return new RowError(field, code, List.of());
        }
        var args = new ArrayList<String>(facts.length);
        for (Object fact : facts) {
            args.add(Excerpt.of(String.valueOf(fact)));
        }
        return new RowError(field, code, args);
    }

    /** The number of the column, from 1; 0 when the row as a whole is meant. */
    public int column() {
        return field.column();
    }

    /** {@code code:column,field,message}, as the error column of result files has it. */
    public String cell(Locale language) {
        RowErrorText text = RowErrorText.in(language);
        return code.number() + ":" + column() + "," + text.field(field) + "," + text.message(this);
    }
}

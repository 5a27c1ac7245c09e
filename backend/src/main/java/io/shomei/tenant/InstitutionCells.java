package io.shomei.tenant;

import io.shomei.tenant.InstitutionError.Code;
import io.shomei.text.CellFault;
import io.shomei.text.JisCharacters;
import io.shomei.text.TabbedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of one row of an institution file while it is being looked at, and what was found wrong with them. */
final class InstitutionCells {
    private final TabbedLine line;
    private final List<InstitutionError> errors = new ArrayList<>();

    InstitutionCells(TabbedLine line) {
        this.line = line;
    }

    long line() {
        return line.number();
    }

    /** Whether it is a row of the file at all; nothing else is looked at where it is not. */
    boolean areARow() {
        List<String> cells = line.cells();
        if (cells.size() == 1 && cells.getFirst().isBlank()) {
            add(InstitutionColumn.ROW, Code.BLANK_LINE);
        } else if (cells.size() != InstitutionColumn.COUNT) {
            add(InstitutionColumn.ROW, Code.COLUMN_COUNT, cells.size(), InstitutionColumn.COUNT);
        }
        return errors.isEmpty();
    }

    /** Every system can show what is written, and it is not too long. */
    void checkText() {
        for (InstitutionColumn column : InstitutionColumn.values()) {
            if (column != InstitutionColumn.ROW && has(column)) {
                checkText(column, value(column));
            }
        }
    }

    private void checkText(InstitutionColumn column, String value) {
        CellFault.of(value, column.maxLength()).ifPresent(fault -> {
            switch (fault) {
                case UNDECODABLE -> add(column, Code.UNDECODABLE);
                case CONTROL_CHARACTER -> add(column, Code.CONTROL_CHARACTER);
                case QUOTED -> add(column, Code.QUOTED);
                case TOO_LONG ->
                    add(column, Code.TOO_LONG, column.maxLength(), value.codePointCount(0, value.length()));
            }
        });
        int outside = JisCharacters.firstOutside(value);
        if (outside >= 0 && isSound(column)) {
            add(column, Code.CHARACTER, Character.toString(outside), "U+%04X".formatted(outside));
        }
    }

    String value(InstitutionColumn column) {
        return line.cells().get(column.number() - 1).strip();
    }

    boolean has(InstitutionColumn column) {
        return !value(column).isEmpty();
    }

    /** An empty cell changes nothing. */
    @Nullable
    String valueOr(InstitutionColumn column, @Nullable String present) {
        return has(column) ? value(column) : present;
    }

    void require(InstitutionColumn column) {
        if (!has(column)) {
            add(column, Code.REQUIRED);
        }
    }

    void add(InstitutionColumn column, Code code, Object... facts) {
        errors.add(InstitutionError.of(column, code, facts));
    }

    boolean isSound(InstitutionColumn column) {
        return errors.stream().noneMatch(error -> error.column() == column);
    }

    /**
     * The row with everything that is wrong.
     *
     * @param step what it leads to where nothing is
     */
    InstitutionRow row(InstitutionRow.@Nullable Step step) {
        errors.sort(Comparator.comparing(InstitutionError::column));
        return new InstitutionRow(line.number(), line.cells(), errors, errors.isEmpty() ? step : null);
    }
}

package io.shomei.request.bulk;

import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import io.shomei.text.CellFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row after the checks every format shares: their number, which are filled, their characters and lengths. A
 * cell that fails here is not looked at again, so that one mistake is one error.
 */
final class RowCells {
    private final List<String> cells;
    private final List<RowError> errors = new ArrayList<>(4);
    private final boolean[] refused;

    private RowCells(List<String> cells) {
        this.cells = cells;
        this.refused = new boolean[cells.size()];
    }

    /** Looks at a row with all its columns, or with those at the end left away that may be empty. */
    static RowCells check(List<ColumnRule> columns, List<String> cells) {
        var row = new RowCells(isCutOff(columns, cells) ? filledUp(columns, cells) : cells);
        if (cells.size() == 1 && cells.getFirst().isBlank()) {
            row.errors.add(RowError.of(RequestField.ROW, RowErrorCode.BLANK_LINE));
        } else if (row.cells.size() != columns.size()) {
            row.errors.add(RowError.of(RequestField.ROW, RowErrorCode.COLUMN_COUNT, cells.size(), columns.size()));
        } else {
            row.checkCells(columns);
        }
        return row;
    }

    /**
     * Whether a program cut the empty cells at the end off, or the row is of the years before there were access PINs of one's own: the
     * values that are there stand in their columns. One that ends with an empty cell lacks another.
     */
    private static boolean isCutOff(List<ColumnRule> columns, List<String> cells) {
        return !cells.isEmpty()
                && cells.size() < columns.size()
                && (!cells.getLast().isBlank() || isBeforePins(columns, cells))
                && columns.subList(cells.size(), columns.size()).stream()
                        .noneMatch(column -> column.requirement() == ColumnRule.Requirement.REQUIRED);
    }

    private static boolean isBeforePins(List<ColumnRule> columns, List<String> cells) {
        return columns.get(cells.size()).field() == RequestField.ACCESS_PIN;
    }

    private static List<String> filledUp(List<ColumnRule> columns, List<String> cells) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(Collections.nCopies(columns.size() - cells.size(), ""));
        return List.copyOf(all);
    }

    /** Whether the values stand in their columns at all. */
    boolean hasItsShape() {
        return errors.isEmpty() || errors.getFirst().field() != RequestField.ROW;
    }

    List<RowError> errors() {
        return errors;
    }

    List<String> cells() {
        return cells;
    }

    /** The value, or null where the cell is empty or was refused. */
    @Nullable
    String usable(RequestField field) {
        int index = field.column() - 1;
        return refused[index] || cells.get(index).isBlank() ? null : cells.get(index);
    }

    void refuse(RequestField field, RowErrorCode code, Object... facts) {
        errors.add(RowError.of(field, code, facts));
        refused[field.column() - 1] = true;
    }

    private void checkCells(List<ColumnRule> columns) {
        for (int i = 0; i < cells.size(); i++) {
            ColumnRule column = columns.get(i);
            String value = cells.get(i);
            if (!value.isBlank()) {
                checkValue(column, value);
            } else if (column.requirement() == ColumnRule.Requirement.REQUIRED) {
                refuse(column.field(), RowErrorCode.REQUIRED);
            }
        }
    }

    private void checkValue(ColumnRule column, String value) {
        RequestField field = column.field();
        if (column.requirement() == ColumnRule.Requirement.EMPTY) {
            refuse(field, RowErrorCode.NOT_EMPTY);
            return;
        }
        CellFault.of(value, column.maxLength()).ifPresentOrElse(fault -> refuse(column, value, fault), () -> {
            if (field.isDigits() && !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                refuse(field, RowErrorCode.NOT_DIGITS, value);
            }
        });
    }

    private void refuse(ColumnRule column, String value, CellFault fault) {
        switch (fault) {
            case UNDECODABLE -> refuse(column.field(), RowErrorCode.UNDECODABLE);
            case CONTROL_CHARACTER -> refuse(column.field(), RowErrorCode.CONTROL_CHARACTER);
            case QUOTED -> refuse(column.field(), RowErrorCode.QUOTED);
            case TOO_LONG ->
                refuse(
                        column.field(),
                        RowErrorCode.TOO_LONG,
                        column.maxLength(),
                        value.codePointCount(0, value.length()));
        }
    }
}

package io.shomei.tenant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of an institution file, and what it leads to.
 *
 * @param errors everything that is wrong, in the order of the columns
 * @param step null where something is wrong
 */
record InstitutionRow(
        long line,
        List<String> cells,
        List<InstitutionError> errors,
        @Nullable Step step) {
    InstitutionRow {
        cells = List.copyOf(cells);
        errors = List.copyOf(errors);
    }

    /** What is done for a row. */
    sealed interface Step {
        /**
         * @param officer who is appointed with it; null where nobody is
         */
        record Register(NewTenant tenant, InstitutionOfficers.@Nullable Officer officer) implements Step {}

        /**
         * @param changes what is different afterwards, by name; empty where nothing is
         */
        record Change(
                Registration present,
                TenantValues values,
                List<Approval> approvals,
                Map<String, TenantValues.Change> changes)
                implements Step {}
    }

    enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    Outcome outcome() {
        return switch (step) {
            case null -> Outcome.REFUSED;
            case Step.Register _ -> Outcome.NEW;
            case Step.Change change -> change.changes().isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
        };
    }

    /** Whom the row appoints; empty where nobody. */
    Optional<InstitutionOfficers.Officer> officer() {
        return step instanceof Step.Register register ? Optional.ofNullable(register.officer()) : Optional.empty();
    }

    /** The version of the tenant that was looked at; 0 where there is none. */
    int seen() {
        return step instanceof Step.Change change ? change.present().version() : 0;
    }

    /** The value of a column; empty where the row has none. */
    String value(InstitutionColumn column) {
        int index = column.number() - 1;
        return index >= 0 && index < cells.size() ? cells.get(index).strip() : "";
    }
}

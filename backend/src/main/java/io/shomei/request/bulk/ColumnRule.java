package io.shomei.request.bulk;

import io.shomei.request.RequestField;
import io.shomei.request.RowErrorText;
import java.util.Locale;

/** One column of one format of request file. */
record ColumnRule(RequestFileKind kind, RequestField field, Requirement requirement) {

    /** Whether a column must, may or must not hold a value. */
    enum Requirement {
        REQUIRED,
        OPTIONAL,
        EMPTY;

        /** As tables of formats abbreviate it. */
        static Requirement of(char letter) {
            return switch (letter) {
                case 'R' -> REQUIRED;
                case 'o' -> OPTIONAL;
                case '-' -> EMPTY;
                default -> throw new IllegalArgumentException("not a requirement: " + letter);
            };
        }
    }

    int number() {
        return field.column();
    }

    int maxLength() {
        return requirement == Requirement.EMPTY ? 0 : field.maxLength();
    }

    String name(Locale language) {
        return RowErrorText.in(language).field(field);
    }

    /** What the column may hold, as a sentence. */
    String rule(Locale language) {
        return requirement == Requirement.EMPTY
                ? ColumnText.in(language).of("rule.EMPTY")
                : ColumnText.in(language).of(kind, "rule." + field.name());
    }

    /** A value that fits; empty where the column is. */
    String example(Locale language) {
        return requirement == Requirement.EMPTY ? "" : ColumnText.in(language).of(kind, "example." + field.name());
    }
}

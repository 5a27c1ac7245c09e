package io.shomei.request.bulk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names beside the CN as a row states them: {@code dNSName=a,dNSName=b}. */
final class StatedNames {
    static final String LABEL = "dNSName=";

    private StatedNames() {}

    /** Those of a cell that stand there in their form; none where the column is that of another kind of file. */
    static List<String> in(String cell) {
        return Stream.of(cell.split(",", -1))
                .flatMap(entry -> name(entry).stream())
                .toList();
    }

    /** Empty where an entry is not in its form. */
    static Optional<String> name(String entry) {
        return entry.length() > LABEL.length() && entry.regionMatches(true, 0, LABEL, 0, LABEL.length())
                ? Optional.of(entry.substring(LABEL.length()))
                : Optional.empty();
    }
}

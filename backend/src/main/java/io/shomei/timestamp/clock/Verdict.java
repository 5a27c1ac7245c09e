package io.shomei.timestamp.clock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the references together say of our clock. */
record Verdict(List<Opinion> opinions, Duration tolerance) {

    Verdict {
        opinions = List.copyOf(opinions);
    }

    /**
     * What one reference says.
     *
     * @param offset its last measurement that still counts; null where there is none
     * @param silence why it said nothing when it was asked last; null where it answered
     */
    record Opinion(
            String reference,
            boolean required,
            @Nullable Offset offset,
            @Nullable String silence) {

        /** What speaks against the clock, if anything does. */
        Optional<String> objection(Duration tolerance) {
            if (offset == null) {
                return required
                        ? Optional.of("%s does not confirm the clock: %s".formatted(reference, silence))
                        : Optional.empty();
            }
            boolean good = required ? offset.isCertainlyWithin(tolerance) : offset.isPossiblyWithin(tolerance);
            return good
                    ? Optional.empty()
                    : Optional.of("by %s the clock is %s off, give or take %s"
                            .formatted(reference, offset.ahead(), offset.uncertainty()));
        }
    }

    /** The first thing that speaks against the clock. */
    Optional<String> objection() {
        return opinions.stream()
                .flatMap(opinion -> opinion.objection(tolerance).stream())
                .findFirst();
    }
}

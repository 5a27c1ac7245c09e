package io.shomei.status.ocsp;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shomei.status.ocsp.OcspAnswer.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many answers of which kind, where they came from, and how long they took: {@value #ANSWERS}. */
@ApplicationScoped
class OcspMetrics {
    static final String ANSWERS = "ocsp_answer";

    private final Map<Source, Map<Outcome, Timer>> timers = new EnumMap<>(Source.class);

    OcspMetrics(MeterRegistry registry) {
        for (Source source : Source.values()) {
            Map<Outcome, Timer> ofSource = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                if (source.gives(outcome)) {
                    ofSource.put(
                            outcome,
                            Timer.builder(ANSWERS)
                                    .description("Answers of the OCSP responder")
                                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                                    .tag("source", source.name().toLowerCase(Locale.ROOT))
                                    .register(registry));
                }
            }
            timers.put(source, ofSource);
        }
    }

    /** Where an answer came from. */
    enum Source {
        /** It was signed for this question. */
        SIGNED,
        /** It was signed before. */
        KEPT,
        /** It is not signed: an error. */
        UNSIGNED;

        boolean gives(Outcome outcome) {
            return switch (outcome) {
                case GOOD, REVOKED -> this != UNSIGNED;
                case UNKNOWN -> this == SIGNED;
                case MALFORMED_REQUEST, INTERNAL_ERROR, TRY_LATER, UNAUTHORIZED -> this == UNSIGNED;
            };
        }
    }

    void count(Source source, Outcome outcome, long nanos) {
        Timer timer = timers.getOrDefault(source, Map.of()).get(outcome);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}

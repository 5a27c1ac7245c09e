package io.shomei.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; null members do not limit.
 *
 * @param operations any of them; none do not limit
 * @param actor id of an account
 * @param target id of whatever it was done to
 * @param address as a whole
 */
public record AuditFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> operations,
        @Nullable Boolean success,
        @Nullable String actor,
        @Nullable String target,
        @Nullable String address,
        @Nullable String text) {
    public AuditFilter {
        operations = List.copyOf(operations);
        text = text == null || text.isBlank() ? null : text.strip();
    }

    /** Whether it names something that an index has the events of, in their order. */
    boolean hasKey() {
        return actor != null || target != null || address != null;
    }
}

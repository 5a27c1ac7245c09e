package io.shomei.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which events are asked for; null members do not limit. */
public record AuditFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String operation,
        @Nullable Boolean success,
        @Nullable String text) {
    public AuditFilter {
        text = text == null || text.isBlank() ? null : text.strip();
    }
}

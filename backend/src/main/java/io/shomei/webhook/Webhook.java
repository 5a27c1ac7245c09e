package io.shomei.webhook;

import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told of some events.
 *
 * @param version counts its changes
 * @param pause null while messages are sent
 */
record Webhook(
        TenantId tenant,
        UUID id,
        String url,
        String description,
        Set<EventType> events,
        int version,
        Instant createdAt,
        String createdBy,
        @Nullable Pause pause) {

    Webhook {
        events = Set.copyOf(events);
    }

    /** Since when, and why, nothing is sent any more. */
    record Pause(Instant at, String reason) {}

    boolean isPaused() {
        return pause != null;
    }

    boolean isToldOf(EventType type) {
        return events.contains(type);
    }
}

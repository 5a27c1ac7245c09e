package io.shomei.webhook;

import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one webhook.
 *
 * @param body what is sent, octet for octet, at every attempt
 * @param lastStatus HTTP status of the last answer; null where there was none
 */
record Delivery(
        TenantId tenant,
        UUID id,
        UUID webhook,
        String event,
        String body,
        State state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant deliveredAt) {

    enum State {
        WAITING,
        /** Its webhook is paused. */
        HELD,
        DELIVERED,
        FAILED
    }
}

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
 * @param secretVersion counts its secrets
 * @param previousSecretUntil how long messages carry the signature of the secret before as well; null where there is none
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
        int secretVersion,
        @Nullable Instant previousSecretUntil,
        @Nullable Pause pause) {

    Webhook {
        events = Set.copyOf(events);
    }

    /** Since when, and why, nothing is sent any more. */
    record Pause(Instant at, String reason) {}

    /** The next version, told other things or elsewhere. */
    Webhook changed(String toUrl, String toDescription, Set<EventType> toEvents) {
        return new Webhook(
                tenant,
                id,
                toUrl,
                toDescription,
                toEvents,
                version + 1,
                createdAt,
                createdBy,
                secretVersion,
                previousSecretUntil,
                pause);
    }

    /**
     * The next version, with the next secret.
     *
     * @param until how long the present one is used beside it; null when it ends at once
     */
    Webhook rotated(@Nullable Instant until) {
        return new Webhook(
                tenant,
                id,
                url,
                description,
                events,
                version + 1,
                createdAt,
                createdBy,
                secretVersion + 1,
                until,
                pause);
    }

    /** The next version, paused; with null it is not paused any more. */
    Webhook paused(@Nullable Pause now) {
        return new Webhook(
                tenant,
                id,
                url,
                description,
                events,
                version + 1,
                createdAt,
                createdBy,
                secretVersion,
                previousSecretUntil,
                now);
    }

    /** Until when messages carry the signature of the secret before as well; null where they do not at this moment. */
    @Nullable
    Instant previousSecretUntil(Instant now) {
        return previousSecretUntil != null && now.isBefore(previousSecretUntil) ? previousSecretUntil : null;
    }

    boolean isPaused() {
        return pause != null;
    }

    boolean isToldOf(EventType type) {
        return events.contains(type);
    }
}

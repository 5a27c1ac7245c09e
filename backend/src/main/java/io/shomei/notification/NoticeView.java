package io.shomei.notification;

import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice with its delivery.
 *
 * @param ofRenewals whether it tells of certificates that were renewed
 */
record NoticeView(
        UUID id,
        TenantId tenant,
        String kind,
        String recipient,
        Map<String, String> facts,
        @Nullable UUID certificate,
        State state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt,
        boolean ofRenewals) {

    /** Where a notice stands. */
    enum State {
        WAITING,
        SENT,
        /** Written to a file, as no mail server is configured. */
        KEPT,
        FAILED
    }
}

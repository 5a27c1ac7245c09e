package io.shomei.announcement;

import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told for a while.
 *
 * @param tenant whose people are told; the platform's where everybody is
 * @param version counts its changes
 */
record Announcement(UUID id, TenantId tenant, Words words, Span span, int version) {

    /** What it says, in both languages; plain text. */
    record Words(String titleJa, String titleEn, String textJa, String textEn) {}

    /**
     * While it is shown.
     *
     * @param until not included; null where it is shown until it is taken away
     */
    record Span(Instant from, @Nullable Instant until) {
        boolean isEmpty() {
            return until != null && !until.isAfter(from);
        }
    }

    enum State {
        COMING,
        SHOWN,
        OVER
    }

    State stateAt(Instant now) {
        if (now.isBefore(span.from())) {
            return State.COMING;
        }
        return span.until() == null || now.isBefore(span.until()) ? State.SHOWN : State.OVER;
    }

    boolean isForAll() {
        return tenant.equals(TenantId.PLATFORM);
    }
}

package io.shomei.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which notices are looked for.
 *
 * @param recipient part of the address
 * @param from when they were put in the outbox, inclusive
 * @param to the same, exclusive
 */
record NoticeFilter(
        NoticeView.@Nullable State state,
        @Nullable String kind,
        @Nullable String recipient,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID certificate) {}

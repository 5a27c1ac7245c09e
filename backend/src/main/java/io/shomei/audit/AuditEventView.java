package io.shomei.audit;

import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it is read. */
public record AuditEventView(
        TenantId tenant,
        UUID id,
        Instant at,
        String operation,
        boolean success,
        @Nullable String actor,
        @Nullable UUID actorId,
        @Nullable Role actorRole,
        @Nullable String address,
        @Nullable String target,
        @Nullable UUID targetId,
        @Nullable String requestId,
        Map<String, String> detail) {}

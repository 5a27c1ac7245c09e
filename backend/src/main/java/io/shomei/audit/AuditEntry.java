package io.shomei.audit;

import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, to be written down.
 *
 * @param at when; null for the moment of writing
 * @param target what was acted on, for reading
 * @param detail further facts by name; never a secret
 */
public record AuditEntry(
        TenantId tenant,
        @Nullable Instant at,
        AuditOperation operation,
        boolean success,
        Actor actor,
        @Nullable String target,
        @Nullable UUID targetId,
        Map<String, String> detail) {

    public static AuditEntry done(TenantId tenant, AuditOperation operation, Actor actor) {
        return new AuditEntry(tenant, null, operation, true, actor, null, null, Map.of());
    }

    public static AuditEntry failed(TenantId tenant, AuditOperation operation, Actor actor) {
        return new AuditEntry(tenant, null, operation, false, actor, null, null, Map.of());
    }

    public AuditEntry on(@Nullable String named, @Nullable UUID id) {
        return new AuditEntry(tenant, at, operation, success, actor, named, id, detail);
    }

    public AuditEntry with(Map<String, String> facts) {
        return new AuditEntry(tenant, at, operation, success, actor, target, targetId, facts);
    }
}

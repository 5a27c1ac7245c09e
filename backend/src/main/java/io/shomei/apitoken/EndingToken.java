package io.shomei.apitoken;

import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.UUID;

/** A token whose end is near, and who is told. */
record EndingToken(TenantId tenant, UUID id, String name, Instant expiresAt, String owner, String email) {}

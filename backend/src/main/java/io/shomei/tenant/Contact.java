package io.shomei.tenant;

import org.jspecify.annotations.Nullable;

/**
 * Whom the platform's staff writes to and calls.
 *
 * @param latinName the name in Latin letters, as it stands in certificates
 * @param head whether it is the head of the tenant, who appoints its officers; at most one is
 */
public record Contact(
        String name,
        @Nullable String latinName,
        @Nullable String unit,
        String email,
        @Nullable String phone,
        boolean head) {}

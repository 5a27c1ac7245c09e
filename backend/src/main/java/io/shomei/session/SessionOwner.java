package io.shomei.session;

import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.tenant.Tenant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session and what its account may do now.
 *
 * @param collection how the bank's collection service stands for it: {@code OPEN}, {@code BLOCKED} or {@code ACCUMULATED}
 */
record SessionOwner(
        SessionRow session,
        Role role,
        @Nullable String loginId,
        String name,
        Set<Right> rights,
        boolean active,
        Tenant.State tenantState,
        String tenantCode,
        String collection) {}

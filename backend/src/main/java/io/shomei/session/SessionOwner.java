package io.shomei.session;

import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.tenant.Tenant;
import java.util.Set;

/** A session and what its account may do now. */
record SessionOwner(
        SessionRow session,
        Role role,
        String name,
        Set<Right> rights,
        boolean active,
        Tenant.State tenantState,
        String tenantCode) {}

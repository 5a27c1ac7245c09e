package io.shomei.apitoken;

import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.tenant.Tenant;
import java.util.Set;

/** A token and what its account may do now. */
record TokenOwner(
        ApiToken token,
        Role role,
        String name,
        Set<Right> rights,
        boolean active,
        Tenant.State tenantState,
        String tenantCode) {}

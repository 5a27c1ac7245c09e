package io.shomei.tenant;

import java.util.List;

/** A tenant that is to be registered. */
record NewTenant(String code, TenantValues values, String preset, List<Approval> domains) {
    NewTenant {
        domains = List.copyOf(domains);
    }
}

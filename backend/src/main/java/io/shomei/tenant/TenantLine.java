package io.shomei.tenant;

import io.shomei.kernel.TenantId;

/** A line of the list of tenants. */
record TenantLine(TenantId id, String code, String nameJa, String nameEn, Tenant.State state) {}

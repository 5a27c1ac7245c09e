package io.shomei.tenant;

import io.shomei.kernel.TenantId;

/**
 * A tenant has another English name: certificates hold it from now on, and those that were issued keep the one before. Told within the
 * transaction of the change.
 */
public record TenantRenamed(TenantId tenant, String before, String after) {}

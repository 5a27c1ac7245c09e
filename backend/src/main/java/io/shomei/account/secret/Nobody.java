package io.shomei.account.secret;

import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;

/**
 * Whom a log-in ID that is nobody's could name.
 *
 * @param digest what failures are counted under; the ID cannot be told from it
 * @param tenant whose policy the ID is answered by
 */
public record Nobody(byte[] digest, TenantId tenant, Role role) {
    @Override
    public String toString() {
        return "nobody of " + tenant;
    }
}

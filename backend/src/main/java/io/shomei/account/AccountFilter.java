package io.shomei.account;

import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are listed; what is null is not asked.
 *
 * @param locked whether a secret of theirs is locked now
 * @param text part of a log-in ID, a name or a mail address
 */
record AccountFilter(
        @Nullable TenantId tenant,
        @Nullable Role role,
        Account.@Nullable State state,
        @Nullable Boolean locked,
        @Nullable String text) {}

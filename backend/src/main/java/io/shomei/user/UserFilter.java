package io.shomei.user;

import io.shomei.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * Which users are listed; what is null is not asked, but withdrawn ones are listed only where they are asked for.
 *
 * @param locked whether a secret of theirs is locked now
 * @param incident whether an incident is registered
 * @param text part of a log-in ID, a name or a mail address
 */
record UserFilter(
        Account.@Nullable State state,
        @Nullable Boolean locked,
        @Nullable Boolean incident,
        @Nullable String text) {}

package io.shomei.account;

import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An account that somebody wants to register.
 *
 * @param tenant id of a tenant as it was sent; an administrator need not say it
 */
record NewAccount(
        @Nullable String tenant,
        Role role,
        @Nullable String loginId,
        String name,
        @Nullable String email,
        Set<Right> rights) {

    NewAccount {
        // In one order, so that the same wish reads the same.
        rights = Collections.unmodifiableSortedSet(new TreeSet<>(rights));
        name = name.strip();
        email = address(email);
    }

    /** Where nothing but blanks was typed, there is none. */
    static @Nullable String address(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}

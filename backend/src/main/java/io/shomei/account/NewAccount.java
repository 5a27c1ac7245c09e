package io.shomei.account;

import io.shomei.kernel.Role;
import org.jspecify.annotations.Nullable;

/** An account that somebody wants to register. */
public record NewAccount(Role role, @Nullable String loginId, Particulars particulars) {}

package io.shomei.audit;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who did it: an account, somebody without one (the holder of a one-time URL), or the platform itself.
 *
 * @param address source address, absent for the platform's own work
 */
public record Actor(
        String name,
        @Nullable AccountId account,
        @Nullable Role role,
        @Nullable String address,
        @Nullable String requestId) {

    /** The platform's own work: jobs and start-up. */
    public static final Actor PLATFORM = new Actor("Shomei", null, null, null, null);

    public static Actor of(Caller caller) {
        return new Actor(caller.name(), caller.account(), caller.role(), caller.address(), caller.requestId());
    }

    /** Somebody without an account. */
    public static Actor anonymous(String name, String address, String requestId) {
        return new Actor(name, null, null, address, requestId);
    }
}

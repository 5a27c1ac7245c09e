package io.shomei.account;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What logs in.
 *
 * @param loginId what is typed where the policy asks for an ID; text, so that leading zeros count
 * @param email where the account's mails go
 * @param initialisedAt since when it begins anew: certificates from before count no more for how it logs in (HK-004)
 */
public record Account(
        AccountId id,
        TenantId tenant,
        Role role,
        @Nullable String loginId,
        String name,
        @Nullable String email,
        Set<Right> rights,
        State state,
        @Nullable Instant initialisedAt) {

    public Account {
        rights = Set.copyOf(rights);
    }

    /** One that was never begun anew. */
    public Account(
            AccountId id,
            TenantId tenant,
            Role role,
            @Nullable String loginId,
            String name,
            @Nullable String email,
            Set<Right> rights,
            State state) {
        this(id, tenant, role, loginId, name, email, rights, state, null);
    }

    /** Only an active account logs in. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        WITHDRAWN
    }

    /** The rights as one column of a row. */
    String storedRights() {
        return rights.stream().map(Right::name).sorted().collect(Collectors.joining(","));
    }

    /** Reads rights as a row of an account holds them. */
    public static Set<Right> rights(String stored) {
        return stored.isEmpty()
                ? Set.of()
                : Stream.of(stored.split(",", -1)).map(Right::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }
}

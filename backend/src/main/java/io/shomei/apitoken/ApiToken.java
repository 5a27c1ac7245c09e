package io.shomei.apitoken;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.TenantId;
import io.shomei.web.AddressRange;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account gave to a script.
 *
 * @param addresses where the script may come from; with none, from anywhere its account may
 * @param lastUsedAt to the nearest few minutes
 */
record ApiToken(
        UUID id,
        TenantId tenant,
        AccountId account,
        String name,
        Set<Scope> scopes,
        List<AddressRange> addresses,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom,
        @Nullable Instant revokedAt) {

    ApiToken {
        scopes = Set.copyOf(scopes);
        addresses = List.copyOf(addresses);
    }

    enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    State stateAt(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.ACTIVE : State.EXPIRED;
    }
}

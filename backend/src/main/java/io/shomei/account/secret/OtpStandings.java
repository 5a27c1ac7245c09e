package io.shomei.account.secret;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How the one-time passwords of accounts stand, as a list of users shows it (HK-042). */
@ApplicationScoped
public class OtpStandings {
    private final SecretRepository repository;
    private final Policies policies;
    private final InstantSource clock;

    OtpStandings(SecretRepository repository, Policies policies, InstantSource clock) {
        this.repository = repository;
        this.policies = policies;
        this.clock = clock;
    }

    /** In the order in which one is worse than another. */
    public enum Standing {
        OK,
        /** The last ones were wrong, and the next ones may lock. */
        WARNING,
        LOCKED
    }

    /** Of those of these accounts that have any; of two kinds the worse one tells. */
    @Transactional
    public Map<AccountId, Standing> of(TenantId tenant, Collection<AccountId> accounts) {
        Policy policy = policies.of(tenant);
        Instant now = clock.instant();
        Map<AccountId, Standing> standings = new HashMap<>();
        for (SecretRepository.Failed each : repository.otps(tenant, accounts)) {
            standings.merge(
                    each.account(),
                    standing(each, policy, now),
                    (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return standings;
    }

    private static Standing standing(SecretRepository.Failed otp, Policy policy, Instant now) {
        boolean locked = LockOuts.now(policy.lockout(), otp.failures(), otp.locks(), otp.lastFailureAt(), now)
                .isPresent();
        if (locked) {
            return Standing.LOCKED;
        }
        return otp.failures() > 0 ? Standing.WARNING : Standing.OK;
    }
}

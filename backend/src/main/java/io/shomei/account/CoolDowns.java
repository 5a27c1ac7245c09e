package io.shomei.account;

import static io.shomei.account.AccountProblem.REISSUE_COOLING_DOWN;

import io.shomei.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The time between a re-issue and the first moment its certificate can be acquired. Thieves bring re-issues about; the user and the
 * administrators are told at once, and have this long to object.
 */
@ApplicationScoped
public class CoolDowns {
    private final AccountRepository accounts;
    private final Policies policies;
    private final InstantSource clock;

    CoolDowns(AccountRepository accounts, Policies policies, InstantSource clock) {
        this.accounts = accounts;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Begins, for an account that the running transaction has locked.
     *
     * @param approved whether two people agreed: then nobody waits, not for an earlier one either
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(Account account, boolean approved) {
        Duration wait = policies.of(account.tenant()).issuance().reissueCoolDown();
        accounts.acquirableFrom(
                account, wait == null || approved ? null : clock.instant().plus(wait));
    }

    /** Until when the account can acquire nothing; empty where it can now. */
    public Optional<Instant> until(Account account) {
        return accounts.acquirableFrom(account).filter(end -> clock.instant().isBefore(end));
    }

    /** @throws io.shomei.kernel.ProblemException REISSUE_COOLING_DOWN */
    public void require(Account account) {
        until(account).ifPresent(end -> {
            throw REISSUE_COOLING_DOWN.because("%s", end);
        });
    }
}

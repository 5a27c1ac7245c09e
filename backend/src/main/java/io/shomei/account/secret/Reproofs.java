package io.shomei.account.secret;

import static io.shomei.account.secret.SecretProblem.REPROOF_LOCKED;
import static io.shomei.account.secret.SecretProblem.REPROOF_WRONG;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.kernel.Caller;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy.Reproof;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller proves again before an operation that matters, as the policy's {@code auth.stepUp} says. */
@ApplicationScoped
public class Reproofs {
    private final Secrets secrets;
    private final Accounts accounts;
    private final Policies policies;

    Reproofs(Secrets secrets, Accounts accounts, Policies policies) {
        this.secrets = secrets;
        this.accounts = accounts;
        this.policies = policies;
    }

    /**
     * Refuses unless the caller proves themself again; failures count, and lock.
     *
     * @param asked from the policy of the caller's tenant
     * @param typed null where nothing was sent
     */
    public void require(Caller caller, Reproof asked, @Nullable String typed) {
        Optional<SecretKind> kind = kind(caller, asked);
        if (kind.isEmpty()) {
            return;
        }
        if (typed == null) {
            throw REPROOF_WRONG.because("");
        }
        var account = QuarkusTransaction.joiningExisting()
                .call(() -> accounts.find(caller.tenant(), caller.account()))
                .orElseThrow(() -> REPROOF_WRONG.because(""));
        switch (secrets.check(Actor.of(caller), account, kind.get(), typed)) {
            case Check.Right right -> {
                // It is them.
            }
            case Check.Locked locked -> throw REPROOF_LOCKED.because("");
            case Check.Wrong wrong -> throw REPROOF_WRONG.because("");
            case Check.Unset unset -> throw REPROOF_WRONG.because("");
        }
    }

    /** Which secret that is; empty where nothing is asked for. The log-in password is what the tenant logs in with. */
    private Optional<SecretKind> kind(Caller caller, Reproof asked) {
        return switch (asked) {
            case NONE -> Optional.empty();
            case PASSWORD -> SecretKind.ofLogIn(policies.of(caller.tenant()));
            case CONFIRMATION_PIN -> Optional.of(SecretKind.CONFIRMATION_PIN);
        };
    }
}

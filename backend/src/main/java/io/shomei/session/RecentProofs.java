package io.shomei.session;

import static io.shomei.session.SessionProblem.REPROOF_DUE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.secret.Reproofs;
import io.shomei.kernel.Caller;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy.Reproof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether people proved a short while ago who they are, with the log-in or again, where the policy asks for it before they take keys that the
 * platform keeps ({@code auth.stepUp.download}). It guards a screen that was left open, and asks nobody twice in a row.
 */
@ApplicationScoped
public class RecentProofs {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    /** Who is told that nothing is asked for has so much time to begin. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final SessionRepository sessions;
    private final Reproofs reproofs;
    private final Policies policies;
    private final InstantSource clock;

    RecentProofs(SessionRepository sessions, Reproofs reproofs, Policies policies, InstantSource clock) {
        this.sessions = sessions;
        this.reproofs = reproofs;
        this.policies = policies;
        this.clock = clock;
    }

    /** Refuses whoever has to prove themself again first. */
    @Transactional
    public void require(Caller caller) {
        if (asked(caller) != Reproof.NONE && !isProven(caller, clock.instant())) {
            throw REPROOF_DUE.because("");
        }
    }

    /** What has to be proven again before the next minute is over. */
    @Transactional
    public Reproof due(Caller caller) {
        return isProven(caller, clock.instant().plus(MARGIN)) ? Reproof.NONE : asked(caller);
    }

    /** Proves it again; failures count, and lock. */
    void prove(Caller caller, String typed) {
        reproofs.require(caller, asked(caller), typed);
        QuarkusTransaction.requiringNew()
                .run(() -> sessions.proven(caller.tenant(), caller.session(), clock.instant()));
    }

    private Reproof asked(Caller caller) {
        return policies.of(caller.tenant()).auth().stepUp().download();
    }

    private boolean isProven(Caller caller, Instant at) {
        return sessions.lastProof(caller.tenant(), caller.session())
                .filter(proof -> at.isBefore(proof.plus(GOOD_FOR)))
                .isPresent();
    }
}

package io.shomei.desk;

import io.shomei.account.Account;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Caller;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Desk.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** What other features have the desk do within a change of their own. The caller has proven to be who they are before. */
@ApplicationScoped
public class DeskServices {
    private final DeskPlanner planner;
    private final DeskActions actions;

    DeskServices(DeskPlanner planner, DeskActions actions) {
        this.planner = planner;
        this.actions = actions;
    }

    /** Which of these the caller may take for the account as it is now. */
    @Transactional
    public Set<Act> possible(Caller caller, Account account, Set<Act> asked) {
        return planner.possible(caller.role(), account, asked);
    }

    /** The account where the caller looks after it, else a refusal. */
    @Transactional
    public Account account(Caller caller, String id) {
        return planner.account(caller, id);
    }

    /** What the caller proves again before. */
    public Policy.Reproof reproof(Caller caller) {
        return planner.reproof(caller);
    }

    /**
     * Takes an action for an account that the running transaction has locked.
     *
     * @return the certificates that it revoked; {@link #publish} them after the commit
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Certificate> take(Caller caller, Account locked, Act act) {
        return actions.carryOut(caller, locked, new DeskActions.Wish(act, null, null, null))
                .revoked();
    }

    /** Relying parties hear of it. */
    public void publish(List<Certificate> revoked) {
        actions.publish(revoked);
    }
}

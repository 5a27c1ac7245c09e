package io.shomei.account;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Issuance.Approval;
import io.shomei.policy.Policy.MethodSwitch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Which users an administrator lets acquire a certificate (HK-040), where the policy's {@code issuance.approval} asks for it. Nobody lets
 * an administrator: theirs is allowed by the contract.
 */
@ApplicationScoped
public class Entitlements {
    private final AccountRepository accounts;
    private final Policies policies;
    private final AuditLog audit;
    private final InstantSource clock;

    Entitlements(AccountRepository accounts, Policies policies, AuditLog audit, InstantSource clock) {
        this.accounts = accounts;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this account acquires a certificate only when an administrator lets it. */
    public boolean isAskedFor(Account account) {
        return isAskedFor(account, policies.of(account.tenant()));
    }

    /** The same, under the policy of its tenant. */
    public static boolean isAskedFor(Account account, Policy policy) {
        return account.role() == Role.USER && policy.issuance().approval() == Approval.ENTITLEMENT;
    }

    /** Whether the account may acquire a certificate, as far as an administrator decides that. */
    public boolean mayAcquire(Account account) {
        return !isAskedFor(account) || account.marks().entitledAt() != null;
    }

    /**
     * Lets an account that the running transaction has locked acquire a certificate from now on, as one that never had one.
     *
     * @param anew whether earlier certificates are to count no more for how it logs in
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void entitle(Account account, boolean anew, Actor actor) {
        Instant now = clock.instant();
        Account.Marks marks = anew ? account.marks().initialised(now) : account.marks();
        mark(account, marks.entitled(now), AuditOperation.ACCOUNT_ENTITLE, actor);
    }

    /** Lets it acquire none any more. Where the policy switches by entitlement, it logs in again as one that never had one (B-11). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(Account account, Actor actor) {
        boolean restored = policies.of(account.tenant()).auth().methodSwitch().contains(MethodSwitch.BY_ENTITLEMENT);
        Account.Marks marks = restored ? account.marks().initialised(clock.instant()) : account.marks();
        mark(account, marks.entitled(null), AuditOperation.ACCOUNT_DISENTITLE, actor);
    }

    private void mark(Account account, Account.Marks marks, AuditOperation operation, Actor actor) {
        accounts.mark(account, marks);
        audit.append(AuditEntry.done(account.tenant(), operation, actor)
                .on(account.name(), account.id().value()));
    }
}

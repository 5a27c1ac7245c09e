package io.shomei.account;

import static io.shomei.account.AccountProblem.ACCOUNT_FAULTY;
import static io.shomei.account.AccountProblem.ACCOUNT_WITHDRAWN;
import static io.shomei.account.AccountProblem.TOO_FEW_ADMINISTRATORS;
import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts of all tenants. */
@ApplicationScoped
public class Accounts {
    private final AccountRepository accounts;
    private final Policies policies;
    private final AccountNotices notices;
    private final AuditLog audit;
    private final InstantSource clock;

    Accounts(
            AccountRepository accounts,
            Policies policies,
            AccountNotices notices,
            AuditLog audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.policies = policies;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Optional<Account> find(TenantId tenant, AccountId id) {
        return accounts.findAccount(tenant, id);
    }

    /** Whoever types this ID, whichever their tenant. Case and leading zeros count (AT-72). */
    @Transactional
    public Optional<Account> findByLoginId(String loginId) {
        return accounts.findByLoginId(loginId);
    }

    /** The account with this id as the caller sees it: an operator those of all tenants, everybody else the own tenant's. */
    @Transactional
    public Account get(Caller caller, String id) {
        return AccountId.parse(id)
                .flatMap(known -> caller.role() == Role.OPERATOR
                        ? accounts.findAnyones(known)
                        : accounts.findAccount(caller.tenant(), known))
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** The account as it is now, which nobody else changes until the end of the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Account lock(Account account) {
        return accounts.lock(account.tenant(), account.id()).orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** The officers of a tenant who can be written to. */
    @Transactional
    public List<Account> officers(TenantId tenant) {
        return addressed(tenant, Role.OFFICER);
    }

    /** Those of them whose rights are for certificates of a kind. */
    @Transactional
    public List<Account> officers(TenantId tenant, CertificateKind kind) {
        return officers(tenant).stream()
                .filter(officer -> kind.isCoveredBy(officer.rights()))
                .toList();
    }

    /** The administrators of a tenant who can be written to. */
    @Transactional
    public List<Account> administrators(TenantId tenant) {
        return addressed(tenant, Role.ADMINISTRATOR);
    }

    private List<Account> addressed(TenantId tenant, Role role) {
        return accounts.ofRole(tenant, role).stream()
                .filter(account -> account.isActive() && account.email() != null)
                .toList();
    }

    /**
     * Enters an account into the register.
     *
     * @throws io.shomei.kernel.ProblemException where somebody else took its log-in ID meanwhile
     */
    @Transactional
    public void register(Account account, Actor actor) {
        if (!accounts.add(account, clock.instant())) {
            throw ACCOUNT_FAULTY.because("%s", String.valueOf(account.loginId()));
        }
        audit.append(AuditEntry.done(account.tenant(), AuditOperation.ACCOUNT_REGISTER, actor)
                .on(account.name(), account.id().value()));
        notices.tell(account, AccountNotices.Change.REGISTERED, actor);
    }

    /**
     * Suspends, resumes or withdraws an account that the running transaction has locked. Sessions of one that is not active are refused
     * from the commit on.
     *
     * @throws io.shomei.kernel.ProblemException where it was withdrawn, or too few would be left who administer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void become(Account account, Account.State state, Actor actor) {
        if (account.state() == Account.State.WITHDRAWN) {
            throw ACCOUNT_WITHDRAWN.because("");
        }
        if (account.state() == Account.State.ACTIVE && state != Account.State.ACTIVE) {
            requireOthers(account);
        }
        accounts.become(account, state);
        audit.append(AuditEntry.done(
                        account.tenant(),
                        switch (state) {
                            case ACTIVE -> AuditOperation.ACCOUNT_RESUME;
                            case SUSPENDED -> AuditOperation.ACCOUNT_SUSPEND;
                            case WITHDRAWN -> AuditOperation.ACCOUNT_WITHDRAW;
                        },
                        actor)
                .on(account.name(), account.id().value()));
        notices.tell(
                account,
                switch (state) {
                    case ACTIVE -> AccountNotices.Change.RESUMED;
                    case SUSPENDED -> AccountNotices.Change.SUSPENDED;
                    case WITHDRAWN -> AccountNotices.Change.WITHDRAWN;
                },
                actor);
    }

    /**
     * Counts a change of something that belongs to the account.
     *
     * @param seen version that the change was made from
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void advance(Account account, int seen) {
        if (!accounts.advance(account, seen)) {
            throw CHANGED_MEANWHILE.because("");
        }
    }

    /** From now on nobody logs in with the account, whatever its state is; its sessions are refused. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void registerIncident(Account account, Actor actor) {
        accounts.mark(account, account.marks().incident(clock.instant()));
        note(AuditOperation.ACCOUNT_INCIDENT, account, actor);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void liftIncident(Account account, Actor actor) {
        accounts.mark(account, account.marks().incident(null));
        note(AuditOperation.ACCOUNT_LIFT_INCIDENT, account, actor);
    }

    /**
     * The bank's collection service serves the account no more, until the block is lifted; everything else stays.
     *
     * @param accumulated because it was blocked too often
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void blockCollection(Account account, boolean accumulated, Actor actor) {
        Instant now = clock.instant();
        Account.Marks marks = account.marks();
        accounts.mark(
                account,
                accumulated
                        ? marks.collection(marks.collectionBlockedAt(), now)
                        : marks.collection(now, marks.collectionAccumulatedAt()));
        note(AuditOperation.ACCOUNT_BLOCK_COLLECTION, account, actor);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void liftCollectionBlock(Account account, Actor actor) {
        accounts.mark(account, account.marks().collection(null, null));
        note(AuditOperation.ACCOUNT_LIFT_COLLECTION_BLOCK, account, actor);
    }

    /** From now on the account logs in as one that never had a certificate (HK-004). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void initialise(Account account, Actor actor) {
        accounts.mark(account, account.marks().initialised(clock.instant()));
        audit.append(AuditEntry.done(account.tenant(), AuditOperation.ACCOUNT_INITIALISE, actor)
                .on(account.name(), account.id().value())
                .with(Map.of("loginId", account.loginId() == null ? "" : account.loginId())));
    }

    private void note(AuditOperation operation, Account account, Actor actor) {
        audit.append(AuditEntry.done(account.tenant(), operation, actor)
                .on(account.name(), account.id().value()));
    }

    private void requireOthers(Account account) {
        Set<Role> administering = account.role() == Role.OPERATOR
                ? EnumSet.of(Role.OPERATOR)
                : EnumSet.of(Role.ADMINISTRATOR, Role.OFFICER);
        int least = policies.of(account.tenant()).identity().minAdministrators();
        if (administering.contains(account.role()) && accounts.lockActive(account.tenant(), administering) <= least) {
            throw TOO_FEW_ADMINISTRATORS.because("%d", least);
        }
    }
}

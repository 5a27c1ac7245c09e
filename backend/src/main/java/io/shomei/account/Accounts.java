package io.shomei.account;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The accounts of all tenants. */
@ApplicationScoped
public class Accounts {
    private final AccountRepository accounts;
    private final AuditLog audit;
    private final InstantSource clock;

    Accounts(AccountRepository accounts, AuditLog audit, InstantSource clock) {
        this.accounts = accounts;
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

    /** The officers of a tenant who can be written to. */
    @Transactional
    public List<Account> officers(TenantId tenant) {
        return accounts.ofRole(tenant, Role.OFFICER).stream()
                .filter(Account::isActive)
                .toList();
    }

    /** The administrators of a tenant who can be written to. */
    @Transactional
    public List<Account> administrators(TenantId tenant) {
        return accounts.ofRole(tenant, Role.ADMINISTRATOR).stream()
                .filter(Account::isActive)
                .toList();
    }

    @Transactional
    public void register(Account account, Actor actor) {
        accounts.add(account, clock.instant());
        audit.append(AuditEntry.done(account.tenant(), AuditOperation.ACCOUNT_REGISTER, actor)
                .on(account.name(), account.id().value()));
    }
}

package io.shomei.account;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.account.secret.LockedSecrets;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accounts as operators look after them, and as a tenant's own people see them. */
@ApplicationScoped
class AccountAdministration {
    private static final int SHOWN_LOG_INS = 10;

    private final AccountRepository repository;
    private final Accounts accounts;
    private final AccountEntries entries;
    private final Secrets secrets;
    private final LockedSecrets locked;
    private final Tenants tenants;
    private final InstantSource clock;

    AccountAdministration(
            AccountRepository repository,
            Accounts accounts,
            AccountEntries entries,
            Secrets secrets,
            LockedSecrets locked,
            Tenants tenants,
            InstantSource clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.entries = entries;
        this.secrets = secrets;
        this.locked = locked;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** An account with what there is to know of it. */
    record View(AccountLine line, List<SecretState> secrets, List<LogIn> logIns) {}

    /** Of every tenant for an operator; of the own one, whichever the filter names, for everybody else. */
    @Transactional
    Page<AccountLine> list(Caller caller, AccountFilter asked, PageRequest page) {
        AccountFilter filter = caller.role() == Role.OPERATOR
                ? asked
                : new AccountFilter(caller.tenant(), asked.role(), asked.state(), asked.locked(), asked.text());
        Set<UUID> lockedNow = filter.locked() == null
                ? null
                : locked.now(filter.tenant()).keySet().stream()
                        .map(AccountId::value)
                        .collect(Collectors.toSet());
        Page<AccountLine> read = repository.page(filter, lockedNow, page);
        Map<AccountId, List<SecretKind>> kinds = locked.among(
                filter.tenant(),
                read.items().stream().map(line -> line.account().id()).toList());
        Instant now = clock.instant();
        return read.map(line -> line.at(now, kinds.getOrDefault(line.account().id(), List.of())));
    }

    @Transactional
    View view(Caller caller, String id) {
        return view(accounts.get(caller, id));
    }

    /**
     * Registers an account.
     *
     * @param named id of a tenant as it was sent
     */
    @Transactional
    View register(Caller caller, @Nullable String named, NewAccount wanted, Language language) {
        Optional<Tenant> tenant =
                Optional.ofNullable(named).flatMap(TenantId::parse).flatMap(tenants::find);
        if (tenant.isEmpty()) {
            new AccountFaults(language)
                    .add("/tenant", "tenant-unknown")
                    .rights(wanted.role(), wanted.particulars().rights())
                    .refuseAny();
        }
        Tenant owner = tenant.orElseThrow(() -> NOT_FOUND.because(""));
        owner.requireActive();
        return view(entries.register(owner.id(), wanted, List.of(), Actor.of(caller), language));
    }

    /**
     * Changes what may change; the name in kana is for the tenant's administrators to change.
     *
     * @param seen version that the change was made from
     */
    @Transactional
    View change(Caller caller, String id, int seen, Particulars wanted, Language language) {
        Account before = accounts.lock(accounts.get(caller, id));
        Particulars all = new Particulars(wanted.name(), before.kana(), wanted.email(), wanted.rights());
        return view(entries.change(before, seen, all, List.of(), Actor.of(caller), language));
    }

    private View view(Account account) {
        AccountLine line = repository.findLine(account.tenant(), account.id()).orElseThrow(() -> NOT_FOUND.because(""));
        return new View(line, secrets.states(account), repository.lastLogIns(account, SHOWN_LOG_INS));
    }
}

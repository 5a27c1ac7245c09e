package io.shomei.account;

import static io.shomei.account.AccountProblem.ACCOUNT_WITHDRAWN;
import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.secret.LockedSecrets;
import io.shomei.account.secret.Reproofs;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accounts as operators and a tenant's own people look after them. */
@ApplicationScoped
class AccountAdministration {
    private static final int SHOWN_LOG_INS = 10;

    private final AccountRepository repository;
    private final Accounts accounts;
    private final Secrets secrets;
    private final LockedSecrets locked;
    private final Reproofs reproofs;
    private final Tenants tenants;
    private final Policies policies;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    AccountAdministration(
            AccountRepository repository,
            Accounts accounts,
            Secrets secrets,
            LockedSecrets locked,
            Reproofs reproofs,
            Tenants tenants,
            Policies policies,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.secrets = secrets;
        this.locked = locked;
        this.reproofs = reproofs;
        this.tenants = tenants;
        this.policies = policies;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** An account with what there is to know of it. */
    record View(AccountLine line, List<SecretState> secrets, List<LogIn> logIns) {}

    /** What may be changed of an account. */
    record Change(String name, @Nullable String email, Set<Right> rights) {
        Change {
            name = name.strip();
            email = NewAccount.address(email);
        }
    }

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

    /** Registers an account; every fault is told together. */
    View register(Caller caller, NewAccount wanted, @Nullable String reproof, Language language) {
        // 1. An administrator registers users of the own tenant, and is asked again who they are.
        requireUser(caller, wanted.role());
        prove(caller, reproof);
        return QuarkusTransaction.requiringNew().call(() -> {
            // 2. Everything that is wrong with it.
            AccountFaults faults = new AccountFaults(language);
            Optional<Tenant> tenant = tenant(caller, wanted.tenant());
            if (tenant.isEmpty()) {
                faults.add("/tenant", "tenant-unknown");
            } else {
                TenantId id = tenant.get().id();
                faults.role(id, wanted.role());
                faults.loginId(policies.of(id).identity(), wanted.loginId(), isTaken(wanted.loginId()));
            }
            faults.rights(wanted.role(), wanted.rights()).refuseAny();
            Tenant owner = tenant.orElseThrow(() -> NOT_FOUND.because(""));
            owner.requireActive();
            // 3. The register and the history.
            Account account = new Account(
                    new AccountId(ids.next()),
                    owner.id(),
                    wanted.role(),
                    wanted.loginId(),
                    wanted.name(),
                    wanted.email(),
                    wanted.rights(),
                    Account.State.ACTIVE);
            accounts.register(account, Actor.of(caller));
            return view(account);
        });
    }

    /**
     * Changes what may change.
     *
     * @param seen version that the change was made from
     */
    View change(Caller caller, String id, int seen, Change change, @Nullable String reproof, Language language) {
        Account found = accounts.get(caller, id);
        requireUser(caller, found.role());
        prove(caller, reproof);
        return QuarkusTransaction.requiringNew().call(() -> {
            Account before = accounts.lock(found);
            if (before.state() == Account.State.WITHDRAWN) {
                throw ACCOUNT_WITHDRAWN.because("");
            }
            new AccountFaults(language).rights(before.role(), change.rights()).refuseAny();
            Account after = new Account(
                    before.id(),
                    before.tenant(),
                    before.role(),
                    before.loginId(),
                    change.name(),
                    change.email(),
                    change.rights(),
                    before.state(),
                    before.initialisedAt());
            if (!repository.change(after, seen)) {
                throw CHANGED_MEANWHILE.because("");
            }
            audit.append(AuditEntry.done(after.tenant(), AuditOperation.ACCOUNT_CHANGE, Actor.of(caller))
                    .on(after.name(), after.id().value())
                    .with(Map.of("changed", String.join(", ", differences(before, after)))));
            return view(after);
        });
    }

    private View view(Account account) {
        AccountLine line = repository.findLine(account.tenant(), account.id()).orElseThrow(() -> NOT_FOUND.because(""));
        return new View(line, secrets.states(account), repository.lastLogIns(account, SHOWN_LOG_INS));
    }

    private void prove(Caller caller, @Nullable String reproof) {
        if (caller.role() != Role.OPERATOR) {
            reproofs.require(
                    caller, policies.of(caller.tenant()).auth().stepUp().userChange(), reproof);
        }
    }

    private static void requireUser(Caller caller, Role role) {
        if (caller.role() != Role.OPERATOR && role != Role.USER) {
            throw NOT_PERMITTED.because("%s", role);
        }
    }

    private Optional<Tenant> tenant(Caller caller, @Nullable String named) {
        if (caller.role() == Role.OPERATOR) {
            return named == null ? Optional.empty() : TenantId.parse(named).flatMap(tenants::find);
        }
        boolean own = named == null || named.equals(caller.tenant().toString());
        return own ? tenants.find(caller.tenant()) : Optional.empty();
    }

    private boolean isTaken(@Nullable String loginId) {
        return loginId != null && repository.findByLoginId(loginId).isPresent();
    }

    private static List<String> differences(Account before, Account after) {
        List<String> changed = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        if (!Objects.equals(before.email(), after.email())) {
            changed.add("email");
        }
        if (!before.rights().equals(after.rights())) {
            changed.add("rights");
        }
        return changed;
    }
}

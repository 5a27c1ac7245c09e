package io.shomei.user;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.AccountEntries;
import io.shomei.account.Accounts;
import io.shomei.account.secret.Reproofs;
import io.shomei.audit.Actor;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Role;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.permission.Permissions;
import io.shomei.permission.UserPermissions;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy.Administration.PermissionMatrix;
import io.shomei.policy.Policy.Reproof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people see and change of their own account (HK-011, HK-026). */
@ApplicationScoped
class OwnAccounts {
    private static final String KIND = "mail-address-changed";

    private final Accounts accounts;
    private final AccountEntries entries;
    private final UserPermissions permissions;
    private final Reproofs reproofs;
    private final Policies policies;
    private final Outbox outbox;
    private final InstantSource clock;

    OwnAccounts(
            Accounts accounts,
            AccountEntries entries,
            UserPermissions permissions,
            Reproofs reproofs,
            Policies policies,
            Outbox outbox,
            InstantSource clock) {
        this.accounts = accounts;
        this.entries = entries;
        this.permissions = permissions;
        this.reproofs = reproofs;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param permissions null where the services of the tenant ask for none
     * @param reproof what is proven again before a change
     */
    record View(Account account, @Nullable Permissions permissions, Reproof reproof) {}

    @Transactional
    View view(Caller caller) {
        return view(caller, accounts.find(caller.tenant(), caller.account()).orElseThrow());
    }

    /** Whoever had the address before, and whoever has it now, is told: mails about this account go there. */
    View changeMailAddress(Caller caller, String email, @Nullable String reproof) {
        reproofs.require(caller, reproof(caller), reproof);
        return QuarkusTransaction.requiringNew().call(() -> {
            Account before = accounts.lock(
                    accounts.find(caller.tenant(), caller.account()).orElseThrow());
            Account after = entries.readdress(before, email, Actor.of(caller));
            if (!Objects.equals(before.email(), after.email())) {
                outbox.enqueue(after.tenant(), notices(before.email(), after));
            }
            return view(caller, after);
        });
    }

    private List<Notice> notices(@Nullable String former, Account account) {
        Map<String, String> facts = Map.of(
                "name",
                account.name(),
                "address",
                Objects.requireNonNull(account.email()),
                "at",
                clock.instant().toString());
        return Stream.of(former, account.email())
                .filter(Objects::nonNull)
                .map(address -> new Notice(KIND, address, null, facts))
                .toList();
    }

    private View view(Caller caller, Account account) {
        boolean none = permissions.matrixOf(caller.tenant()) == PermissionMatrix.NONE;
        return new View(
                account, none ? null : permissions.of(account.tenant(), account.id(), account.role()), reproof(caller));
    }

    /** Nobody but administrators has what is asked for again. */
    private Reproof reproof(Caller caller) {
        return caller.role() == Role.ADMINISTRATOR
                ? policies.of(caller.tenant()).auth().stepUp().userChange()
                : Reproof.NONE;
    }
}

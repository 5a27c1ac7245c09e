package io.shomei.account;

import static io.shomei.account.AccountProblem.ACCOUNT_WITHDRAWN;
import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The one way in which accounts are registered and changed, whoever does it: everything that is wrong is told together. */
@ApplicationScoped
public class AccountEntries {
    private final AccountRepository repository;
    private final Accounts accounts;
    private final Policies policies;
    private final AccountNotices notices;
    private final AuditLog audit;
    private final Ids ids;

    AccountEntries(
            AccountRepository repository,
            Accounts accounts,
            Policies policies,
            AccountNotices notices,
            AuditLog audit,
            Ids ids) {
        this.repository = repository;
        this.accounts = accounts;
        this.policies = policies;
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * @param found what the caller found wrong already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Account register(
            TenantId tenant, NewAccount wanted, List<InputFault> found, Actor actor, Language language) {
        String loginId = wanted.loginId();
        Particulars particulars = wanted.particulars();
        boolean taken = loginId != null && repository.findByLoginId(loginId).isPresent();
        new AccountFaults(language)
                .role(tenant, wanted.role())
                .loginId(policies.of(tenant).identity(), loginId, taken)
                .rights(wanted.role(), particulars.rights())
                .addAll(found)
                .refuseAny();
        Account account = new Account(
                new AccountId(ids.next()),
                tenant,
                wanted.role(),
                loginId,
                particulars.name(),
                particulars.kana(),
                particulars.email(),
                particulars.rights(),
                Account.State.ACTIVE,
                Account.Marks.NONE);
        accounts.register(account, actor);
        return account;
    }

    /**
     * Changes an account that the running transaction has locked.
     *
     * @param seen version that the change was made from
     * @param found what the caller found wrong already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Account change(
            Account before, int seen, Particulars wanted, List<InputFault> found, Actor actor, Language language) {
        if (before.state() == Account.State.WITHDRAWN) {
            throw ACCOUNT_WITHDRAWN.because("");
        }
        new AccountFaults(language)
                .rights(before.role(), wanted.rights())
                .addAll(found)
                .refuseAny();
        Account after = before.with(wanted);
        if (!repository.change(after, seen)) {
            throw CHANGED_MEANWHILE.because("");
        }
        note(before, after, actor);
        return after;
    }

    /** Changes the mail address of an account that the running transaction has locked, from whatever version: it is its owner who does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Account readdress(Account before, String email, Actor actor) {
        Account after = before.with(Particulars.of(before).withEmail(email));
        repository.readdress(after);
        note(before, after, actor);
        return after;
    }

    private void note(Account before, Account after, Actor actor) {
        List<String> changed = differences(before, after);
        audit.append(AuditEntry.done(after.tenant(), AuditOperation.ACCOUNT_CHANGE, actor)
                .on(after.name(), after.id().value())
                .with(Map.of("changed", String.join(", ", changed))));
        if (!changed.isEmpty()) {
            notices.tell(after, AccountNotices.Change.CHANGED, actor);
        }
    }

    private static List<String> differences(Account before, Account after) {
        List<String> changed = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        if (!Objects.equals(before.kana(), after.kana())) {
            changed.add("kana");
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

package io.shomei.user;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.user.UserProblem.CERTIFICATE_CHOICE_NOT_OFFERED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.AccountEntries;
import io.shomei.account.AccountProblem;
import io.shomei.account.Accounts;
import io.shomei.account.NewAccount;
import io.shomei.account.Particulars;
import io.shomei.account.secret.Reproofs;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.desk.DeskServices;
import io.shomei.kernel.Caller;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Role;
import io.shomei.permission.UserPermissions;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Desk.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users of a tenant as its administrators register and change them. Whoever does it proves again to be who they are, as
 * {@code auth.stepUp.userChange} asks; before that nothing changes.
 */
@ApplicationScoped
class Users {
    private final UserRepository repository;
    private final UserLines lines;
    private final Accounts accounts;
    private final AccountEntries entries;
    private final UserPermissions permissions;
    private final DeskServices desk;
    private final Reproofs reproofs;
    private final Policies policies;

    Users(
            UserRepository repository,
            UserLines lines,
            Accounts accounts,
            AccountEntries entries,
            UserPermissions permissions,
            DeskServices desk,
            Reproofs reproofs,
            Policies policies) {
        this.repository = repository;
        this.lines = lines;
        this.accounts = accounts;
        this.entries = entries;
        this.permissions = permissions;
        this.desk = desk;
        this.reproofs = reproofs;
        this.policies = policies;
    }

    /** What an administrator typed of a user. */
    record Form(UserNames names, @Nullable String email, CertificateChoice certificate) {
        Particulars particulars() {
            return new Particulars(names.shown(), names.kana(), email, Set.of());
        }
    }

    /**
     * A user, and what the caller can decide about them.
     *
     * @param reproof what the caller proves again before
     */
    record View(UserLine line, List<CertificateChoice> choices, Policy policy, Policy.Reproof reproof) {}

    /** What became of a change, and which certificates relying parties must hear of. */
    private record Done(View view, List<Certificate> revoked) {}

    @Transactional
    View view(Caller caller, String id) {
        return view(caller, desk.account(caller, id));
    }

    View register(Caller caller, @Nullable String loginId, Form form, @Nullable String reproof, Language language) {
        reproofs.require(caller, desk.reproof(caller), reproof);
        return QuarkusTransaction.requiringNew().call(() -> {
            NewAccount wanted = new NewAccount(Role.USER, loginId, form.particulars());
            Account user = entries.register(
                    caller.tenant(), wanted, faults(caller, form, language), Actor.of(caller), language);
            decide(caller, user, form.certificate());
            return view(caller, user);
        });
    }

    /**
     * Changes names and mail address, and carries out what was decided about the certificate, in one step.
     *
     * @param seen version that the change was made from
     */
    View change(Caller caller, String id, int seen, Form form, @Nullable String reproof, Language language) {
        Account found = desk.account(caller, id);
        reproofs.require(caller, desk.reproof(caller), reproof);
        Done done = QuarkusTransaction.requiringNew().call(() -> {
            Account before = accounts.lock(found);
            Account user = entries.change(
                    before, seen, form.particulars(), faults(caller, form, language), Actor.of(caller), language);
            List<Certificate> revoked = decide(caller, user, form.certificate());
            return new Done(view(caller, user), revoked);
        });
        desk.publish(done.revoked());
        return done.view();
    }

    /**
     * Sets what a user may do at the services behind the log-in.
     *
     * @param seen version that the change was made from
     */
    View permit(
            Caller caller,
            String id,
            int seen,
            UserPermissions.Wanted wanted,
            @Nullable String reproof,
            Language language) {
        Account found = desk.account(caller, id);
        reproofs.require(caller, desk.reproof(caller), reproof);
        return QuarkusTransaction.requiringNew().call(() -> {
            Account user = accounts.lock(found);
            if (user.state() == Account.State.WITHDRAWN) {
                throw AccountProblem.ACCOUNT_WITHDRAWN.because("");
            }
            permissions.set(user, wanted, Actor.of(caller), language);
            accounts.advance(user, seen);
            return view(caller, user);
        });
    }

    /** Certificates that were revoked with it. */
    private List<Certificate> decide(Caller caller, Account user, CertificateChoice choice) {
        if (choice == CertificateChoice.KEEP) {
            return List.of();
        }
        Act act = choice.among(desk.possible(caller, user, CertificateChoice.acts()))
                .orElseThrow(() -> CERTIFICATE_CHOICE_NOT_OFFERED.because("%s", choice));
        return desk.take(caller, user, act);
    }

    private List<InputFault> faults(Caller caller, Form form, Language language) {
        return form.names().faults(policies.of(caller.tenant()).identity(), language);
    }

    private View view(Caller caller, Account user) {
        UserRow row = repository.find(user.tenant(), user.id()).orElseThrow(() -> NOT_FOUND.because(""));
        return new View(
                lines.of(user.tenant(), List.of(row)).getFirst(),
                CertificateChoice.of(desk.possible(caller, row.account(), CertificateChoice.acts())),
                policies.of(user.tenant()),
                desk.reproof(caller));
    }
}

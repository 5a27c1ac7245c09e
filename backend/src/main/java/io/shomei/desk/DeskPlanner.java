package io.shomei.desk;

import static io.shomei.account.AccountProblem.ACCOUNT_WITHDRAWN;
import static io.shomei.desk.DeskProblem.DESK_ACTION_NOT_OFFERED;
import static io.shomei.desk.DeskProblem.DESK_ACTION_WITHOUT_EFFECT;
import static io.shomei.desk.DeskProblem.MAIL_ADDRESS_MISSING;
import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.Entitlements;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.enrolment.AccountEnrolments;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Desk.Act;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which actions somebody may take for an account, and what each would do: shown before, and decided with the action. */
@ApplicationScoped
class DeskPlanner {
    private final DeskActionRepository repository;
    private final DeskWork work;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final Secrets secrets;
    private final CertificateRegister register;
    private final AccountEnrolments enrolments;
    private final Tenants tenants;
    private final Policies policies;

    DeskPlanner(
            DeskActionRepository repository,
            DeskWork work,
            Accounts accounts,
            Entitlements entitlements,
            Secrets secrets,
            CertificateRegister register,
            AccountEnrolments enrolments,
            Tenants tenants,
            Policies policies) {
        this.repository = repository;
        this.work = work;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.secrets = secrets;
        this.register = register;
        this.enrolments = enrolments;
        this.tenants = tenants;
        this.policies = policies;
    }

    /** An action that the caller may take, and what it would do. */
    record Offer(Act act, DeskPlan plan, boolean fourEyes) {}

    /**
     * Everything that the page of an account's actions shows.
     *
     * @param renamedAt since when certificates hold the tenant's present name; null where it never had another
     */
    record Desk(
            Account account,
            Tenant tenant,
            List<Certificate> certificates,
            @Nullable Instant renamedAt,
            List<Offer> offers,
            List<DeskAction> waiting,
            Policy.Reproof reproof) {}

    @Transactional
    Desk desk(Caller caller, String id) {
        Account account = account(caller, id);
        List<Certificate> certificates = register.ofAccount(account.tenant(), account.id());
        DeskPlan.Facts facts = facts(account, certificates);
        List<Offer> offers = caller.account().equals(account.id())
                ? List.of()
                : Stream.of(Act.values())
                        .map(act -> new Offer(
                                act, DeskPlan.of(act, null, caller.role(), facts), isForTwo(caller, account, act)))
                        .filter(offer -> !(offer.plan() instanceof DeskPlan.NotOffered))
                        .toList();
        return new Desk(
                account,
                tenants.get(account.tenant()),
                certificates,
                tenants.renamedAt(account.tenant()).orElse(null),
                offers,
                repository.waiting(account),
                reproof(caller));
    }

    /** Whether the caller acts for accounts like this: an operator for all, an administrator for users of the own tenant. */
    static boolean covers(Caller caller, Account account) {
        return caller.role() == Role.OPERATOR
                || (account.tenant().equals(caller.tenant()) && account.role() == Role.USER);
    }

    @Transactional
    Account account(Caller caller, String id) {
        Account account = accounts.get(caller, id);
        if (!covers(caller, account)) {
            throw NOT_PERMITTED.because("%s", account.role());
        }
        return account;
    }

    /** Which of these can be taken for the account as it is now. */
    Set<Act> possible(Role by, Account account, Set<Act> asked) {
        DeskPlan.Facts facts = facts(account);
        return asked.stream()
                .filter(act -> plan(by, act, null, facts) instanceof DeskPlan.Possible)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }

    /** What the action would do for the account as it is now. Nobody is invited to a certificate that could not be issued. */
    DeskPlan plan(Role by, Account account, Act act, @Nullable SecretKind chosen) {
        return plan(by, act, chosen, facts(account));
    }

    private DeskPlan plan(Role by, Act act, @Nullable SecretKind chosen, DeskPlan.Facts facts) {
        DeskPlan plan = DeskPlan.of(act, chosen, by, facts);
        if (DeskPlan.invites(act) && plan instanceof DeskPlan.Possible) {
            enrolments.requireCertifiable(facts.account());
        }
        boolean first = act == Act.RESET_PASSWORD && chosen == null;
        // Where none is chosen, what the account logs in with is meant.
        return first && plan instanceof DeskPlan.Possible possible
                ? DeskPlan.of(act, possible.secrets().getFirst(), by, facts)
                : plan;
    }

    /** The same, or the refusal that says why not. */
    DeskPlan.Possible require(Role by, Account account, Act act, @Nullable SecretKind chosen) {
        return switch (plan(by, account, act, chosen)) {
            case DeskPlan.Possible possible -> possible;
            case DeskPlan.NotOffered none -> throw DESK_ACTION_NOT_OFFERED.because("%s", act);
            case DeskPlan.Hindered hindered ->
                throw switch (hindered.why()) {
                    case WITHDRAWN -> ACCOUNT_WITHDRAWN.because("");
                    case NO_MAIL_ADDRESS -> MAIL_ADDRESS_MISSING.because("");
                    case NOTHING_LOCKED,
                            NO_CERTIFICATE,
                            ALREADY_SUSPENDED,
                            NOT_SUSPENDED,
                            INCIDENT_REGISTERED,
                            NO_INCIDENT,
                            HAS_CERTIFICATE,
                            ENTITLED,
                            NOT_ENTITLED,
                            COLLECTION_BLOCKED,
                            COLLECTION_ACCUMULATED,
                            COLLECTION_OPEN -> DESK_ACTION_WITHOUT_EFFECT.because("%s", hindered.why());
                };
        };
    }

    /** Whether another operator must approve it. */
    boolean isForTwo(Caller caller, Account account, Act act) {
        return caller.role() == Role.OPERATOR
                && policies.of(account.tenant()).desk().fourEyes().contains(act);
    }

    /** How long another operator can approve what is proposed. */
    Period proposalLifetime(Account account) {
        return policies.of(account.tenant()).desk().proposalLifetime();
    }

    /** What the caller proves again with every action. */
    Policy.Reproof reproof(Caller caller) {
        return caller.role() == Role.OPERATOR
                ? Policy.Reproof.NONE
                : policies.of(caller.tenant()).auth().stepUp().userChange();
    }

    private DeskPlan.Facts facts(Account account) {
        return facts(account, register.ofAccount(account.tenant(), account.id()));
    }

    private DeskPlan.Facts facts(Account account, List<Certificate> certificates) {
        Instant last = certificates.stream()
                .map(Certificate::issuedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new DeskPlan.Facts(
                account,
                policies.of(account.tenant()),
                secrets.states(account),
                work.valid(certificates).size(),
                entitlements.isAwaiting(account, last));
    }
}

package io.shomei.desk;

import static io.shomei.desk.DeskProblem.DESK_ACTION_WAITING;
import static io.shomei.desk.DeskProblem.DESK_ACTION_WITHOUT_EFFECT;
import static io.shomei.desk.DeskProblem.OWN_ACCOUNT;
import static io.shomei.desk.DeskProblem.REQUEST_DOCUMENT_MISSING;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.Reproofs;
import io.shomei.account.secret.SecretKind;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.policy.Policy.Desk.Act;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the desk does for accounts: taken by one person, where the policy asks for it approved by another. */
@ApplicationScoped
class DeskActions {
    private final DeskActionRepository repository;
    private final DeskPlanner planner;
    private final DeskWork work;
    private final Accounts accounts;
    private final Reproofs reproofs;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    DeskActions(
            DeskActionRepository repository,
            DeskPlanner planner,
            DeskWork work,
            Accounts accounts,
            Reproofs reproofs,
            Tenants tenants,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.planner = planner;
        this.work = work;
        this.accounts = accounts;
        this.reproofs = reproofs;
        this.tenants = tenants;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What somebody wants to be done. */
    record Wish(
            Act act,
            @Nullable SecretKind secret,
            @Nullable String reference,
            @Nullable String comment) {}

    /** What was done, and which certificates relying parties must hear of. */
    record Done(DeskAction action, List<Certificate> revoked) {}

    /** Does it, or proposes it where the policy wants a second person. */
    DeskAction take(Caller caller, String id, Wish wish, @Nullable String reproof) {
        // 1. Who may, on which document, and whether it is them.
        Account account = planner.account(caller, id);
        if (caller.account().equals(account.id())) {
            throw OWN_ACCOUNT.because("");
        }
        if (caller.role() == Role.OPERATOR && wish.reference() == null) {
            throw REQUEST_DOCUMENT_MISSING.because("");
        }
        reproofs.require(caller, planner.reproof(caller), reproof);
        Done done = QuarkusTransaction.requiringNew().call(() -> {
            // 2. In one transaction with the history.
            return carryOut(caller, accounts.lock(account), wish);
        });
        // 3. Relying parties hear of it.
        publish(done.revoked());
        return done.action();
    }

    /** For an account that the running transaction has locked, and a caller who has proven to be who they are. */
    @Transactional(Transactional.TxType.MANDATORY)
    Done carryOut(Caller caller, Account locked, Wish wish) {
        // 1. What it would do; the policy says whether one person is enough.
        DeskAction action = action(caller, locked, wish);
        DeskPlan.Possible plan = planner.require(caller.role(), locked, wish.act(), wish.secret());
        if (repository.isProposed(locked, wish.act(), clock.instant())) {
            throw DESK_ACTION_WAITING.because("");
        }
        if (planner.isForTwo(caller, locked, wish.act())) {
            DeskAction proposed = with(action, plan, action.state());
            repository.add(proposed.tenantId(), proposed);
            note(AuditOperation.DESK_PROPOSE, Actor.of(caller), proposed, null);
            return new Done(proposed, List.of());
        }
        // 2. Done, with the history.
        List<Certificate> revoked = work.carryOut(action, plan, false, Actor.of(caller));
        DeskAction finished = with(action, plan, done(plan, null, revoked));
        repository.add(finished.tenantId(), finished);
        note(AuditOperation.DESK_ACT, Actor.of(caller), finished, null);
        return new Done(lock(finished), revoked);
    }

    /** After the commit. */
    void publish(List<Certificate> revoked) {
        work.publish(revoked);
    }

    /** A second operator agrees, and it is done. */
    DeskAction approve(Caller caller, String id, @Nullable String comment) {
        DeskAction found = find(caller, id);
        Done done = QuarkusTransaction.requiringNew().call(() -> {
            Account account = accounts.lock(found.account());
            DeskAction action = lock(found);
            action.requireSecondPerson(caller, clock.instant());
            caller.requireOtherThan(account.id());
            SecretKind chosen = action.secrets().size() == 1 ? action.secrets().getFirst() : null;
            // It is planned anew: meanwhile the account, or the policy, may have changed.
            if (!(planner.plan(Role.OPERATOR, account, action.act(), chosen) instanceof DeskPlan.Possible plan)) {
                throw DESK_ACTION_WITHOUT_EFFECT.because("%s", action.act());
            }
            List<Certificate> revoked = work.carryOut(action, plan, true, Actor.of(caller));
            DeskAction finished = with(action, plan, done(plan, decision(caller, comment), revoked));
            repository.become(finished.tenantId(), finished);
            note(AuditOperation.DESK_APPROVE, Actor.of(caller), finished, comment);
            return new Done(lock(finished), revoked);
        });
        publish(done.revoked());
        return done.action();
    }

    /** A second operator does not agree, or the first takes it back. */
    @Transactional
    DeskAction refuse(Caller caller, String id, @Nullable String comment) {
        DeskAction action = lock(find(caller, id));
        action.requireProposed(clock.instant());
        DeskAction refused = action.in(new DeskAction.State.Refused(decision(caller, comment)));
        repository.become(refused.tenantId(), refused);
        note(AuditOperation.DESK_REFUSE, Actor.of(caller), refused, comment);
        return refused;
    }

    /** Ends proposals that nobody decided in time; how many there were. */
    @Transactional
    int endLapsed(int limit) {
        List<DeskAction> lapsed = repository.endLapsed(clock.instant(), limit);
        lapsed.forEach(action -> note(AuditOperation.DESK_LAPSE, Actor.PLATFORM, action, null));
        return lapsed.size();
    }

    @Transactional
    DeskAction find(Caller caller, String id) {
        return Ids.parse(id)
                .flatMap(repository::findAnyones)
                .filter(action -> DeskPlanner.covers(caller, action.account()))
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    @Transactional
    Page<DeskAction> list(
            Caller caller,
            @Nullable String state,
            @Nullable AccountId account,
            boolean reissues,
            @Nullable String letter,
            PageRequest page) {
        boolean operator = caller.role() == Role.OPERATOR;
        return repository.page(
                new DeskActionRepository.Filter(
                        operator ? null : caller.tenant(),
                        operator ? null : Role.USER,
                        state,
                        account,
                        reissues,
                        letter),
                page);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    DeskAction lock(DeskAction found) {
        return repository.lock(found.tenantId(), found.id()).orElseThrow(() -> NOT_FOUND.because(""));
    }

    void note(AuditOperation operation, Actor actor, DeskAction action, @Nullable String comment) {
        Map<String, String> facts = new HashMap<>(action.account().facts());
        facts.put("action", action.act().name());
        facts.put("id", action.id().toString());
        if (action.reference() != null) {
            facts.put("reference", action.reference());
        }
        if (!action.secrets().isEmpty()) {
            facts.put(
                    "secrets",
                    String.join(
                            ", ",
                            action.secrets().stream().map(SecretKind::name).toList()));
        }
        String said = comment == null ? action.comment() : comment;
        if (said != null) {
            facts.put("comment", said);
        }
        audit.append(AuditEntry.done(action.tenantId(), operation, actor)
                .on(action.account().name(), action.account().id().value())
                .with(facts));
    }

    private DeskAction action(Caller caller, Account account, Wish wish) {
        Tenant tenant = tenants.get(account.tenant());
        Instant now = clock.instant();
        Instant until = now.atOffset(ZoneOffset.UTC)
                .plus(planner.proposalLifetime(account))
                .toInstant();
        return new DeskAction(
                ids.next(),
                account,
                new DeskAction.TenantNames(tenant.nameJa(), tenant.nameEn()),
                wish.act(),
                List.of(),
                wish.reference(),
                wish.comment(),
                caller.account(),
                caller.name(),
                now,
                new DeskAction.State.Proposed(until));
    }

    private static DeskAction with(DeskAction action, DeskPlan.Possible plan, DeskAction.State state) {
        return new DeskAction(
                action.id(),
                action.account(),
                action.tenant(),
                action.act(),
                new ArrayList<>(plan.secrets()),
                action.reference(),
                action.comment(),
                action.takenById(),
                action.takenBy(),
                action.takenAt(),
                state);
    }

    private static DeskAction.State done(
            DeskPlan.Possible plan, DeskAction.@Nullable Decision approved, List<Certificate> revoked) {
        DeskAction.Letter letter = plan.letter() ? new DeskAction.Letter.Due() : new DeskAction.Letter.None();
        return new DeskAction.State.Done(approved, revoked.size(), letter);
    }

    private DeskAction.Decision decision(Caller caller, @Nullable String comment) {
        return new DeskAction.Decision(caller.name(), clock.instant(), comment);
    }
}

package io.shomei.account.secret;

import static io.shomei.account.secret.SecretProblem.SECRET_RULES_BROKEN;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.TenantId;
import io.shomei.keys.Argon2id;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only place where a secret of an account is compared, changed, handed out or unlocked. A hash takes many milliseconds, during
 * which this class has no transaction open; its callers should have none either.
 */
@ApplicationScoped
public class Secrets {
    private final SecretRepository repository;
    private final NobodyRepository nobodies;
    private final SecretChanges changes;
    private final OneTimePasswords otp;
    private final Argon2id argon2id;
    private final Policies policies;
    private final Tenants tenants;
    private final InstantSource clock;

    Secrets(
            SecretRepository repository,
            NobodyRepository nobodies,
            SecretChanges changes,
            OneTimePasswords otp,
            Argon2id argon2id,
            Policies policies,
            Tenants tenants,
            InstantSource clock) {
        this.repository = repository;
        this.nobodies = nobodies;
        this.changes = changes;
        this.otp = otp;
        this.argon2id = argon2id;
        this.policies = policies;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Compares what was typed. A failure counts before the hash is computed, and is forgotten when it was none: of any number of
     * attempts at the same time no more are looked at than the policy's threshold. Right, wrong, locked and absent take the same work.
     *
     * @param by who typed it and from where, for the history, which has the lock; the failure itself is for the caller to write down
     */
    public Check check(Actor by, Account account, SecretKind kind, String typed) {
        Policy policy = policies.of(account.tenant());
        if (kind.isPin() && isOutside(policy.password(), typed)) {
            // Nobody's PIN is so long or so short, so it costs the person nothing (AT-40), and time does not tell.
            argon2id.matchesNothing(typed);
            return new Check.Wrong();
        }
        Instant now = clock.instant();
        // 1. Counted, in a transaction of its own: whoever comes at the same time sees it.
        Optional<SecretRow> counted =
                QuarkusTransaction.requiringNew().call(() -> repository.count(account, kind, policy.lockout(), now));
        // 2. Compared, with no transaction open.
        if (counted.isEmpty()) {
            if (kind.isMemorized()) {
                argon2id.matchesNothing(typed);
            }
            return refusal(account, kind, policy, now);
        }
        SecretRow row = counted.get();
        OneTimePasswords.Match match = kind.isMemorized()
                ? OneTimePasswords.Match.of(row.hash() != null && argon2id.matches(row.hash(), typed))
                : otp.match(account, row, typed, now);
        // 3. Forgotten, or the lock written down.
        return match.right() ? succeed(account, row, match.step(), policy, now) : fail(by, account, row, policy, now);
    }

    /** Counts, takes as long and locks as {@link #check} does, and is never right: for an ID that is nobody's. */
    public Check checkNobody(Nobody nobody, SecretKind kind, String typed) {
        Policy policy = policies.of(nobody.tenant());
        if (kind.isPin() && isOutside(policy.password(), typed)) {
            argon2id.matchesNothing(typed);
            return new Check.Wrong();
        }
        Instant now = clock.instant();
        Optional<NobodyRepository.Counted> counted =
                QuarkusTransaction.requiringNew().call(() -> nobodies.count(nobody, kind, policy.lockout(), now));
        argon2id.matchesNothing(typed);
        if (counted.isPresent()) {
            Optional<Check.Locked> lock = counted.get().lockAt(policy.lockout(), now);
            return lock.isPresent() ? lock.get() : new Check.Wrong();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> nobodies.find(nobody, kind))
                .flatMap(row -> row.lockAt(policy.lockout(), now))
                .orElseGet(() -> new Check.Locked(null));
    }

    /** Takes as long as {@link #check}: where no tenant asks for an ID and a secret. */
    public Check checkNothing(String typed) {
        argon2id.matchesNothing(typed);
        return new Check.Wrong();
    }

    /** Whether the account has one that has not lapsed. */
    public boolean has(Account account, SecretKind kind) {
        Instant now = clock.instant();
        return find(account, kind).filter(row -> row.isUsableAt(now)).isPresent();
    }

    /** Every secret that the account has or had. */
    public List<SecretState> states(Account account) {
        Policy policy = policies.of(account.tenant());
        ZoneId zone = tenants.recent(account.tenant()).timeZone();
        Instant now = clock.instant();
        return QuarkusTransaction.joiningExisting().call(() -> repository.of(account)).stream()
                .map(row -> row.stateAt(policy, zone, now))
                .toList();
    }

    /** Every rule that a new value would break; that it was used before is found only where it breaks no other. */
    public List<SecretRule> faults(Account account, SecretKind kind, String value) {
        return changes.faults(account, find(account, kind).orElse(null), value);
    }

    /** The refusal of a value that breaks rules, with a sentence for each. */
    public ProblemException refusal(Account account, List<SecretRule> broken, String pointer, Language language) {
        Policy.Password policy = policies.of(account.tenant()).password();
        return SECRET_RULES_BROKEN.with(broken.stream()
                .map(rule -> new InputFault(pointer, rule.code(), rule.message(language, policy)))
                .toList());
    }

    /**
     * The person chooses a new value. The one before is remembered as the policy says, and the counter begins anew.
     *
     * @throws ProblemException where the value breaks a rule; {@link #faults} tells beforehand
     */
    public void set(Caller by, Account account, SecretKind kind, String value) {
        changes.choose(Actor.of(by), account, kind, value);
    }

    /** As {@link #set(Caller, Account, SecretKind, String)}, for the platform and for who has no session yet. */
    public void set(Actor by, Account account, SecretKind kind, String value) {
        changes.choose(by, account, kind, value);
    }

    /**
     * Makes a new one, which ends the one before. It must be changed at its next use where the policy says so. It is returned once and
     * cannot be read again.
     *
     * @return what is handed out: the value, the key of an authenticator in base32, or the cells of a {@link GridCard}
     */
    public String issue(Actor by, Account account, SecretKind kind) {
        return changes.issue(by, account, kind);
    }

    /**
     * Takes an authenticator app into use, in the place of the one before, if this is a code of it now. The code is used up with that.
     *
     * @return false where it is not, and nothing changed
     */
    public boolean adopt(Actor by, Account account, Authenticator authenticator, String code) {
        if (Totp.step(authenticator.key(), code, clock.instant(), null).isEmpty()) {
            return false;
        }
        changes.adopt(by, account, authenticator);
        return check(by, account, SecretKind.TOTP, code) instanceof Check.Right;
    }

    /** Keeps a secret from lapsing, because it was used in time; in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Account account, SecretKind kind) {
        repository.keep(account, kind);
    }

    /**
     * Accounts whose acquisition passwords nobody used and that lapse not later than a moment, with when each does. Each is answered once, and
     * only where somebody can be written to: they are noted as told.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<AccountId, Instant> lapsing(TenantId tenant, Instant until, int limit) {
        return repository.lapsing(tenant, until, clock.instant(), limit);
    }

    /** Ends a secret; nothing takes its place. */
    public void end(Actor by, Account account, SecretKind kind) {
        changes.end(by, account, kind);
    }

    /** Begins the counter of failures anew. */
    @Transactional
    public void unlock(Actor by, Account account, SecretKind kind) {
        if (repository.unlock(account, kind)) {
            changes.note(AuditOperation.SECRET_UNLOCK, by, account, kind);
        }
    }

    /**
     * The positions of the account's card to ask for: the same until they are answered, so that nobody waits for others. Empty without
     * a card.
     */
    @Transactional
    public List<String> gridChallenge(Account account) {
        return otp.challenge(account);
    }

    private static boolean isOutside(Policy.Password policy, String typed) {
        return typed.length() < policy.minLength() || typed.length() > policy.maxLength();
    }

    private Check refusal(Account account, SecretKind kind, Policy policy, Instant now) {
        Optional<SecretRow> row = find(account, kind).filter(each -> each.isUsableAt(now));
        if (row.isEmpty()) {
            return new Check.Unset();
        }
        // Where the lock is gone by now, somebody succeeded meanwhile; this attempt was not looked at all the same.
        return row.get().lockAt(policy, now).orElse(new Check.Locked(null));
    }

    private Check succeed(Account account, SecretRow row, @Nullable Long step, Policy policy, Instant now) {
        boolean stands = QuarkusTransaction.requiringNew().call(() -> repository.succeeded(account, row, step));
        if (!stands) {
            // It was replaced, or used, while it was compared.
            return new Check.Wrong();
        }
        ZoneId zone = tenants.recent(account.tenant()).timeZone();
        return new Check.Right(row.withoutFailures().stateAt(policy, zone, now));
    }

    private Check fail(Actor by, Account account, SecretRow row, Policy policy, Instant now) {
        Optional<Check.Locked> lock = row.lockAt(policy, now);
        if (lock.isEmpty()) {
            return new Check.Wrong();
        }
        QuarkusTransaction.requiringNew().run(() -> changes.note(AuditOperation.SECRET_LOCK, by, account, row.kind()));
        return lock.get();
    }

    private Optional<SecretRow> find(Account account, SecretKind kind) {
        return QuarkusTransaction.joiningExisting().call(() -> repository.findSecret(account, kind));
    }
}

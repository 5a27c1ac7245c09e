package io.shomei.account.secret;

import static io.shomei.account.secret.SecretProblem.SECRET_RULES_BROKEN;
import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.keys.Argon2id;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one secret takes the place of another: chosen by the person, handed out, or ended. */
@ApplicationScoped
class SecretChanges {
    private final SecretRepository repository;
    private final OneTimePasswords otp;
    private final NewSecrets made;
    private final Argon2id argon2id;
    private final Policies policies;
    private final Tenants tenants;
    private final AuditLog audit;
    private final InstantSource clock;

    SecretChanges(
            SecretRepository repository,
            OneTimePasswords otp,
            NewSecrets made,
            Argon2id argon2id,
            Policies policies,
            Tenants tenants,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.otp = otp;
        this.made = made;
        this.argon2id = argon2id;
        this.policies = policies;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every rule that a new value would break; earlier values are looked at only where it breaks no other. */
    List<SecretRule> faults(Account account, @Nullable SecretRow before, String value) {
        Policy.Password policy = policies.of(account.tenant()).password();
        List<SecretRule> broken = new ArrayList<>(SecretRules.broken(
                policy, account, tenants.recent(account.tenant()).code(), value));
        if (broken.isEmpty()
                && before != null
                && before.remembered(policy).stream().anyMatch(hash -> argon2id.matches(hash, value))) {
            broken.add(SecretRule.USED_BEFORE);
        }
        return broken;
    }

    void choose(Actor by, Account account, SecretKind kind, String value) {
        if (!kind.isChosen()) {
            throw new IllegalArgumentException("nobody chooses a " + kind);
        }
        SecretRow before = find(account, kind);
        List<SecretRule> broken = faults(account, before, value);
        if (!broken.isEmpty()) {
            throw SECRET_RULES_BROKEN.because(
                    "%s", broken.stream().map(SecretRule::code).toList());
        }
        Instant now = clock.instant();
        SecretRow chosen = SecretRow.of(kind, argon2id.hash(value), null, former(account, before), false, now, now);
        put(AuditOperation.SECRET_CHANGE, by, account, before, chosen);
    }

    /** Makes one and returns what is handed out. */
    String issue(Actor by, Account account, SecretKind kind) {
        SecretRow before = find(account, kind);
        Instant now = clock.instant();
        Policy policy = policies.of(account.tenant());
        Instant chosenAt = before == null ? null : before.ownSince(policy.password());
        if (!kind.isMemorized()) {
            OneTimePasswords.New key = otp.make(account, kind);
            SecretRow row = SecretRow.of(kind, null, key.sealed(), List.of(), false, now, chosenAt);
            put(AuditOperation.SECRET_ISSUE, by, account, before, row);
            return key.handedOut();
        }
        Tenant tenant = tenants.recent(account.tenant());
        String value = made.value(kind, policy.password(), account, tenant.code());
        SecretRow row =
                SecretRow.of(kind, argon2id.hash(value), null, former(account, before), kind.isChosen(), now, chosenAt);
        put(AuditOperation.SECRET_ISSUE, by, account, before, row.lapsing(lapse(row, policy, tenant, now)));
        return value;
    }

    /** The key of an app that the person has already. */
    void adopt(Actor by, Account account, Authenticator authenticator) {
        SecretRow before = find(account, SecretKind.TOTP);
        Instant now = clock.instant();
        byte[] sealed = otp.seal(account, SecretKind.TOTP, authenticator.key());
        put(
                AuditOperation.SECRET_CHANGE,
                by,
                account,
                before,
                SecretRow.of(SecretKind.TOTP, null, sealed, List.of(), false, now, now));
    }

    /** Nothing takes its place. */
    void end(Actor by, Account account, SecretKind kind) {
        SecretRow before = find(account, kind);
        if (before != null && before.isThere()) {
            Instant ownSince = before.ownSince(policies.of(account.tenant()).password());
            SecretRow nothing = SecretRow.of(kind, null, null, former(account, before), false, null, ownSince);
            put(AuditOperation.SECRET_END, by, account, before, nothing);
        }
    }

    void note(AuditOperation operation, Actor by, Account account, SecretKind kind) {
        Map<String, String> facts = new HashMap<>(account.facts());
        facts.put("kind", kind.name());
        audit.append(AuditEntry.done(account.tenant(), operation, by)
                .on(account.name(), account.id().value())
                .with(facts));
    }

    /** What waits to be used or changed lapses; what a person was given for good does not. */
    private static @Nullable Instant lapse(SecretRow row, Policy policy, Tenant tenant, Instant now) {
        boolean waits = row.kind() == SecretKind.ACQUISITION_PASSWORD
                || row.stateAt(policy, tenant.timeZone(), now).changeRequired() != null;
        var lifetime = policy.enrolment().secretLifetime();
        return waits && lifetime != null
                ? now.atZone(tenant.timeZone()).plus(lifetime).toInstant()
                : null;
    }

    private List<String> former(Account account, @Nullable SecretRow before) {
        Policy.Password policy = policies.of(account.tenant()).password();
        return before == null
                ? List.of()
                : before.remembered(policy).stream().limit(policy.history()).toList();
    }

    private @Nullable SecretRow find(Account account, SecretKind kind) {
        Optional<SecretRow> found =
                QuarkusTransaction.joiningExisting().call(() -> repository.findSecret(account, kind));
        return found.orElse(null);
    }

    /** The change and its event, in one transaction. */
    private void put(AuditOperation operation, Actor by, Account account, @Nullable SecretRow before, SecretRow after) {
        QuarkusTransaction.joiningExisting().run(() -> {
            if (!repository.put(account, after, before == null ? 0 : before.version())) {
                throw CHANGED_MEANWHILE.because("");
            }
            note(operation, by, account, after.kind());
        });
    }
}

package io.shomei.account.secret;

import io.shomei.account.Account;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy.LockOut;
import io.shomei.policy.Policy.LockOut.LastLock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SecretRepository {
    private static final String COLUMNS =
            "kind, hash, sealed, former, temporary, set_at, chosen_at, lapses_at, failures, locks, last_failure_at, used_step, challenge, version";
    private static final String THIS = " where tenant_id = ? and account_id = ? and kind = ? ";

    /** More people than this are not locked out in a day's work. */
    private static final int MOST_FAILED = 10_000;

    private final TenantScope scope;

    SecretRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<SecretRow> findSecret(Account account, SecretKind kind) {
        return scope.in(account.tenant())
                .one(
                        "select " + COLUMNS + " from secret" + THIS,
                        SecretRepository::read,
                        account.tenant().value(),
                        account.id().value(),
                        kind.name());
    }

    List<SecretRow> of(Account account) {
        return scope.in(account.tenant())
                .list(
                        "select " + COLUMNS + " from secret where tenant_id = ? and account_id = ? order by kind",
                        SecretRepository::read,
                        account.tenant().value(),
                        account.id().value());
    }

    /**
     * Counts a failure before anybody knows whether it is one, where the secret can be looked at now; of those that come at the same
     * time no more than the threshold are let through. Empty where it is locked, lapsed or not there.
     */
    Optional<SecretRow> count(Account account, SecretKind kind, LockOut policy, Instant now) {
        int threshold = policy.threshold();
        return scope.in(account.tenant())
                .one(
                        """
                        update secret
                        set failures = case when failures >= ? then 1 else failures + 1 end,
                            locks = case when failures >= ? then locks + 1 else locks end,
                            last_failure_at = ?
                        """ + THIS + """
                        and (hash is not null or sealed is not null) and (lapses_at is null or lapses_at > ?)
                        and (failures < ? or last_failure_at <= ? and (locks = 0 or ?))
                        returning\040""" + COLUMNS,
                        SecretRepository::read,
                        threshold,
                        threshold,
                        now,
                        account.tenant().value(),
                        account.id().value(),
                        kind.name(),
                        now,
                        threshold,
                        policy.temporary() == null ? null : now.minus(policy.temporary()),
                        policy.last() == LastLock.TEMPORARY);
    }

    /**
     * Forgets the failures in a row; false where the secret was changed since it was read, or the step of time or the challenge was used.
     *
     * @param step of a one-time password by time
     */
    boolean succeeded(Account account, SecretRow checked, @Nullable Long step) {
        return scope.in(account.tenant())
                        .update(
                                "update secret set failures = 0, locks = 0, last_failure_at = null, challenge = null, "
                                        + "used_step = coalesce(?::bigint, used_step)" + THIS
                                        + "and version = ? and challenge is not distinct from ?"
                                        + " and (?::bigint is null or used_step is null or used_step < ?::bigint)",
                                step,
                                account.tenant().value(),
                                account.id().value(),
                                checked.kind().name(),
                                checked.version(),
                                checked.challenge(),
                                step,
                                step)
                == 1;
    }

    /** Puts a secret in the place of what was read, and begins its counter anew; false where somebody else changed it since. */
    boolean put(Account account, SecretRow secret, int seen) {
        return scope.in(account.tenant())
                        .update(
                                """
                                insert into secret (tenant_id, account_id, kind, hash, sealed, former, temporary, set_at, chosen_at, lapses_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (tenant_id, account_id, kind) do update
                                set hash = excluded.hash, sealed = excluded.sealed, former = excluded.former,
                                    temporary = excluded.temporary, set_at = excluded.set_at, chosen_at = excluded.chosen_at,
                                    lapses_at = excluded.lapses_at, failures = 0, locks = 0, last_failure_at = null,
                                    used_step = null, challenge = null, version = secret.version + 1
                                where secret.version = ?""",
                                account.tenant().value(),
                                account.id().value(),
                                secret.kind().name(),
                                secret.hash(),
                                secret.sealed(),
                                secret.former().toArray(String[]::new),
                                secret.temporary(),
                                secret.setAt(),
                                secret.chosenAt(),
                                secret.lapsesAt(),
                                seen)
                == 1;
    }

    /** Begins the counter anew; false where nothing was counted. */
    boolean unlock(Account account, SecretKind kind) {
        return scope.in(account.tenant())
                        .update(
                                "update secret set failures = 0, locks = 0, last_failure_at = null" + THIS
                                        + "and failures > 0",
                                account.tenant().value(),
                                account.id().value(),
                                kind.name())
                == 1;
    }

    /**
     * Acquisition passwords that lapse within a time, whose people can be written to and were not told of it: when each does. They are noted
     * as told.
     */
    Map<AccountId, Instant> lapsing(TenantId tenant, Instant until, Instant now, int limit) {
        return scope
                .in(tenant)
                .list(
                        """
                        update secret set lapse_noticed_at = ? where tenant_id = ? and kind = 'ACQUISITION_PASSWORD' and account_id in (
                            select s.account_id from secret s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
                            where s.tenant_id = ? and s.kind = 'ACQUISITION_PASSWORD' and s.hash is not null
                                and s.lapses_at > ? and s.lapses_at <= ?
                                and (s.lapse_noticed_at is null or s.lapse_noticed_at < s.set_at)
                                and a.state = 'ACTIVE' and a.email is not null
                            order by s.lapses_at limit ?)
                        returning account_id, lapses_at""",
                        row -> Map.entry(new AccountId(Sql.uuid(row, "account_id")), Sql.instantOf(row, "lapses_at")),
                        now,
                        tenant.value(),
                        tenant.value(),
                        now,
                        until,
                        limit)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** It lapses no more. */
    void keep(Account account, SecretKind kind) {
        scope.in(account.tenant())
                .update(
                        "update secret set lapses_at = null" + THIS + "and lapses_at is not null",
                        account.tenant().value(),
                        account.id().value(),
                        kind.name());
    }

    /** Keeps the positions that are asked for, where none are yet. */
    void challenge(Account account, String positions) {
        scope.in(account.tenant())
                .update(
                        "update secret set challenge = ?" + THIS + "and challenge is null",
                        positions,
                        account.tenant().value(),
                        account.id().value(),
                        SecretKind.GRID_CARD.name());
    }

    /** A counter that is not at zero. */
    record Failed(
            TenantId tenant,
            AccountId account,
            SecretKind kind,
            int failures,
            int locks,
            @Nullable Instant lastFailureAt) {}

    /**
     * Counters that are not at zero, the latest first, up to a bound.
     *
     * @param tenant null for all tenants
     * @param among null for all accounts
     */
    @AcrossTenants("an operator looks after the accounts of all tenants")
    List<Failed> failed(@Nullable TenantId tenant, @Nullable Collection<AccountId> among) {
        Sql sql = tenant == null ? scope.acrossTenants() : scope.in(tenant);
        StringBuilder query = new StringBuilder(
                "select tenant_id, account_id, kind, failures, locks, last_failure_at from secret where failures > 0");
        List<Object> values = new ArrayList<>();
        if (tenant != null) {
            query.append(" and tenant_id = ?");
            values.add(tenant.value());
        }
        if (among != null) {
            query.append(" and account_id = any(?)");
            values.add(among.stream().map(AccountId::value).toArray(UUID[]::new));
        }
        query.append(" order by last_failure_at desc limit ").append(MOST_FAILED);
        return sql.list(query.toString(), SecretRepository::readFailed, values.toArray());
    }

    /** The means of one-time passwords that these accounts have. */
    List<Failed> otps(TenantId tenant, Collection<AccountId> accounts) {
        return scope.in(tenant)
                .list(
                        """
                        select tenant_id, account_id, kind, failures, locks, last_failure_at from secret
                        where tenant_id = ? and account_id = any(?) and kind in ('TOTP', 'GRID_CARD') and sealed is not null""",
                        SecretRepository::readFailed,
                        tenant.value(),
                        accounts.stream().map(AccountId::value).toArray(UUID[]::new));
    }

    private static Failed readFailed(ResultSet row) throws SQLException {
        return new Failed(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new AccountId(Sql.uuid(row, "account_id")),
                SecretKind.valueOf(row.getString("kind")),
                row.getInt("failures"),
                row.getInt("locks"),
                Sql.instant(row, "last_failure_at"));
    }

    private static SecretRow read(ResultSet row) throws SQLException {
        return new SecretRow(
                SecretKind.valueOf(row.getString("kind")),
                row.getString("hash"),
                row.getBytes("sealed"),
                texts(row.getArray("former")),
                row.getBoolean("temporary"),
                Sql.instant(row, "set_at"),
                Sql.instant(row, "chosen_at"),
                Sql.instant(row, "lapses_at"),
                row.getInt("failures"),
                row.getInt("locks"),
                Sql.instant(row, "last_failure_at"),
                row.getObject("used_step", Long.class),
                row.getString("challenge"),
                row.getInt("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}

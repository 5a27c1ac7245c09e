package io.shomei.account.secret;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.policy.Policy.LockOut;
import io.shomei.policy.Policy.LockOut.LastLock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was counted under log-in IDs that are nobody's. */
@ApplicationScoped
class NobodyRepository {
    private static final String NOBODYS = "who is nobody belongs to no tenant";
    private static final String COLUMNS = "failures, locks, last_failure_at";

    private final TenantScope scope;

    NobodyRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Failures in a row. */
    record Counted(int failures, int locks, @Nullable Instant lastFailureAt) {
        Optional<Check.Locked> lockAt(LockOut policy, Instant now) {
            return LockOuts.now(policy, failures, locks, lastFailureAt, now);
        }
    }

    /** Counts as {@link SecretRepository#count} does. Empty where it is locked. */
    @AcrossTenants(NOBODYS)
    Optional<Counted> count(Nobody nobody, SecretKind kind, LockOut policy, Instant now) {
        int threshold = policy.threshold();
        return scope.untenanted()
                .one(
                        """
                        insert into nobody_secret as n (nobody, kind, failures, last_failure_at) values (?, ?, 1, ?)
                        on conflict (nobody, kind) do update
                        set failures = case when n.failures >= ? then 1 else n.failures + 1 end,
                            locks = case when n.failures >= ? then n.locks + 1 else n.locks end,
                            last_failure_at = excluded.last_failure_at
                        where n.failures < ? or n.last_failure_at <= ? and (n.locks = 0 or ?)
                        returning\040""" + COLUMNS,
                        NobodyRepository::read,
                        nobody.digest(),
                        kind.name(),
                        now,
                        threshold,
                        threshold,
                        threshold,
                        policy.temporary() == null ? null : now.minus(policy.temporary()),
                        policy.last() == LastLock.TEMPORARY);
    }

    @AcrossTenants(NOBODYS)
    Optional<Counted> find(Nobody nobody, SecretKind kind) {
        return scope.untenanted()
                .one(
                        "select " + COLUMNS + " from nobody_secret where nobody = ? and kind = ?",
                        NobodyRepository::read,
                        nobody.digest(),
                        kind.name());
    }

    /** Forgets what is older, and the oldest beyond so many. */
    @AcrossTenants(NOBODYS)
    void forget(Instant before, int most) {
        scope.untenanted().update("""
                        delete from nobody_secret
                        where last_failure_at < ?
                            or last_failure_at < (select last_failure_at from nobody_secret order by last_failure_at desc offset ? limit 1)""", before, most);
    }

    private static Counted read(ResultSet row) throws SQLException {
        return new Counted(row.getInt("failures"), row.getInt("locks"), Sql.instant(row, "last_failure_at"));
    }
}

package io.shomei.account;

import io.shomei.database.Like;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AccountRepository {
    private static final String COLUMNS =
            "tenant_id, id, role, login_id, name, kana, email, rights, state, initialised_at, incident_at, entitled_at,"
                    + " collection_blocked_at, collection_accumulated_at";
    private static final String LINE =
            COLUMNS + ", version, created_at, tenant_name_ja, tenant_name_en, certificate_until, certificate_outdated";

    private final TenantScope scope;

    AccountRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<Account> findAccount(TenantId tenant, AccountId id) {
        return find(tenant, id, "");
    }

    @AcrossTenants("whoever logs in types no tenant")
    Optional<Account> findByLoginId(String loginId) {
        return scope.acrossTenants()
                .one("select " + COLUMNS + " from account where login_id = ?", AccountRepository::read, loginId);
    }

    @AcrossTenants("an operator looks after the accounts of all tenants")
    Optional<Account> findAnyones(AccountId id) {
        return scope.acrossTenants()
                .one("select " + COLUMNS + " from account where id = ?", AccountRepository::read, id.value());
    }

    /** The account, which nobody else changes until the end of the transaction. */
    Optional<Account> lock(TenantId tenant, AccountId id) {
        return find(tenant, id, " for update");
    }

    Optional<AccountLine> findLine(TenantId tenant, AccountId id) {
        return scope.in(tenant)
                .one(
                        "select " + LINE + " from v_account_line where tenant_id = ? and id = ?",
                        AccountRepository::readLine,
                        tenant.value(),
                        id.value());
    }

    List<Account> ofRole(TenantId tenant, Role role) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + " from account where tenant_id = ? and role = ? order by created_at",
                        AccountRepository::read,
                        tenant.value(),
                        role.name());
    }

    /** Locks the active accounts of these roles, so that two are not taken away at the same time, and counts them. */
    int lockActive(TenantId tenant, Set<Role> roles) {
        return scope.in(tenant)
                .list(
                        """
                        select id from account where tenant_id = ? and role = any(?) and state = 'ACTIVE'
                        order by id for update""",
                        row -> Sql.uuid(row, "id"),
                        tenant.value(),
                        roles.stream().map(Role::name).toArray(String[]::new))
                .size();
    }

    /** False where somebody else has the log-in ID. */
    boolean add(Account account, Instant now) {
        TenantId tenant = account.tenant();
        return scope.in(tenant)
                        .update(
                                "insert into account (" + COLUMNS
                                        + ", created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (login_id)"
                                        + " do nothing",
                                tenant.value(),
                                account.id().value(),
                                account.role().name(),
                                account.loginId(),
                                account.name(),
                                account.kana(),
                                account.email(),
                                account.storedRights(),
                                account.state().name(),
                                account.marks().initialisedAt(),
                                account.marks().incidentAt(),
                                account.marks().entitledAt(),
                                account.marks().collectionBlockedAt(),
                                account.marks().collectionAccumulatedAt(),
                                now)
                == 1;
    }

    /** Takes over what may change of an account; false where another change came in between. */
    boolean change(Account account, int seen) {
        return scope.in(account.tenant())
                        .update(
                                """
                                update account set name = ?, kana = ?, email = ?, rights = ?, version = version + 1
                                where tenant_id = ? and id = ? and version = ?""",
                                account.name(),
                                account.kana(),
                                account.email(),
                                account.storedRights(),
                                account.tenant().value(),
                                account.id().value(),
                                seen)
                == 1;
    }

    void readdress(Account account) {
        scope.in(account.tenant())
                .update(
                        "update account set email = ?, version = version + 1 where tenant_id = ? and id = ?",
                        account.email(),
                        account.tenant().value(),
                        account.id().value());
    }

    void become(Account account, Account.State state) {
        scope.in(account.tenant())
                .update(
                        "update account set state = ?, version = version + 1 where tenant_id = ? and id = ?",
                        state.name(),
                        account.tenant().value(),
                        account.id().value());
    }

    /** Sets what happened to an account. */
    void mark(Account account, Account.Marks marks) {
        scope.in(account.tenant())
                .update(
                        """
                        update account set initialised_at = ?, incident_at = ?, entitled_at = ?, collection_blocked_at = ?,
                            collection_accumulated_at = ?, version = version + 1
                        where tenant_id = ? and id = ?""",
                        marks.initialisedAt(),
                        marks.incidentAt(),
                        marks.entitledAt(),
                        marks.collectionBlockedAt(),
                        marks.collectionAccumulatedAt(),
                        account.tenant().value(),
                        account.id().value());
    }

    /**
     * @param from null for at once
     */
    void acquirableFrom(Account account, @Nullable Instant from) {
        scope.in(account.tenant())
                .update(
                        "update account set acquirable_from = ? where tenant_id = ? and id = ?",
                        from,
                        account.tenant().value(),
                        account.id().value());
    }

    /** Empty where nothing is to be waited for. */
    Optional<Instant> acquirableFrom(Account account) {
        return scope.in(account.tenant())
                .one(
                        "select acquirable_from from account where tenant_id = ? and id = ? and acquirable_from is not null",
                        row -> Sql.instantOf(row, "acquirable_from"),
                        account.tenant().value(),
                        account.id().value());
    }

    /**
     * Users who were let acquire a certificate within a time, have not done so since, can be written to and were not told that it lapses. They
     * are noted as told.
     */
    List<Account> lapsingEntitlements(TenantId tenant, Instant after, Instant until, Instant now, int limit) {
        return scope.in(tenant)
                .list("""
                        update account set lapse_noticed_at = ? where tenant_id = ? and id in (
                            select id from v_user where tenant_id = ? and entitled_at > ? and entitled_at <= ?
                                and state = 'ACTIVE' and email is not null
                                and (lapse_noticed_at is null or lapse_noticed_at < entitled_at)
                                and (last_issued is null or last_issued <= entitled_at
                                    or initialised_at is not null and last_issued <= initialised_at)
                            limit ?)
                        returning\040""" + COLUMNS, AccountRepository::read, now, tenant.value(), tenant.value(), after, until, limit);
    }

    /** Users who were let acquire a certificate before a moment and have not done so since, locked. */
    List<Account> unusedEntitlements(TenantId tenant, Instant before, int limit) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + """
                                 from account where tenant_id = ? and id in (
                                    select id from v_user where tenant_id = ? and entitled_at < ?
                                        and (last_issued is null or last_issued <= entitled_at
                                            or initialised_at is not null and last_issued <= initialised_at)
                                    limit ?)
                                for update""",
                        AccountRepository::read,
                        tenant.value(),
                        tenant.value(),
                        before,
                        limit);
    }

    /** Counts a change of something that belongs to the account; false where another change came in between. */
    boolean advance(Account account, int seen) {
        return scope.in(account.tenant())
                        .update(
                                "update account set version = version + 1 where tenant_id = ? and id = ? and version = ?",
                                account.tenant().value(),
                                account.id().value(),
                                seen)
                == 1;
    }

    List<LogIn> lastLogIns(Account account, int limit) {
        return scope.in(account.tenant())
                .list(
                        """
                        select opened_at, address from v_account_log_in where tenant_id = ? and account_id = ?
                        order by opened_at desc limit ?""",
                        row -> new LogIn(Sql.instantOf(row, "opened_at"), row.getString("address")),
                        account.tenant().value(),
                        account.id().value(),
                        limit);
    }

    /**
     * A page of one tenant's accounts, or of everybody's where the filter names no tenant; the newest first.
     *
     * @param lockedNow accounts with a locked secret, where the filter asks for them
     */
    @AcrossTenants("an operator looks after the accounts of all tenants")
    Page<AccountLine> page(AccountFilter filter, @Nullable Set<UUID> lockedNow, PageRequest page) {
        TenantId tenant = filter.tenant();
        Sql sql = tenant == null ? scope.acrossTenants() : scope.in(tenant);
        StringBuilder where = new StringBuilder(" from v_account_line where true");
        List<Object> values = new ArrayList<>();
        if (tenant != null) {
            where.append(" and tenant_id = ?");
            values.add(tenant.value());
        }
        if (filter.role() != null) {
            where.append(" and role = ?");
            values.add(filter.role().name());
        }
        if (filter.state() != null) {
            where.append(" and state = ?");
            values.add(filter.state().name());
        }
        if (lockedNow != null) {
            where.append(Boolean.TRUE.equals(filter.locked()) ? " and id = any(?)" : " and id <> all(?)");
            values.add(lockedNow.toArray(UUID[]::new));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and id in (select t.id from v_account_text t where t.searched ilike ?)");
            values.add(Like.containing(filter.text()));
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<AccountLine> rows = sql.list(
                "select " + LINE + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                AccountRepository::readLine,
                values.toArray());
        return page.page(rows, row -> row.account().id().toString(), Page.Total.counted(total));
    }

    private Optional<Account> find(TenantId tenant, AccountId id, String lock) {
        return scope.in(tenant)
                .one(
                        "select " + COLUMNS + " from account where tenant_id = ? and id = ?" + lock,
                        AccountRepository::read,
                        tenant.value(),
                        id.value());
    }

    private static AccountLine readLine(ResultSet row) throws SQLException {
        return new AccountLine(
                read(row),
                row.getString("tenant_name_ja"),
                row.getString("tenant_name_en"),
                row.getInt("version"),
                Sql.instantOf(row, "created_at"),
                Sql.instant(row, "certificate_until"),
                row.getBoolean("certificate_outdated"),
                List.of());
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(Sql.uuid(row, "id")),
                new TenantId(Sql.uuid(row, "tenant_id")),
                Role.valueOf(row.getString("role")),
                row.getString("login_id"),
                row.getString("name"),
                row.getString("kana"),
                row.getString("email"),
                Account.rights(row.getString("rights")),
                Account.State.valueOf(row.getString("state")),
                new Account.Marks(
                        Sql.instant(row, "initialised_at"),
                        Sql.instant(row, "incident_at"),
                        Sql.instant(row, "entitled_at"),
                        Sql.instant(row, "collection_blocked_at"),
                        Sql.instant(row, "collection_accumulated_at")));
    }
}

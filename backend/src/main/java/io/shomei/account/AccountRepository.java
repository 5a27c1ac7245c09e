package io.shomei.account;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class AccountRepository {
    private static final String COLUMNS = "tenant_id, id, role, login_id, name, email, rights, state";

    private final TenantScope scope;

    AccountRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<Account> findAccount(TenantId tenant, AccountId id) {
        return scope.in(tenant)
                .one(
                        "select " + COLUMNS + " from account where tenant_id = ? and id = ?",
                        AccountRepository::read,
                        tenant.value(),
                        id.value());
    }

    @AcrossTenants("whoever logs in types no tenant")
    Optional<Account> findByLoginId(String loginId) {
        return scope.acrossTenants()
                .one("select " + COLUMNS + " from account where login_id = ?", AccountRepository::read, loginId);
    }

    List<Account> ofRole(TenantId tenant, Role role) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + " from account where tenant_id = ? and role = ? order by created_at",
                        AccountRepository::read,
                        tenant.value(),
                        role.name());
    }

    void add(Account account, Instant now) {
        TenantId tenant = account.tenant();
        scope.in(tenant)
                .update(
                        "insert into account (" + COLUMNS + ", created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        tenant.value(),
                        account.id().value(),
                        account.role().name(),
                        account.loginId(),
                        account.name(),
                        account.email(),
                        account.storedRights(),
                        account.state().name(),
                        now);
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(Sql.uuid(row, "id")),
                new TenantId(Sql.uuid(row, "tenant_id")),
                Role.valueOf(row.getString("role")),
                row.getString("login_id"),
                row.getString("name"),
                row.getString("email"),
                Account.rights(row.getString("rights")),
                Account.State.valueOf(row.getString("state")));
    }
}

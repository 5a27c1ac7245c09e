package io.shomei.user;

import io.shomei.account.Account;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class UserRepository {
    private static final String PLACE = "(coalesce(login_id, ''), id)";

    private final TenantScope scope;

    UserRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<UserRow> find(TenantId tenant, AccountId id) {
        return scope.in(tenant)
                .one(
                        "select * from v_user where tenant_id = ? and id = ?",
                        UserRepository::read,
                        tenant.value(),
                        id.value());
    }

    /**
     * By log-in ID.
     *
     * @param lockedNow accounts with a locked secret, where the filter asks for them
     */
    Page<UserRow> page(TenantId tenant, UserFilter filter, @Nullable Set<AccountId> lockedNow, PageRequest page) {
        StringBuilder where = new StringBuilder(" where role = 'USER' and tenant_id = ?");
        List<Object> values = new ArrayList<>(List.of(tenant.value()));
        if (filter.state() == null) {
            where.append(" and state <> 'WITHDRAWN'");
        } else {
            where.append(" and state = ?");
            values.add(filter.state().name());
        }
        if (filter.incident() != null) {
            where.append(" and incident_at is ").append(filter.incident() ? "not null" : "null");
        }
        if (lockedNow != null) {
            where.append(Boolean.TRUE.equals(filter.locked()) ? " and id = any(?)" : " and id <> all(?)");
            values.add(lockedNow.stream().map(AccountId::value).toArray(UUID[]::new));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and id in (select t.id from v_account_text t where t.searched ilike ?)");
            values.add(Sql.containing(filter.text()));
        }
        Sql sql = scope.in(tenant);
        // Certificates are looked for on the page alone.
        long total = sql.count(" from account" + where, Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            Place after = page.after(Place::read);
            where.append(" and ").append(PLACE).append(page.backwards() ? " < (?, ?)" : " > (?, ?)");
            values.add(after.loginId());
            values.add(after.id());
        }
        String direction = page.backwards() ? " desc" : " asc";
        List<UserRow> rows = sql.list(
                "select * from v_user" + where + " order by coalesce(login_id, '')" + direction + ", id" + direction
                        + " limit " + (page.limit() + 1),
                UserRepository::read,
                values.toArray());
        return page.page(rows, row -> Place.of(row).toString(), Page.Total.counted(total));
    }

    /** Where a user stands in the list; a log-in ID has no blanks. */
    private record Place(String loginId, UUID id) {
        static Place of(UserRow row) {
            Account account = row.account();
            return new Place(
                    Objects.requireNonNullElse(account.loginId(), ""),
                    account.id().value());
        }

        static Place read(String text) {
            int blank = text.indexOf(' ');
            return new Place(text.substring(0, blank), UUID.fromString(text.substring(blank + 1)));
        }

        @Override
        public String toString() {
            return loginId + " " + id;
        }
    }

    private static UserRow read(ResultSet row) throws SQLException {
        return new UserRow(
                new Account(
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
                                Sql.instant(row, "collection_accumulated_at"))),
                row.getInt("version"),
                Sql.instantOf(row, "created_at"),
                Sql.instant(row, "certificate_until"),
                Sql.instant(row, "last_issued"));
    }
}

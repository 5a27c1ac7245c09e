package io.shomei.user;

import io.shomei.account.Account;
import io.shomei.database.Like;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class UserRepository {
    /** Whoever an administrator let acquire a certificate and has not done so since, as {@code Account.Marks} has it. */
    private static final String AWAITING = """
            entitled_at is not null and (last_issued is null or last_issued <= entitled_at
                or initialised_at is not null and last_issued <= initialised_at)""";

    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

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
     * What a filter is judged by.
     *
     * @param locked accounts with a locked secret, where the filter asks for them
     * @param asked whether an administrator decides who may acquire a certificate
     */
    record Now(@Nullable Set<AccountId> locked, boolean asked, Instant at) {}

    Page<UserRow> page(TenantId tenant, UserFilter filter, Now now, UserFilter.Order order, PageRequest page) {
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
        if (now.locked() != null) {
            where.append(Boolean.TRUE.equals(filter.locked()) ? " and id = any(?)" : " and id <> all(?)");
            values.add(now.locked().stream().map(AccountId::value).toArray(UUID[]::new));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and id in (select t.id from v_account_text t where t.searched ilike ?)");
            values.add(Like.containing(filter.text()));
        }
        certificates(filter, now, where, values);
        Sql sql = scope.in(tenant);
        // Certificates are looked for on the page alone, unless they are asked for.
        String counted = filter.asksForCertificates() ? " from v_user" : " from account";
        long total = sql.count(counted + where, Page.Total.BOUND, values.toArray());
        String key = key(order);
        if (page.after() != null) {
            Place after = page.after(text -> Place.read(text, order));
            where.append(" and (").append(key).append(", id)").append(page.backwards() ? " < (?, ?)" : " > (?, ?)");
            values.add(after.key());
            values.add(after.id());
        }
        String direction = page.backwards() ? " desc" : " asc";
        List<UserRow> rows = sql.list(
                "select * from v_user" + where + " order by " + key + direction + ", id" + direction + " limit "
                        + (page.limit() + 1),
                UserRepository::read,
                values.toArray());
        return page.page(rows, row -> Place.of(row, order).toString(), Page.Total.counted(total));
    }

    private static String key(UserFilter.Order order) {
        return switch (order) {
            case LOGIN_ID -> "coalesce(login_id, '')";
            case CERTIFICATE_UNTIL -> "coalesce(certificate_until, timestamptz '" + NEVER + "')";
        };
    }

    /** As {@link CertificateStanding} decides for one. */
    private static void certificates(UserFilter filter, Now now, StringBuilder where, List<Object> values) {
        if (filter.endsWithin() != null) {
            where.append(" and certificate_until >= ? and certificate_until < ?");
            values.add(now.at());
            values.add(now.at().plus(filter.endsWithin()));
        }
        CertificateStanding standing = filter.certificate();
        if (standing == null) {
            return;
        }
        where.append(
                standing == CertificateStanding.VALID
                        ? " and certificate_until >= ?"
                        : " and (certificate_until is null or certificate_until < ?)");
        values.add(now.at());
        String awaiting = now.asked() ? AWAITING : "false";
        switch (standing) {
            case VALID -> {
                // Whatever else is to be acquired.
            }
            case ENTITLED -> where.append(" and (").append(awaiting).append(")");
            case NONE ->
                where.append(" and last_issued is null and not coalesce(")
                        .append(awaiting)
                        .append(", false)");
            case ENDED ->
                where.append(" and last_issued is not null and not coalesce(")
                        .append(awaiting)
                        .append(", false)");
        }
    }

    /** Where a user stands in the list; neither a log-in ID nor a time has blanks. */
    private record Place(Object key, UUID id) {
        static Place of(UserRow row, UserFilter.Order order) {
            Account account = row.account();
            Object key = switch (order) {
                case LOGIN_ID -> Objects.requireNonNullElse(account.loginId(), "");
                case CERTIFICATE_UNTIL -> Objects.requireNonNullElse(row.certificateUntil(), NEVER);
            };
            return new Place(key, account.id().value());
        }

        static Place read(String text, UserFilter.Order order) {
            int blank = text.indexOf(' ');
            String key = text.substring(0, blank);
            return new Place(
                    order == UserFilter.Order.LOGIN_ID ? key : Instant.parse(key),
                    UUID.fromString(text.substring(blank + 1)));
        }

        @Override
        public String toString() {
            return key + " " + id;
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

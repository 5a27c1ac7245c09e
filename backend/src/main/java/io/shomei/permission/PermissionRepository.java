package io.shomei.permission;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PermissionRepository {
    private static final String SELECT =
            "select account_id, functions, buy_currencies, sell_currencies, max_per_trade from user_permission";

    private final TenantScope scope;

    PermissionRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<Permissions> find(TenantId tenant, AccountId account) {
        return scope.in(tenant)
                .one(
                        SELECT + " where tenant_id = ? and account_id = ?",
                        PermissionRepository::read,
                        tenant.value(),
                        account.value());
    }

    Map<AccountId, Permissions> of(TenantId tenant, Collection<AccountId> accounts) {
        Map<AccountId, Permissions> found = new HashMap<>();
        scope.in(tenant)
                .list(
                        SELECT + " where tenant_id = ? and account_id = any(?)",
                        row -> found.put(new AccountId(Sql.uuid(row, "account_id")), read(row)),
                        tenant.value(),
                        accounts.stream().map(AccountId::value).toArray(UUID[]::new));
        return found;
    }

    void set(TenantId tenant, AccountId account, Permissions permissions) {
        TradeLimits limits = permissions.limits();
        scope.in(tenant)
                .update(
                        """
                        insert into user_permission (tenant_id, account_id, functions, buy_currencies, sell_currencies, max_per_trade)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, account_id) do update
                        set functions = excluded.functions, buy_currencies = excluded.buy_currencies,
                            sell_currencies = excluded.sell_currencies, max_per_trade = excluded.max_per_trade""",
                        tenant.value(),
                        account.value(),
                        permissions.functions().stream()
                                .map(BusinessFunction::name)
                                .toArray(String[]::new),
                        array(limits.buyCurrencies()),
                        array(limits.sellCurrencies()),
                        limits.maxPerTrade());
    }

    private static String @Nullable [] array(@Nullable List<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    private static Permissions read(ResultSet row) throws SQLException {
        return new Permissions(
                Stream.of((String[]) row.getArray("functions").getArray())
                        // A newer copy of the platform may know more of them than this one.
                        .flatMap(name -> BusinessFunction.named(name).stream())
                        .toList(),
                new TradeLimits(
                        texts(row, "buy_currencies"),
                        texts(row, "sell_currencies"),
                        row.getObject("max_per_trade", Long.class)));
    }

    private static @Nullable List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }
}

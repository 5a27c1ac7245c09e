package io.shomei.apitoken;

import io.shomei.account.Account;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.tenant.Tenant;
import io.shomei.web.AddressRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
class ApiTokenRepository {
    private static final String COLUMNS =
            "k.tenant_id, k.id, k.account_id, k.name, k.scopes, k.addresses, k.created_at, "
                    + "k.expires_at, k.last_used_at, k.last_used_from, k.revoked_at";

    private final TenantScope scope;

    ApiTokenRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(ApiToken token, byte[] hash) {
        scope.in(token.tenant())
                .update(
                        """
                        insert into api_token
                            (tenant_id, id, account_id, name, scopes, addresses, hash, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        token.tenant().value(),
                        token.id(),
                        token.account().value(),
                        token.name(),
                        token.scopes().stream().map(Scope::code).sorted().collect(Collectors.joining(" ")),
                        token.addresses().stream().map(AddressRange::toString).collect(Collectors.joining(" ")),
                        hash,
                        token.createdAt(),
                        token.expiresAt());
    }

    /** The newest first. */
    List<ApiToken> ofAccount(TenantId tenant, AccountId account, int limit) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + " from api_token k where k.tenant_id = ? and k.account_id = ?"
                                + " order by k.id desc limit ?",
                        ApiTokenRepository::read,
                        tenant.value(),
                        account.value(),
                        limit);
    }

    /** Makes an account's new tokens wait for one another until the transaction ends. */
    void lock(TenantId tenant, AccountId account) {
        scope.in(tenant)
                .one(
                        "select id from account where tenant_id = ? and id = ? for update",
                        row -> Sql.uuid(row, "id"),
                        tenant.value(),
                        account.value());
    }

    long countActive(TenantId tenant, AccountId account, Instant now) {
        return scope.in(tenant)
                .one("""
                        select count(*) from api_token
                        where tenant_id = ? and account_id = ? and revoked_at is null and expires_at > ?""", row -> row.getLong(1), tenant.value(), account.value(), now)
                .orElseThrow();
    }

    Optional<ApiToken> revoke(TenantId tenant, AccountId account, UUID id, Instant now) {
        return scope.in(tenant)
                .one(
                        "update api_token k set revoked_at = coalesce(revoked_at, ?)"
                                + " where k.tenant_id = ? and k.account_id = ? and k.id = ? returning " + COLUMNS,
                        ApiTokenRepository::read,
                        now,
                        tenant.value(),
                        account.value(),
                        id);
    }

    /** Ends all tokens of an account that had not ended, and returns them. */
    List<ApiToken> revokeAll(TenantId tenant, AccountId account, Instant now) {
        return scope.in(tenant)
                .list(
                        "update api_token k set revoked_at = ?"
                                + " where k.tenant_id = ? and k.account_id = ? and k.revoked_at is null and k.expires_at > ?"
                                + " returning " + COLUMNS,
                        ApiTokenRepository::read,
                        now,
                        tenant.value(),
                        account.value(),
                        now);
    }

    @AcrossTenants("a token says by itself whose it is")
    Optional<TokenOwner> findOwner(byte[] hash) {
        return scope.acrossTenants()
                .one(
                        "select " + COLUMNS + ", a.role, a.name as account_name, a.rights,"
                                + " a.state = 'ACTIVE' and a.incident_at is null as account_active,"
                                + " t.state as tenant_state, t.code as tenant_code from api_token k"
                                + " join tenant t on t.id = k.tenant_id"
                                + " join account a on a.tenant_id = k.tenant_id and a.id = k.account_id where k.hash = ?",
                        row -> new TokenOwner(
                                read(row),
                                Role.valueOf(row.getString("role")),
                                row.getString("account_name"),
                                Account.rights(row.getString("rights")),
                                row.getBoolean("account_active"),
                                Tenant.State.valueOf(row.getString("tenant_state")),
                                row.getString("tenant_code")),
                        hash);
    }

    void used(TenantId tenant, UUID id, Instant at, String address) {
        scope.in(tenant)
                .update(
                        "update api_token set last_used_at = ?, last_used_from = ? where tenant_id = ? and id = ?",
                        at,
                        address,
                        tenant.value(),
                        id);
    }

    /** Tokens that end before a moment and of which nobody was told yet, with those who are; at most so many. */
    @AcrossTenants("tokens of all tenants end")
    List<EndingToken> takeEnding(Instant now, Instant before, int limit) {
        return scope.acrossTenants()
                .list(
                        """
                        update api_token k set warned_at = ? from account a
                        where a.tenant_id = k.tenant_id and a.id = k.account_id and (k.tenant_id, k.id) in (
                            select t.tenant_id, t.id from api_token t
                            join account o on o.tenant_id = t.tenant_id and o.id = t.account_id
                            where t.revoked_at is null and t.warned_at is null and t.expires_at > ? and t.expires_at <= ?
                                and o.email is not null and o.state = 'ACTIVE'
                            order by t.expires_at limit ? for update of t skip locked)
                        returning k.tenant_id, k.id, k.name, k.expires_at, a.name as owner, a.email""",
                        row -> new EndingToken(
                                new TenantId(Sql.uuid(row, "tenant_id")),
                                Sql.uuid(row, "id"),
                                row.getString("name"),
                                Sql.instantOf(row, "expires_at"),
                                row.getString("owner"),
                                row.getString("email")),
                        now,
                        now,
                        before,
                        limit);
    }

    private static ApiToken read(ResultSet row) throws SQLException {
        return new ApiToken(
                Sql.uuid(row, "id"),
                new TenantId(Sql.uuid(row, "tenant_id")),
                new AccountId(Sql.uuid(row, "account_id")),
                row.getString("name"),
                words(row.getString("scopes"))
                        .flatMap(code -> Scope.ofCode(code).stream())
                        .collect(Collectors.toSet()),
                words(row.getString("addresses")).map(AddressRange::parse).toList(),
                Sql.instantOf(row, "created_at"),
                Sql.instantOf(row, "expires_at"),
                Sql.instant(row, "last_used_at"),
                row.getString("last_used_from"),
                Sql.instant(row, "revoked_at"));
    }

    private static Stream<String> words(String stored) {
        return stored.isEmpty() ? Stream.empty() : Stream.of(stored.split(" ", -1));
    }
}

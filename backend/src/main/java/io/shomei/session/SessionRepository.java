package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SessionRepository {
    private static final String SELECT = """
            select s.id, s.tenant_id, s.account_id, s.certificate_id, s.opened_at, s.last_seen_at, s.address, s.ended_at,
                   c.revoked_at is not null as certificate_revoked, c.not_after
            from session s left join certificate c on c.tenant_id = s.tenant_id and c.id = s.certificate_id
            """;

    private final TenantScope scope;

    SessionRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(SessionRow session) {
        scope.in(session.tenant())
                .update(
                        """
                        insert into session (id, tenant_id, account_id, certificate_id, opened_at, last_seen_at, address)
                        values (?, ?, ?, ?, ?, ?, ?)""",
                        session.id(),
                        session.tenant().value(),
                        session.account().value(),
                        session.certificate() == null
                                ? null
                                : session.certificate().value(),
                        session.openedAt(),
                        session.lastSeenAt(),
                        session.address());
    }

    Optional<SessionRow> findSession(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(SELECT + " where s.tenant_id = ? and s.id = ?", SessionRepository::read, tenant.value(), id);
    }

    /** A session with its account: all that a request is checked against, in one question. */
    Optional<SessionOwner> findOwner(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(
                        """
                        select s.id, s.tenant_id, s.account_id, s.certificate_id, s.opened_at, s.last_seen_at, s.address,
                               s.ended_at, c.revoked_at is not null as certificate_revoked, c.not_after,
                               a.role, a.name, a.rights, a.state, t.state as tenant_state, t.code as tenant_code
                        from session s
                        join tenant t on t.id = s.tenant_id
                        join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
                        left join certificate c on c.tenant_id = s.tenant_id and c.id = s.certificate_id
                        where s.tenant_id = ? and s.id = ?""",
                        row -> new SessionOwner(
                                read(row),
                                Role.valueOf(row.getString("role")),
                                row.getString("name"),
                                Account.rights(row.getString("rights")),
                                Account.State.valueOf(row.getString("state")) == Account.State.ACTIVE,
                                Tenant.State.valueOf(row.getString("tenant_state")),
                                row.getString("tenant_code")),
                        tenant.value(),
                        id);
    }

    /** The log-in before this one. */
    Optional<SessionRow> previous(TenantId tenant, AccountId account, UUID session, Instant before) {
        return scope.in(tenant)
                .one(SELECT + """
                                 where s.tenant_id = ? and s.account_id = ? and s.id <> ? and s.opened_at <= ?
                                order by s.opened_at desc limit 1""", SessionRepository::read, tenant.value(), account.value(), session, before);
    }

    void seen(TenantId tenant, UUID id, Instant at) {
        scope.in(tenant).update("""
                        update session set last_seen_at = ?
                        where tenant_id = ? and id = ? and ended_at is null and last_seen_at < ?""", at, tenant.value(), id, at);
    }

    /** Ends a session; false when it had ended before. */
    boolean end(TenantId tenant, UUID id, Instant at, String reason) {
        return scope.in(tenant).update("""
                                update session set ended_at = ?, end_reason = ?
                                where tenant_id = ? and id = ? and ended_at is null""", at, reason, tenant.value(), id) == 1;
    }

    @AcrossTenants("sessions of all tenants go idle")
    List<SessionRow> openSince(Instant lastSeenBefore, int limit) {
        return scope.acrossTenants()
                .list(
                        SELECT + " where s.ended_at is null and s.last_seen_at < ? order by s.last_seen_at limit ?",
                        SessionRepository::read,
                        lastSeenBefore,
                        limit);
    }

    private static SessionRow read(ResultSet row) throws SQLException {
        UUID certificate = row.getObject("certificate_id", UUID.class);
        return new SessionRow(
                Sql.uuid(row, "id"),
                new TenantId(Sql.uuid(row, "tenant_id")),
                new AccountId(Sql.uuid(row, "account_id")),
                certificate == null ? null : new CertificateId(certificate),
                Sql.instantOf(row, "opened_at"),
                Sql.instantOf(row, "last_seen_at"),
                row.getString("address"),
                Sql.instant(row, "ended_at"),
                row.getBoolean("certificate_revoked"),
                Sql.instant(row, "not_after"));
    }
}

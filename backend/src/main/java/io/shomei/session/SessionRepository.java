package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.account.secret.SecretState.ChangeReason;
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
    private static final String COLUMNS = """
            s.id, s.tenant_id, s.account_id, s.certificate_id, s.method, s.state, s.change_reason, s.opened_at, s.last_seen_at,
            s.address, s.end_reason, c.revoked_at is not null as certificate_revoked, c.not_after
            """;

    private static final String SELECT = "select " + COLUMNS + """
            from session s left join certificate c on c.tenant_id = s.tenant_id and c.id = s.certificate_id
            """;

    /** Who got as far as that has logged in. */
    private static final String LOGGED_IN = " s.state in ('PASSWORD_CHANGE_REQUIRED', 'ACTIVE') ";

    private final TenantScope scope;

    SessionRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(SessionRow session) {
        scope.in(session.tenant())
                .update(
                        """
                        insert into session (id, tenant_id, account_id, certificate_id, method, state, change_reason, opened_at,
                                             last_seen_at, address)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        session.id(),
                        session.tenant().value(),
                        session.account().value(),
                        session.certificate() == null
                                ? null
                                : session.certificate().value(),
                        Methods.text(session.method()),
                        session.state().name(),
                        session.changeReason() == null
                                ? null
                                : session.changeReason().name(),
                        session.openedAt(),
                        session.lastSeenAt(),
                        session.address());
    }

    Optional<SessionRow> findSession(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(SELECT + " where s.tenant_id = ? and s.id = ?", SessionRepository::read, tenant.value(), id);
    }

    /** When whoever is in a session last proved who they are. */
    Optional<Instant> lastProof(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(
                        "select greatest(opened_at, proven_at) as at from session where tenant_id = ? and id = ?",
                        row -> Sql.instantOf(row, "at"),
                        tenant.value(),
                        id);
    }

    void proven(TenantId tenant, UUID id, Instant at) {
        scope.in(tenant)
                .update("update session set proven_at = ? where tenant_id = ? and id = ?", at, tenant.value(), id);
    }

    /** Those of these sessions that there are, with their accounts: all that requests are checked against, in one question. */
    List<SessionOwner> owners(TenantId tenant, UUID[] ids) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + """
                               , a.role, a.login_id, a.name, a.rights, a.state = 'ACTIVE' and a.incident_at is null as account_active, t.state as tenant_state,
                               t.code as tenant_code,
                               case when a.collection_accumulated_at is not null then 'ACCUMULATED'
                                    when a.collection_blocked_at is not null then 'BLOCKED' else 'OPEN' end as collection
                        from session s
                        join tenant t on t.id = s.tenant_id
                        join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
                        left join certificate c on c.tenant_id = s.tenant_id and c.id = s.certificate_id
                        where s.tenant_id = ? and s.id = any(?)""",
                        row -> new SessionOwner(
                                read(row),
                                Role.valueOf(row.getString("role")),
                                row.getString("login_id"),
                                row.getString("name"),
                                Account.rights(row.getString("rights")),
                                row.getBoolean("account_active"),
                                Tenant.State.valueOf(row.getString("tenant_state")),
                                row.getString("tenant_code"),
                                row.getString("collection")),
                        tenant.value(),
                        ids);
    }

    /** Log-ins of an account before this one, the latest first. */
    List<PreviousLogIn> previous(TenantId tenant, AccountId account, SessionRow session, int limit) {
        return scope.in(tenant)
                .list(
                        """
                        select s.opened_at, s.address, a.name
                        from session s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
                        where s.tenant_id = ? and s.account_id = ? and s.id <> ? and s.opened_at <= ? and""" + LOGGED_IN + "order by s.opened_at desc limit ?",
                        SessionRepository::readPrevious,
                        tenant.value(),
                        account.value(),
                        session.id(),
                        session.openedAt(),
                        limit);
    }

    /** Log-ins of everybody in a tenant before this one, the latest first. */
    List<PreviousLogIn> previous(TenantId tenant, SessionRow session, int limit) {
        return scope.in(tenant)
                .list(
                        """
                        select s.opened_at, s.address, a.name
                        from session s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
                        where s.tenant_id = ? and s.id <> ? and s.opened_at <= ? and""" + LOGGED_IN + "order by s.opened_at desc limit ?",
                        SessionRepository::readPrevious,
                        tenant.value(),
                        session.id(),
                        session.openedAt(),
                        limit);
    }

    /** Sessions of an account that nobody has written the end of, however far their log-in got. */
    List<SessionRow> open(TenantId tenant, AccountId account) {
        return scope.in(tenant)
                .list(
                        SELECT
                                + " where s.tenant_id = ? and s.account_id = ? and s.ended_at is null order by s.opened_at",
                        SessionRepository::read,
                        tenant.value(),
                        account.value());
    }

    /** Sessions of an account, beside one, in which somebody has logged in and that nobody has written the end of. */
    List<SessionRow> others(TenantId tenant, AccountId account, UUID beside) {
        return scope.in(tenant)
                .list(
                        SELECT + " where s.tenant_id = ? and s.account_id = ? and s.id <> ? and s.ended_at is null and"
                                + LOGGED_IN + "order by s.opened_at",
                        SessionRepository::read,
                        tenant.value(),
                        account.value(),
                        beside);
    }

    /** Lets one log-in of an account at a time decide, until the transaction ends, whether it is alone. */
    void lockLogIns(TenantId tenant, AccountId account) {
        scope.in(tenant)
                .one(
                        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> true,
                        "session:" + tenant + ":" + account);
    }

    /** Takes a session from one step to another; false when it was not there any more. */
    boolean advance(TenantId tenant, UUID id, SessionState from, SessionState to) {
        return scope.in(tenant).update("""
                                update session set state = ?
                                where tenant_id = ? and id = ? and state = ? and ended_at is null""", to.name(), tenant.value(), id, from.name()) == 1;
    }

    void seen(TenantId tenant, UUID id, Instant at) {
        scope.in(tenant).update("""
                        update session set last_seen_at = ?
                        where tenant_id = ? and id = ? and ended_at is null and last_seen_at < ?""", at, tenant.value(), id, at);
    }

    /** Ends a session; false when it had ended before. */
    boolean end(TenantId tenant, UUID id, Instant at, SessionEnd reason) {
        return scope.in(tenant).update("""
                                update session set ended_at = ?, end_reason = ?
                                where tenant_id = ? and id = ? and ended_at is null""", at, reason.name(), tenant.value(), id) == 1;
    }

    @AcrossTenants("sessions of all tenants go idle")
    List<SessionRow> openAfter(Instant lastSeenAt, UUID id, Instant lastSeenBefore, int limit) {
        return scope.acrossTenants().list(SELECT + """
                         where s.ended_at is null and (s.last_seen_at, s.id) > (?::timestamptz, ?::uuid) and s.last_seen_at < ?
                        order by s.last_seen_at, s.id limit ?""", SessionRepository::read, lastSeenAt, id, lastSeenBefore, limit);
    }

    private static PreviousLogIn readPrevious(ResultSet row) throws SQLException {
        return new PreviousLogIn(Sql.instantOf(row, "opened_at"), row.getString("address"), row.getString("name"));
    }

    private static SessionRow read(ResultSet row) throws SQLException {
        UUID certificate = row.getObject("certificate_id", UUID.class);
        String ended = row.getString("end_reason");
        String reason = row.getString("change_reason");
        return new SessionRow(
                Sql.uuid(row, "id"),
                new TenantId(Sql.uuid(row, "tenant_id")),
                new AccountId(Sql.uuid(row, "account_id")),
                certificate == null ? null : new CertificateId(certificate),
                Methods.read(row.getString("method")),
                SessionState.valueOf(row.getString("state")),
                reason == null ? null : ChangeReason.valueOf(reason),
                Sql.instantOf(row, "opened_at"),
                Sql.instantOf(row, "last_seen_at"),
                row.getString("address"),
                ended == null ? null : SessionEnd.valueOf(ended),
                row.getBoolean("certificate_revoked"),
                Sql.instant(row, "not_after"));
    }
}

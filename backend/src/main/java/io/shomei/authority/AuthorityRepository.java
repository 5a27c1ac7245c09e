package io.shomei.authority;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.pki.CertificateDer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AuthorityRepository {
    private static final String SERVES_ALL = "an authority serves all tenants";
    private static final String SELECT =
            "select name, line, generation, label, issuer, state, certificate, crl_shards, csr, key_name from authority ";

    private final TenantScope scope;

    AuthorityRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Keeps every other copy of the platform from changing authorities until the transaction ends. */
    @AcrossTenants(SERVES_ALL)
    void lock() {
        scope.untenanted().one("select pg_advisory_xact_lock(hashtext('authority'))", row -> 1);
    }

    /** Roots first, then in the order in which they came to be; those that wait for their certificate are left out. */
    @AcrossTenants(SERVES_ALL)
    List<Authority> inOrder() {
        return scope.untenanted()
                .list(
                        SELECT + "where certificate is not null order by name <> issuer, created_at, name",
                        AuthorityRepository::authority);
    }

    /** The newest first, and of those that wait for their certificate each, too. */
    @AcrossTenants(SERVES_ALL)
    List<Generation> generationsOf(String line) {
        return scope.untenanted()
                .list(SELECT + "where line = ? order by generation desc", AuthorityRepository::generation, line);
    }

    @AcrossTenants(SERVES_ALL)
    Optional<Generation> findGeneration(String name) {
        return scope.untenanted().one(SELECT + "where name = ?", AuthorityRepository::generation, name);
    }

    /**
     * @param keyName null where its key is elsewhere
     */
    @AcrossTenants(SERVES_ALL)
    void add(Authority authority, @Nullable String keyName, Instant now) {
        scope.untenanted()
                .update(
                        """
                        insert into authority (name, line, generation, label, issuer, key_name, serial, certificate, state,
                            crl_shards, created_at, state_since)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        authority.name(),
                        authority.line(),
                        authority.generation(),
                        authority.label(),
                        authority.issuer(),
                        keyName,
                        authority.certificate().serialHex(),
                        authority.certificate().encoded(),
                        authority.state().name(),
                        authority.crlShards(),
                        now,
                        now);
    }

    @AcrossTenants(SERVES_ALL)
    void add(PendingAuthority pending, String keyName, Instant now) {
        scope.untenanted()
                .update(
                        """
                        insert into authority (name, line, generation, label, key_name, csr, state, created_at, state_since)
                        values (?, ?, ?, ?, ?, ?, 'PENDING', ?, ?)""",
                        pending.name(),
                        pending.line(),
                        pending.generation(),
                        pending.label(),
                        keyName,
                        pending.csr(),
                        now,
                        now);
    }

    /** Gives a pending one its certificate. */
    @AcrossTenants(SERVES_ALL)
    void certified(Authority authority, Instant now) {
        scope.untenanted()
                .update(
                        """
                        update authority set issuer = ?, serial = ?, certificate = ?, state = ?, state_since = ?
                        where name = ?""",
                        authority.issuer(),
                        authority.certificate().serialHex(),
                        authority.certificate().encoded(),
                        authority.state().name(),
                        now,
                        authority.name());
    }

    /**
     * Gives one another state. Who is entering a certificate of it holds its row at that time, so that afterwards every such
     * certificate is either there to be seen or will find the new state.
     */
    @AcrossTenants(SERVES_ALL)
    void become(Authority authority, Instant now) {
        Sql sql = scope.untenanted();
        sql.one("select 1 from authority where name = ? for update", row -> 1, authority.name());
        sql.update(
                "update authority set state = ?, state_since = ? where name = ?",
                authority.state().name(),
                now,
                authority.name());
    }

    @AcrossTenants(SERVES_ALL)
    void spread(Authority authority) {
        scope.untenanted()
                .update("update authority set crl_shards = ? where name = ?", authority.crlShards(), authority.name());
    }

    @AcrossTenants(SERVES_ALL)
    void remove(PendingAuthority pending) {
        scope.untenanted().update("delete from authority where name = ? and certificate is null", pending.name());
    }

    @AcrossTenants(SERVES_ALL)
    void remove(Authority external) {
        scope.untenanted().update("delete from authority where name = ? and state = 'EXTERNAL'", external.name());
    }

    /** Which of these are compromised at this moment, whatever this copy of the platform knows. */
    @AcrossTenants(SERVES_ALL)
    List<String> compromised(Collection<String> names) {
        return scope.untenanted()
                .list(
                        "select name from authority where name = any(?) and state = 'COMPROMISED'",
                        row -> row.getString(1),
                        (Object) names.toArray(String[]::new));
    }

    private static Generation generation(ResultSet row) throws SQLException {
        return row.getBytes("certificate") == null ? pendingAuthority(row) : authority(row);
    }

    private static PendingAuthority pendingAuthority(ResultSet row) throws SQLException {
        return new PendingAuthority(
                row.getString("name"),
                row.getString("line"),
                row.getInt("generation"),
                row.getString("label"),
                row.getBytes("csr"));
    }

    private static Authority authority(ResultSet row) throws SQLException {
        return new Authority(
                row.getString("name"),
                row.getString("line"),
                row.getInt("generation"),
                row.getString("label"),
                row.getString("issuer"),
                Authority.State.valueOf(row.getString("state")),
                CertificateDer.ofDer(row.getBytes("certificate")),
                row.getInt("crl_shards"),
                row.getString("key_name") != null);
    }
}

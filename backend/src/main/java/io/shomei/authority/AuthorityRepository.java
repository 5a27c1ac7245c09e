package io.shomei.authority;

import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.pki.CertificateDer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class AuthorityRepository {
    private static final String SERVES_ALL = "an authority serves all tenants";

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
        return scope.untenanted().list("""
                        select name, line, generation, label, issuer, state, certificate, crl_shards from authority
                        where certificate is not null
                        order by name <> issuer, created_at, name""", AuthorityRepository::authority);
    }

    @AcrossTenants(SERVES_ALL)
    void add(Authority authority, String keyName, Instant now) {
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
                        authority.certificate().serial().hex(),
                        authority.certificate().encoded(),
                        authority.state().name(),
                        authority.crlShards(),
                        now,
                        now);
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
                row.getInt("crl_shards"));
    }
}

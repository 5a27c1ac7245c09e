package io.shomei.testing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import jakarta.inject.Singleton;

/** A register of certificates in which few are asked for, and what a question reads of it. */
@Singleton
public class LargeRegister {
    /** As many as one likes to wait for. */
    private static final int SIZE = Integer.getInteger("shomei.register", 5_000);

    private static final int CHUNK = 50_000;

    private final TenantScope scope;

    LargeRegister(TenantScope scope) {
        this.scope = scope;
    }

    /** What this connection read of the register so far: from end to end, and rows by an index. */
    public record Read(long whole, long rows) {}

    public Read read() {
        return scope.acrossTenants()
                .one(
                        "select seq_scan, idx_tup_fetch from pg_stat_xact_user_tables where relname = 'certificate'",
                        row -> new Read(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    /** The certificate with this name again and again, each ending an hour later, the first so many hours later. */
    public void copy(TenantId tenant, String name, int hours) {
        for (int first = hours; first < hours + SIZE; first += CHUNK) {
            int from = first;
            int to = Math.min(first + CHUNK, hours + SIZE) - 1;
            QuarkusTransaction.requiringNew().run(() -> scope.in(tenant).update("""
                    insert into certificate (tenant_id, id, authority, serial, kind, profile, profile_version, policy_version,
                        subject_dn, common_name, dns_names, not_before, not_after, issued_at, issued_by, der, updated_at, key_sha256)
                    select c.tenant_id, gen_random_uuid(), c.authority, replace(gen_random_uuid()::text, '-', ''), c.kind, c.profile,
                        1, 1, c.subject_dn || n, c.common_name || n, '', c.not_before, c.not_after + n * interval '1 hour',
                        c.issued_at, 'test', c.der, c.updated_at, c.key_sha256
                    from certificate c, generate_series(?, ?) n where c.tenant_id = ? and c.common_name = ?""", from, to, tenant.value(), name));
        }
    }
}

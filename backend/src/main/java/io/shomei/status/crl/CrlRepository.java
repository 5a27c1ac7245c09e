package io.shomei.status.crl;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CrlRepository {
    private static final String SERVES_ALL = "a revocation list serves the relying parties of all tenants";

    private final TenantScope scope;

    CrlRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Keeps every other copy of the platform from making a list of this authority until the transaction ends. */
    @AcrossTenants(SERVES_ALL)
    long lockLastNumber(String authority) {
        Sql sql = scope.untenanted();
        sql.one("select 1 from authority where name = ? for update", row -> 1, authority);
        return sql.one("select coalesce(max(number), 0) from crl where authority = ?", row -> row.getLong(1), authority)
                .orElse(0L);
    }

    @AcrossTenants(SERVES_ALL)
    void add(Crl crl, Instant madeAt) {
        Sql sql = scope.untenanted();
        sql.update("update crl set der = null where authority = ? and der is not null", crl.authority());
        sql.update(
                """
                insert into crl (authority, number, made_at, this_update, next_update, entries, der)
                values (?, ?, ?, ?, ?, ?, ?)""",
                crl.authority(),
                crl.number(),
                madeAt,
                crl.thisUpdate(),
                crl.nextUpdate(),
                crl.entries(),
                crl.der());
    }

    @AcrossTenants(SERVES_ALL)
    Optional<Long> newestNumber(String authority) {
        return scope.untenanted()
                .one("select max(number) from crl where authority = ?", row -> row.getLong(1), authority);
    }

    @AcrossTenants(SERVES_ALL)
    Optional<Crl> newest(String authority) {
        return newest("where authority = ?", authority).stream().findFirst();
    }

    @AcrossTenants(SERVES_ALL)
    List<Crl> newestOfAll() {
        return newest("where ?::text is null", (Object) null);
    }

    private List<Crl> newest(String where, @Nullable Object parameter) {
        return scope.untenanted()
                .list(
                        "select authority, number, this_update, next_update, entries, der from crl " + where
                                + " and der is not null order by authority",
                        row -> new Crl(
                                row.getString("authority"),
                                row.getLong("number"),
                                Sql.instantOf(row, "this_update"),
                                Sql.instantOf(row, "next_update"),
                                row.getLong("entries"),
                                row.getBytes("der")),
                        parameter);
    }

    /** Authorities with a revocation that no list shows yet. */
    @AcrossTenants(SERVES_ALL)
    List<String> behind() {
        return scope.acrossTenants().list("""
                        select a.name from authority a
                        where exists (select from certificate c where c.authority = a.name and c.revoked_at is not null
                            and c.revoked_at > coalesce((select max(made_at) from crl where crl.authority = a.name),
                                                        '-infinity'))""", row -> row.getString(1));
    }
}

package io.shomei.database;

import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;

/**
 * The door to the database. It tells PostgreSQL for whom the transaction reads and writes, so that row-level security
 * hides every other tenant's rows even where a condition was forgotten. Only repositories use it.
 */
@ApplicationScoped
public class TenantScope {
    private static final String SETTING = "shomei.tenant";
    private static final String EVERYBODY = "*";

    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;

    TenantScope(DataSource source, TransactionSynchronizationRegistry transaction) {
        this.sql = new Sql(source);
        this.transaction = transaction;
    }

    /** Limits the running transaction to one tenant. */
    public Sql in(TenantId tenant) {
        set(tenant.toString());
        return sql;
    }

    /** Opens the running transaction to all tenants; a method that calls this says why with {@code @AcrossTenants}. */
    public Sql acrossTenants() {
        set(EVERYBODY);
        return sql;
    }

    /** For tables that belong to no tenant. */
    public Sql untenanted() {
        return sql;
    }

    private void set(String value) {
        // Twice the same in one transaction costs nothing.
        if (value.equals(transaction.getResource(SETTING))) {
            return;
        }
        sql.one("select set_config('" + SETTING + "', ?, true)", row -> value, value);
        transaction.putResource(SETTING, value);
    }
}

package io.shomei.database;

import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The door to the database. It tells PostgreSQL for whom each statement reads and writes, so that row-level security
 * hides every other tenant's rows even where a condition was forgotten. Only repositories use it.
 */
@ApplicationScoped
public class TenantScope {
    private static final String EVERYBODY = "*";

    private final DataSource source;
    private final TransactionSynchronizationRegistry transaction;

    TenantScope(DataSource source, TransactionSynchronizationRegistry transaction) {
        this.source = source;
        this.transaction = transaction;
    }

    /** Statements that see one tenant. */
    public Sql in(TenantId tenant) {
        return sql(tenant.toString());
    }

    /** Statements that see all tenants; a method that asks for them says why with {@code @AcrossTenants}. */
    public Sql acrossTenants() {
        return sql(EVERYBODY);
    }

    /** Statements on tables that belong to no tenant. */
    public Sql untenanted() {
        return sql(null);
    }

    private Sql sql(@Nullable String tenant) {
        return new Sql(source, new TenantSetting(tenant, transaction));
    }
}

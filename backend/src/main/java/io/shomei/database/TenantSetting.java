package io.shomei.database;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/** For whom statements read and write: told to PostgreSQL once a transaction, or with every statement outside of one. */
final class TenantSetting {
    static final String STATEMENT = "select set_config('shomei.tenant', ?, true)";
    private static final String RESOURCE = "shomei.tenant";

    private final @Nullable String tenant;
    private final TransactionSynchronizationRegistry transaction;

    /**
     * @param tenant null for tables that belong to no tenant
     */
    TenantSetting(@Nullable String tenant, TransactionSynchronizationRegistry transaction) {
        this.tenant = tenant;
        this.transaction = transaction;
    }

    boolean isMissing() {
        return tenant != null && !(isTransaction() && tenant.equals(transaction.getResource(RESOURCE)));
    }

    String value() {
        return tenant == null ? "" : tenant;
    }

    void done() {
        if (isTransaction()) {
            transaction.putResource(RESOURCE, value());
        }
    }

    /** Tells it by itself, for what cannot go with another statement. */
    void set(Sql sql) {
        if (isMissing()) {
            sql.one("select 1", row -> row.getInt(1));
        }
    }

    private boolean isTransaction() {
        return transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }
}

package io.shomei.timestamp.clock;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class ClockRepository {
    private static final String TIME = "the time is the same for all tenants";

    private final TenantScope scope;

    ClockRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** The time as the database has it at this very moment. */
    @AcrossTenants(TIME)
    Instant databaseTime() {
        return scope.untenanted()
                .one("select clock_timestamp() as now", row -> Sql.instantOf(row, "now"))
                .orElseThrow();
    }

    /** Writes down that a time stamp was made at this moment, and returns the latest that any copy of the platform made. */
    @AcrossTenants(TIME)
    Instant remember(Instant last) {
        return scope.untenanted()
                .one("""
                        insert into timestamp_last (singleton, at) values (true, ?)
                        on conflict (singleton) do update set at = greatest(timestamp_last.at, excluded.at)
                        returning at""", row -> Sql.instantOf(row, "at"), last)
                .orElseThrow();
    }
}

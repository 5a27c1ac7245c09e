package io.shomei.statistics;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.TenantId;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StatisticsRepository {
    private static final String OPERATORS = "an operator sees the statistics of all tenants";
    private static final String FAILED_LOG_IN = "FAILED_LOG_IN";
    private static final String TALLIES = """
            select measure, date_trunc('month', day)::date as month, day >= ? as ahead, domain, kind, sum(count)::bigint as count
            from v_statistics_count where %s and measure = any(?) and (?::text is null or domain = ?) and (?::text is null or kind = ?)
            group by 1, 2, 3, 4, 5 having sum(count) <> 0""";

    private final TenantScope scope;

    StatisticsRepository(TenantScope scope) {
        this.scope = scope;
    }

    List<Tally> tallies(TenantId tenant, LocalDate today, @Nullable String domain, @Nullable CertificateKind kind) {
        String name = kind == null ? null : kind.name();
        return scope.in(tenant)
                .list(
                        TALLIES.formatted("tenant_id = ?"),
                        StatisticsRepository::tally,
                        today,
                        tenant.value(),
                        measures(),
                        domain,
                        domain,
                        name,
                        name);
    }

    @AcrossTenants(OPERATORS)
    List<Tally> talliesOfAll(LocalDate today, @Nullable String domain, @Nullable CertificateKind kind) {
        String name = kind == null ? null : kind.name();
        return scope.acrossTenants()
                .list(
                        TALLIES.formatted("true"),
                        StatisticsRepository::tally,
                        today,
                        measures(),
                        domain,
                        domain,
                        name,
                        name);
    }

    /** By day, certificates that are not revoked and end from a day up to another; of one kind, or of all. */
    Map<LocalDate, Long> ending(TenantId tenant, LocalDate from, LocalDate to, @Nullable CertificateKind kind) {
        return kind == null
                ? byDay(scope.in(tenant), "tenant_id = ? and measure = 'ENDING'", from, to, tenant.value())
                : byDay(
                        scope.in(tenant),
                        "tenant_id = ? and measure = 'ENDING' and kind = ?",
                        from,
                        to,
                        tenant.value(),
                        kind.name());
    }

    @AcrossTenants(OPERATORS)
    Map<LocalDate, Long> endingOfAll(LocalDate from, LocalDate to, @Nullable CertificateKind kind) {
        return kind == null
                ? byDay(scope.acrossTenants(), "measure = 'ENDING'", from, to)
                : byDay(scope.acrossTenants(), "measure = 'ENDING' and kind = ?", from, to, kind.name());
    }

    Map<LocalDate, Long> failedLogIns(TenantId tenant, LocalDate from, LocalDate to) {
        return byDay(scope.in(tenant), "tenant_id = ? and measure = ?", from, to, tenant.value(), FAILED_LOG_IN);
    }

    @AcrossTenants(OPERATORS)
    Map<LocalDate, Long> failedLogInsOfAll(LocalDate from, LocalDate to) {
        return byDay(scope.acrossTenants(), "measure = ?", from, to, FAILED_LOG_IN);
    }

    /**
     * Adds up changes, the oldest first.
     *
     * @return how many
     */
    @AcrossTenants("one job adds up the changes of all tenants")
    int addUp(int limit) {
        return scope.acrossTenants().one("""
                        with taken as (
                            delete from statistics_count_change
                            where (tenant_id, id) in (
                                select tenant_id, id from statistics_count_change order by id limit ? for update skip locked)
                            returning tenant_id, measure, day, domain, kind, count),
                        added as (
                            insert into statistics_count (tenant_id, measure, day, domain, kind, count)
                            select tenant_id, measure, day, domain, kind, sum(count) from taken
                            group by tenant_id, measure, day, domain, kind order by tenant_id, measure, day, domain, kind
                            on conflict (tenant_id, measure, day, domain, kind)
                                do update set count = statistics_count.count + excluded.count)
                        select count(*)::integer from taken""", row -> row.getInt(1), limit).orElse(0);
    }

    private static Map<LocalDate, Long> byDay(
            Sql sql, String condition, LocalDate from, LocalDate to, Object... parameters) {
        Object[] all = Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = from;
        all[parameters.length + 1] = to;
        Map<LocalDate, Long> days = new TreeMap<>();
        sql.list(
                        "select day, sum(count)::bigint as count from v_statistics_count where " + condition
                                + " and day between ? and ? group by day having sum(count) <> 0",
                        row -> Map.entry(row.getObject("day", LocalDate.class), row.getLong("count")),
                        all)
                .forEach(each -> days.put(each.getKey(), each.getValue()));
        return days;
    }

    private static String[] measures() {
        return Arrays.stream(Measure.values()).map(Enum::name).toArray(String[]::new);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        String domain = row.getString("domain");
        return new Tally(
                Measure.valueOf(row.getString("measure")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getBoolean("ahead"),
                domain.isEmpty() ? null : domain,
                CertificateKind.valueOf(row.getString("kind")),
                row.getLong("count"));
    }
}

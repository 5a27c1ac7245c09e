package io.shomei.statistics;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.TenantId;
import io.shomei.profile.CertificateKind;
import io.shomei.statistics.CertificateStatistics.Group;
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
    private static final String OF_TENANT = "tenant_id = ?";
    private static final String OF_ALL = "true";

    private static final String TALLIES = """
            select measure, date_trunc('month', day)::date as month, day >= ? as ahead, domain, kind, sum(count)::bigint as count
            from v_statistics_count where %s and measure = any(?) and %s
            group by 1, 2, 3, 4, 5 having sum(count) <> 0""";
    private static final String ENDING = """
            select day, sum(count)::bigint as count
            from v_statistics_count where %s and measure = 'ENDING' and day between ? and ? and %s
            group by 1 having sum(count) <> 0""";
    private static final String ENDING_BY_WEEK = """
            select (day - ?::date) / 7 as week, domain, kind, sum(count)::bigint as count
            from v_statistics_count where %s and measure = 'ENDING' and day between ? and ? and %s
            group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3""";
    private static final String DAYS = """
            select day, measure, sum(count)::bigint as count
            from v_statistics_count where %s and measure = any(?) and day between ? and ?
            group by 1, 2 having sum(count) <> 0 order by 1""";

    private final TenantScope scope;

    StatisticsRepository(TenantScope scope) {
        this.scope = scope;
    }

    List<Tally> tallies(TenantId tenant, LocalDate today, Subset subset) {
        return scope.in(tenant)
                .list(
                        TALLIES.formatted(OF_TENANT, Subset.CONDITION),
                        StatisticsRepository::tally,
                        subset.after(today, tenant.value(), names(Measure.values())));
    }

    @AcrossTenants(OPERATORS)
    List<Tally> talliesOfAll(LocalDate today, Subset subset) {
        return scope.acrossTenants()
                .list(
                        TALLIES.formatted(OF_ALL, Subset.CONDITION),
                        StatisticsRepository::tally,
                        subset.after(today, names(Measure.values())));
    }

    /** By day, certificates that are not revoked and end from a day up to another. */
    Map<LocalDate, Long> ending(TenantId tenant, LocalDate from, LocalDate to, Subset subset) {
        return byDay(scope.in(tenant), OF_TENANT, subset.after(tenant.value(), from, to));
    }

    @AcrossTenants(OPERATORS)
    Map<LocalDate, Long> endingOfAll(LocalDate from, LocalDate to, Subset subset) {
        return byDay(scope.acrossTenants(), OF_ALL, subset.after(from, to));
    }

    /** The same by weeks that begin with the first day, and by domain and kind. */
    List<ExpiryForecast.Ending> endingByWeek(TenantId tenant, LocalDate from, LocalDate to, Subset subset) {
        return scope.in(tenant)
                .list(
                        ENDING_BY_WEEK.formatted(OF_TENANT, Subset.CONDITION),
                        row -> ending(row, from),
                        subset.after(from, tenant.value(), from, to));
    }

    @AcrossTenants(OPERATORS)
    List<ExpiryForecast.Ending> endingByWeekOfAll(LocalDate from, LocalDate to, Subset subset) {
        return scope.acrossTenants()
                .list(
                        ENDING_BY_WEEK.formatted(OF_ALL, Subset.CONDITION),
                        row -> ending(row, from),
                        subset.after(from, from, to));
    }

    /** What went wrong, day after day. */
    List<DayStatistics.Count> days(TenantId tenant, LocalDate from, LocalDate to) {
        return scope.in(tenant)
                .list(
                        DAYS.formatted(OF_TENANT),
                        StatisticsRepository::ofDay,
                        tenant.value(),
                        names(Daily.values()),
                        from,
                        to);
    }

    @AcrossTenants(OPERATORS)
    List<DayStatistics.Count> daysOfAll(LocalDate from, LocalDate to) {
        return scope.acrossTenants()
                .list(DAYS.formatted(OF_ALL), StatisticsRepository::ofDay, names(Daily.values()), from, to);
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

    private static Map<LocalDate, Long> byDay(Sql sql, String whose, @Nullable Object[] parameters) {
        Map<LocalDate, Long> days = new TreeMap<>();
        sql.list(
                        ENDING.formatted(whose, Subset.CONDITION),
                        row -> Map.entry(row.getObject("day", LocalDate.class), row.getLong("count")),
                        parameters)
                .forEach(each -> days.put(each.getKey(), each.getValue()));
        return days;
    }

    private static String[] names(Enum<?>[] measures) {
        return Arrays.stream(measures).map(Enum::name).toArray(String[]::new);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        Group group = group(row);
        return new Tally(
                Measure.valueOf(row.getString("measure")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getBoolean("ahead"),
                group.domain(),
                group.kind(),
                row.getLong("count"));
    }

    private static ExpiryForecast.Ending ending(ResultSet row, LocalDate first) throws SQLException {
        return new ExpiryForecast.Ending(first.plusWeeks(row.getInt("week")), group(row), row.getLong("count"));
    }

    private static Group group(ResultSet row) throws SQLException {
        String domain = row.getString("domain");
        return new Group(domain.isEmpty() ? null : domain, CertificateKind.valueOf(row.getString("kind")));
    }

    private static DayStatistics.Count ofDay(ResultSet row) throws SQLException {
        return new DayStatistics.Count(
                row.getObject("day", LocalDate.class), Daily.valueOf(row.getString("measure")), row.getLong("count"));
    }
}

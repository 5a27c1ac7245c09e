package io.shomei.timestamp;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.TenantId;
import io.shomei.pki.TimeStampFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class UsageRepository {
    /** How the table calls a request that was not refused. */
    private static final String GRANTED = "GRANTED";

    private static final int MAX_TENANTS = 1_000;

    private final TenantScope scope;

    UsageRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Adds counts of many tenants in one statement; sorted, so that two copies never wait for each other in a circle. */
    @AcrossTenants("a copy of the platform adds what it counted for all tenants at once")
    void add(Map<UsageCount, Long> counts) {
        List<Map.Entry<UsageCount, Long>> entries = List.copyOf(counts.entrySet());
        scope.acrossTenants()
                .update(
                        """
                        insert into timestamp_usage (tenant_id, day, outcome, count)
                        select tenant, day::date, outcome, count from unnest(?, ?, ?, ?) as row (tenant, day, outcome, count)
                        order by tenant, day, outcome
                        on conflict (tenant_id, day, outcome) do update set count = timestamp_usage.count + excluded.count""",
                        entries.stream()
                                .map(entry -> entry.getKey().tenant().value())
                                .toArray(UUID[]::new),
                        texts(entries, count -> count.day().toString()),
                        texts(entries, count -> count.failure().map(Enum::name).orElse(GRANTED)),
                        entries.stream().map(Map.Entry::getValue).toArray(Long[]::new));
    }

    List<Usage.Day> days(TenantId tenant, LocalDate from, LocalDate to) {
        return days(scope.in(tenant).list("""
                        select day, outcome, count from timestamp_usage
                        where tenant_id = ? and day between ? and ? order by day""", UsageRepository::row, tenant.value(), from, to));
    }

    @AcrossTenants("an operator sees the usage of the whole platform")
    List<Usage.Day> daysOfAll(LocalDate from, LocalDate to) {
        return days(scope.acrossTenants().list("""
                        select day, outcome, sum(count)::bigint as count from timestamp_usage
                        where day between ? and ? group by day, outcome order by day""", UsageRepository::row, from, to));
    }

    @AcrossTenants("an operator sees who uses the platform")
    List<Usage.OfTenant> tenants(LocalDate from, LocalDate to) {
        return scope.acrossTenants()
                .list(
                        """
                        select tenant_id, code, name_ja, name_en,
                               coalesce(sum(count) filter (where outcome = ?), 0)::bigint as granted,
                               coalesce(sum(count) filter (where outcome <> ?), 0)::bigint as refused
                        from v_timestamp_usage where day between ? and ?
                        group by tenant_id, code, name_ja, name_en order by granted desc, code limit ?""",
                        row -> new Usage.OfTenant(
                                new TenantId(Sql.uuid(row, "tenant_id")),
                                row.getString("code"),
                                row.getString("name_ja"),
                                row.getString("name_en"),
                                row.getLong("granted"),
                                row.getLong("refused")),
                        GRANTED,
                        GRANTED,
                        from,
                        to,
                        MAX_TENANTS);
    }

    private record Row(LocalDate day, String outcome, long count) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("day", LocalDate.class), row.getString("outcome"), row.getLong("count"));
    }

    private static List<Usage.Day> days(List<Row> rows) {
        Map<LocalDate, List<Row>> byDay = new TreeMap<>();
        rows.forEach(
                row -> byDay.computeIfAbsent(row.day(), _ -> new ArrayList<>()).add(row));
        return byDay.entrySet().stream()
                .map(each -> day(each.getKey(), each.getValue()))
                .toList();
    }

    private static Usage.Day day(LocalDate day, List<Row> rows) {
        long granted = 0;
        Map<TimeStampFailure, Long> refused = new TreeMap<>();
        for (Row row : rows) {
            if (row.outcome().equals(GRANTED)) {
                granted = row.count();
            } else {
                refused.put(TimeStampFailure.valueOf(row.outcome()), row.count());
            }
        }
        return new Usage.Day(day, granted, refused);
    }

    private static String[] texts(List<Map.Entry<UsageCount, Long>> entries, Function<UsageCount, String> value) {
        return entries.stream().map(entry -> value.apply(entry.getKey())).toArray(String[]::new);
    }
}

package io.shomei.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AuditEventRepository {
    private static final String OPERATORS = "an operator reads the history of all tenants";

    static final String COLUMNS =
            "tenant_id, id, at, operation, outcome, actor, actor_id, actor_role, address, target, target_id, "
                    + "request_id, detail";

    /** What people look for. */
    static final String WORDS = "concat_ws(' ', target, actor, address)";

    /** So many of the newest events tell how frequent words are. */
    private static final int SAMPLE = 5_000;

    /** Clocks of copies differ a little. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final TenantScope scope;

    AuditEventRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** A filter as SQL. */
    static final class Condition {
        private final StringBuilder text = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        private Condition() {}

        /** Events of one tenant; of all where none is named. */
        static Condition of(@Nullable TenantId tenant, AuditFilter filter) {
            Condition condition = ofFacts(tenant, filter);
            return filter.text() == null ? condition : condition.andWords(filter.text());
        }

        private static Condition ofFacts(@Nullable TenantId tenant, AuditFilter filter) {
            return ofTenant(tenant).and(filter);
        }

        private static Condition ofTenant(@Nullable TenantId tenant) {
            // Not "=": an order that names the tenant, too, then follows the tenant's own index.
            return tenant == null ? new Condition() : new Condition().and("tenant_id = any(array[?])", tenant.value());
        }

        /** Begins with {@code and}, or is empty. */
        String text() {
            return text.toString();
        }

        /** Its parameters behind others of the same statement. */
        Object[] parameters(Object... first) {
            List<Object> all = new ArrayList<>(List.of(first));
            all.addAll(values);
            return all.toArray();
        }

        /** Its parameters before others of the same statement. */
        Object[] parametersBefore(Object... last) {
            List<Object> all = new ArrayList<>(values);
            all.addAll(List.of(last));
            return all.toArray();
        }

        private Condition and(AuditFilter filter) {
            if (filter.from() != null) {
                // Nothing is written down before it happened; the id bounds what is read of the index.
                and(
                        "at >= ? and id >= ?",
                        filter.from(),
                        Ids.first(filter.from().minus(CLOCK_SKEW)));
            }
            if (filter.to() != null) {
                and("at < ?", filter.to());
            }
            if (filter.operation() != null) {
                and("operation = ?", filter.operation());
            }
            if (filter.success() != null) {
                // Written out, so that failures are found by their own index.
                and(filter.success() ? "outcome = 'SUCCESS'" : "outcome = 'FAILURE'");
            }
            return this;
        }

        /** Reads one event after the other, as far as anybody wants to read. */
        private Condition andWords(String words) {
            return and(WORDS + " ilike ?", Sql.containing(words));
        }

        /** From where the page begins. */
        private Condition andCursor(PageRequest page) {
            return page.after() == null
                    ? this
                    : and(page.backwards() ? "id > ?::uuid" : "id < ?::uuid", page.after(UUID::fromString));
        }

        private Condition and(String condition, Object... parameters) {
            text.append(" and ").append(condition);
            values.addAll(List.of(parameters));
            return this;
        }
    }

    void append(TenantId tenant, List<AuditEntry> entries, Ids ids, Instant now) {
        int size = entries.size();
        UUID[] id = new UUID[size];
        Instant[] at = new Instant[size];
        for (int i = 0; i < size; i++) {
            id[i] = ids.next();
            at[i] = Optional.ofNullable(entries.get(i).at()).orElse(now);
        }
        scope.in(tenant)
                .update(
                        """
                        with added as (
                            insert into audit_event (tenant_id, id, at, operation, outcome, actor, actor_id, actor_role,
                                                     address, target, target_id, request_id, detail)
                            select ?, id, at, operation, outcome, actor, actor_id, actor_role,
                                   address, target, target_id, request_id, detail::jsonb
                            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as row (id, at, operation, outcome, actor, actor_id,
                                   actor_role, address, target, target_id, request_id, detail)
                            returning tenant_id, id)
                        insert into audit_unsealed (tenant_id, id) select tenant_id, id from added""",
                        tenant.value(),
                        id,
                        at,
                        texts(entries, entry -> entry.operation().code()),
                        texts(entries, entry -> entry.success() ? "SUCCESS" : "FAILURE"),
                        texts(entries, entry -> entry.actor().name()),
                        uuids(entries, entry -> value(entry.actor().account())),
                        texts(entries, entry -> name(entry.actor().role())),
                        texts(entries, entry -> entry.actor().address()),
                        texts(entries, AuditEntry::target),
                        uuids(entries, AuditEntry::targetId),
                        texts(entries, entry -> entry.actor().requestId()),
                        texts(entries, entry -> entry.detail().isEmpty() ? null : write(entry.detail())));
    }

    Page<AuditEventView> page(TenantId tenant, AuditFilter filter, PageRequest page) {
        return page(scope.in(tenant), tenant, filter, page);
    }

    @AcrossTenants(OPERATORS)
    Page<AuditEventView> pageOfAll(AuditFilter filter, PageRequest page) {
        return page(scope.acrossTenants(), null, filter, page);
    }

    List<AuditEventView> ofTarget(TenantId tenant, UUID target) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS
                                + " from audit_event where tenant_id = ? and target_id = ? order by id limit 200",
                        AuditEventRepository::read,
                        tenant.value(),
                        target);
    }

    boolean exists(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one("select 1 from audit_event where tenant_id = ? and id = ?", row -> true, tenant.value(), id)
                .isPresent();
    }

    @AcrossTenants(OPERATORS)
    boolean existsAnywhere(UUID id) {
        return scope.acrossTenants()
                .one("select 1 from audit_event where id = ?", row -> true, id)
                .isPresent();
    }

    /** The newest first. */
    void forEach(TenantId tenant, AuditFilter filter, Consumer<AuditEventView> consumer) {
        forEach(scope.in(tenant), Condition.of(tenant, filter), consumer);
    }

    @AcrossTenants(OPERATORS)
    void forEachOfAll(AuditFilter filter, Consumer<AuditEventView> consumer) {
        forEach(scope.acrossTenants(), Condition.of(null, filter), consumer);
    }

    private void forEach(Sql sql, Condition condition, Consumer<AuditEventView> consumer) {
        sql.stream(
                "select " + COLUMNS + " from audit_event where true" + condition.text() + " order by id desc",
                AuditEventRepository::read,
                consumer,
                condition.parameters());
    }

    private static Page<AuditEventView> page(Sql sql, @Nullable TenantId tenant, AuditFilter filter, PageRequest page) {
        Condition facts = Condition.ofFacts(tenant, filter);
        String words = filter.text();
        if (words == null) {
            Page.Total total = count(sql, facts);
            return page(
                    sql,
                    " from audit_event where true" + facts.andCursor(page).text(),
                    facts.parameters(),
                    order(tenant, page.backwards()),
                    page,
                    total);
        }
        Newest newest = newest(sql, facts, order(tenant, false), words);
        if (newest.areAll() || newest.found() > page.limit()) {
            // Many have these words: they are soon found by reading one event after the other, which "offset 0" asks
            // for.
            Page.Total total =
                    newest.areAll() ? Page.Total.counted(newest.found()) : new Page.Total(newest.found(), false);
            String from = " from (select " + COLUMNS + " from audit_event where true"
                    + facts.andCursor(page).text() + order(tenant, page.backwards()) + " offset 0) event where " + WORDS
                    + " ilike ?";
            return page(
                    sql,
                    from,
                    facts.parametersBefore(Sql.containing(words)),
                    order(tenant, page.backwards()),
                    page,
                    total);
        }
        return pageOfRare(sql, tenant, facts, words, page);
    }

    private static Page<AuditEventView> page(
            Sql sql, String from, Object[] parameters, String order, PageRequest page, Page.Total total) {
        List<AuditEventView> found = sql.list(
                "select " + COLUMNS + from + order + " limit " + (page.limit() + 1),
                AuditEventRepository::read,
                parameters);
        return page.page(found, row -> row.id().toString(), total);
    }

    /** Asks the index of words, and what is not sealed and so not in it: once, for the page and for the count. */
    private static Page<AuditEventView> pageOfRare(
            Sql sql, @Nullable TenantId tenant, Condition facts, String words, PageRequest page) {
        Condition own = Condition.ofTenant(tenant);
        String order = order(tenant, page.backwards());
        List<Object> parameters = new ArrayList<>();
        Collections.addAll(parameters, own.parametersBefore(Sql.containing(words)));
        Collections.addAll(parameters, own.parametersBefore(Sql.containing(words)));
        Collections.addAll(parameters, facts.parameters());
        String found = " and id = any(array(select id from found))";
        String counted =
                "select 1 from audit_event where true" + facts.text() + found + " limit " + (Page.Total.BOUND + 1);
        String shown = "select " + COLUMNS + " from audit_event where true"
                + facts.andCursor(page).text() + found + order + " limit " + (page.limit() + 1);
        Collections.addAll(parameters, facts.parameters());
        List<Found> rows = sql.list(
                "with found as materialized (select id from v_audit_words where true" + own.text()
                        + " and words ilike ? union all"
                        + " select id from audit_unsealed join audit_event using (tenant_id, id) where true"
                        + own.text()
                        + " and " + WORDS + " ilike ?)"
                        + " select total, event.* from (select count(*) as total from (" + counted
                        + ") counted) counted"
                        + " left join (" + shown + ") event on true" + order,
                Found::read,
                parameters.toArray());
        return page.page(
                rows.stream().flatMap(row -> row.event().stream()).toList(),
                row -> row.id().toString(),
                Page.Total.counted(rows.getFirst().total()));
    }

    /**
     * An event of the page, and how many there are.
     *
     * @param event none where the page has none
     */
    private record Found(long total, Optional<AuditEventView> event) {
        static Found read(ResultSet row) throws SQLException {
            return new Found(
                    row.getLong("total"),
                    row.getObject("id") == null ? Optional.empty() : Optional.of(AuditEventRepository.read(row)));
        }
    }

    private static Page.Total count(Sql sql, Condition condition) {
        return Page.Total.counted(
                sql.count(" from audit_event where true" + condition.text(), Page.Total.BOUND, condition.parameters()));
    }

    private static String order(@Nullable TenantId tenant, boolean backwards) {
        String direction = backwards ? "asc" : "desc";
        return " order by " + (tenant == null ? "" : "tenant_id " + direction + ", ") + "id " + direction;
    }

    /**
     * What the newest events tell of words.
     *
     * @param seen how many were looked at
     * @param found how many of them have the words
     */
    private record Newest(long seen, long found) {
        boolean areAll() {
            return seen < SAMPLE;
        }
    }

    private static Newest newest(Sql sql, Condition facts, String order, String words) {
        return sql.one(
                        "select count(*), count(*) filter (where " + WORDS
                                + " ilike ?) from (select target, actor, address from audit_event where true"
                                + facts.text()
                                + order + " limit " + SAMPLE + ") newest",
                        row -> new Newest(row.getLong(1), row.getLong(2)),
                        facts.parameters(Sql.containing(words)))
                .orElseThrow();
    }

    static AuditEventView read(ResultSet row) throws SQLException {
        String role = row.getString("actor_role");
        String detail = row.getString("detail");
        return new AuditEventView(
                new TenantId(Sql.uuid(row, "tenant_id")),
                Sql.uuid(row, "id"),
                Sql.instantOf(row, "at"),
                row.getString("operation"),
                "SUCCESS".equals(row.getString("outcome")),
                row.getString("actor"),
                row.getObject("actor_id", UUID.class),
                role == null ? null : Role.valueOf(role),
                row.getString("address"),
                row.getString("target"),
                row.getObject("target_id", UUID.class),
                row.getString("request_id"),
                detail == null ? Map.of() : read(detail));
    }

    private static String write(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> read(String facts) {
        try {
            return JSON.readValue(facts, FACTS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable String[] texts(List<AuditEntry> entries, Function<AuditEntry, @Nullable String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable UUID[] uuids(List<AuditEntry> entries, Function<AuditEntry, @Nullable UUID> value) {
        return entries.stream().map(value).toArray(UUID[]::new);
    }

    private static @Nullable UUID value(@Nullable AccountId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String name(@Nullable Role role) {
        return role == null ? null : role.name();
    }
}

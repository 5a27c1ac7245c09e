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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AuditEventRepository {
    private static final String OPERATORS = "an operator reads the history of all tenants";

    static final String COLUMNS =
            "tenant_id, id, at, operation, outcome, actor, actor_id, actor_role, address, target, target_id, "
                    + "request_id, detail";

    /** So many of the newest events tell how frequent words are. */
    private static final int SAMPLE = 2_000;

    /** So many events are read one after the other before the index of words is quicker. */
    private static final int READ = 40_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final TenantScope scope;

    AuditEventRepository(TenantScope scope) {
        this.scope = scope;
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
        forEach(scope.in(tenant), condition(tenant, filter), consumer);
    }

    @AcrossTenants(OPERATORS)
    void forEachOfAll(AuditFilter filter, Consumer<AuditEventView> consumer) {
        forEach(scope.acrossTenants(), condition(null, filter), consumer);
    }

    private void forEach(Sql sql, AuditCondition condition, Consumer<AuditEventView> consumer) {
        sql.stream(
                "select " + COLUMNS + " from audit_event where true" + condition.text() + " order by id desc",
                AuditEventRepository::read,
                consumer,
                condition.parameters());
    }

    static AuditCondition condition(@Nullable TenantId tenant, AuditFilter filter) {
        AuditCondition facts = AuditCondition.ofFacts(tenant, filter);
        return filter.text() == null ? facts : facts.and(new SearchedWords(filter.text()));
    }

    private static Page<AuditEventView> page(Sql sql, @Nullable TenantId tenant, AuditFilter filter, PageRequest page) {
        AuditCondition facts = AuditCondition.ofFacts(tenant, filter);
        if (filter.text() == null) {
            AuditCondition shown = facts.copy().andCursor(page);
            List<AuditEventView> found = sql.list(
                    "select " + COLUMNS + " from audit_event where true" + shown.text()
                            + order(tenant, filter, page.backwards()) + " limit " + (page.limit() + 1),
                    AuditEventRepository::read,
                    shown.parameters());
            return page.page(found, row -> row.id().toString(), count(sql, facts));
        }
        SearchedWords words = new SearchedWords(filter.text());
        Newest newest = newest(sql, facts, order(tenant, filter, false), words);
        if (newest.areAll() || newest.found() * READ > page.limit() * SAMPLE) {
            // Many have these words: they are soon found by reading one event after the other.
            AuditCondition shown = facts.copy().andCursor(page);
            String order = order(tenant, filter, page.backwards());
            List<AuditEventView> found = sql.list(
                    "select " + COLUMNS + " from (select " + COLUMNS + ", words from audit_event where true"
                            + shown.text() + order + " limit " + READ + ") event where "
                            + SearchedWords.CONDITION + order + " limit " + (page.limit() + 1),
                    AuditEventRepository::read,
                    shown.parametersBefore(words.pattern()));
            if (newest.areAll() || found.size() > page.limit()) {
                return page.page(
                        found,
                        row -> row.id().toString(),
                        newest.areAll()
                                ? Page.Total.counted(newest.found())
                                : new Page.Total(Math.max(newest.found(), page.limit()), false));
            }
        }
        return pageOfRare(sql, tenant, filter, facts, newest.rare(), page);
    }

    /**
     * Asks the index of words, and what is not sealed and so not in it: once, for the page and for the count.
     *
     * @param rare patterns that the index is asked for; what has the whole text is among what it finds
     */
    private static Page<AuditEventView> pageOfRare(
            Sql sql,
            @Nullable TenantId tenant,
            AuditFilter filter,
            AuditCondition facts,
            List<String> rare,
            PageRequest page) {
        AuditCondition own = AuditCondition.ofTenant(tenant);
        AuditCondition shown = facts.copy().andCursor(page);
        String pattern = new SearchedWords(Objects.requireNonNull(filter.text())).pattern();
        String order = order(tenant, filter, page.backwards());
        String found = " and id = any(array(select id from found))";
        List<Object> parameters = new ArrayList<>();
        Stream.of(
                        own.parametersBefore(rare.toArray()),
                        own.parametersBefore(pattern, pattern),
                        facts.parameters(),
                        shown.parameters())
                .forEach(each -> Collections.addAll(parameters, each));
        List<Found> rows = sql.list(
                """
                with candidate as materialized (
                    select id, words from v_audit_words where true%s%s
                    union all
                    select id, words from audit_unsealed join audit_event using (tenant_id, id) where true%s and %s),
                found as materialized (select id from candidate where %s)
                select total, event.*
                from (select count(*) as total from (select 1 from audit_event where true%s%s limit %d) counted) counted
                left join (select %s from audit_event where true%s%s%s limit %d) event on true%s""".formatted(
                                own.text(),
                                (" and " + SearchedWords.CONDITION).repeat(rare.size()),
                                own.text(),
                                SearchedWords.CONDITION,
                                SearchedWords.CONDITION,
                                facts.text(),
                                found,
                                Page.Total.BOUND + 1,
                                COLUMNS,
                                shown.text(),
                                found,
                                order,
                                page.limit() + 1,
                                order),
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

    private static Page.Total count(Sql sql, AuditCondition condition) {
        return Page.Total.counted(
                sql.count(" from audit_event where true" + condition.text(), Page.Total.BOUND, condition.parameters()));
    }

    /** That of the index that is to be followed: the tenant's own, or the one of a key that is asked for. */
    private static String order(@Nullable TenantId tenant, AuditFilter filter, boolean backwards) {
        String direction = backwards ? "asc" : "desc";
        return " order by " + (tenant == null || filter.hasKey() ? "" : "tenant_id " + direction + ", ") + "id "
                + direction;
    }

    /**
     * What the newest events tell of words.
     *
     * @param seen how many were looked at
     * @param found how many of them have the words
     * @param rare patterns of the words that fewer than half of them have: the others tell an index nothing, and cost it most of its time
     */
    private record Newest(long seen, long found, List<String> rare) {
        boolean areAll() {
            return seen < SAMPLE;
        }
    }

    private static Newest newest(Sql sql, AuditCondition facts, String order, SearchedWords words) {
        List<String> parts = words.parts();
        List<Object> patterns = new ArrayList<>(parts);
        patterns.addFirst(words.pattern());
        String counts = (", count(*) filter (where " + SearchedWords.CONDITION + ")").repeat(patterns.size());
        return sql.one(
                        "select count(*)" + counts + " from (select words from audit_event where true" + facts.text()
                                + order + " limit " + SAMPLE + ") newest",
                        row -> newest(row, words, parts),
                        facts.parameters(patterns.toArray()))
                .orElseThrow();
    }

    private static Newest newest(ResultSet row, SearchedWords words, List<String> parts) throws SQLException {
        long seen = row.getLong(1);
        List<String> rare = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (2 * row.getLong(3 + i) < seen) {
                rare.add(parts.get(i));
            }
        }
        return new Newest(seen, row.getLong(2), rare.isEmpty() ? List.of(words.pattern()) : rare);
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

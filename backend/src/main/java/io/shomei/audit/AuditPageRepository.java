package io.shomei.audit;

import static io.shomei.audit.AuditEventRepository.COLUMNS;
import static io.shomei.audit.AuditEventRepository.OPERATORS;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages of events that somebody looks for, the newest first. */
@ApplicationScoped
class AuditPageRepository {
    /** So many of the newest events tell how frequent words are. */
    private static final int SAMPLE = 2_000;

    /** So many events are read one after the other before the index of words is quicker. */
    private static final int READ = 40_000;

    private final TenantScope scope;

    AuditPageRepository(TenantScope scope) {
        this.scope = scope;
    }

    Page<AuditEventView> page(TenantId tenant, AuditFilter filter, PageRequest page) {
        return page(scope.in(tenant), tenant, filter, page);
    }

    @AcrossTenants(OPERATORS)
    Page<AuditEventView> pageOfAll(AuditFilter filter, PageRequest page) {
        return page(scope.acrossTenants(), null, filter, page);
    }

    private static Page<AuditEventView> page(Sql sql, @Nullable TenantId tenant, AuditFilter filter, PageRequest page) {
        AuditCondition facts = AuditCondition.ofFacts(tenant, filter);
        String order = order(tenant, filter, page.backwards());
        if (filter.text() == null) {
            return pageOfFacts(sql, facts, order, page);
        }
        SearchedWords words = new SearchedWords(filter.text());
        Newest newest = newest(sql, facts, order(tenant, filter, false), words);
        return newest.haveMany(page.limit())
                ? pageOfFrequent(sql, facts, words, newest, order, page)
                        .orElseGet(() -> pageOfRare(sql, tenant, facts, words, newest, order, page))
                : pageOfRare(sql, tenant, facts, words, newest, order, page);
    }

    private static Page<AuditEventView> pageOfFacts(Sql sql, AuditCondition facts, String order, PageRequest page) {
        AuditCondition shown = facts.copy().andCursor(page);
        List<AuditEventView> found = sql.list(
                "select " + COLUMNS + " from audit_event where true" + shown.text() + order + " limit "
                        + (page.limit() + 1),
                AuditEventRepository::read,
                shown.parameters());
        long total = sql.count(" from audit_event where true" + facts.text(), Page.Total.BOUND, facts.parameters());
        return page.page(found, row -> row.id().toString(), Page.Total.counted(total));
    }

    /** Reads one event after the other; empty where that finds less than a page. */
    private static Optional<Page<AuditEventView>> pageOfFrequent(
            Sql sql, AuditCondition facts, SearchedWords words, Newest newest, String order, PageRequest page) {
        AuditCondition shown = facts.copy().andCursor(page);
        List<AuditEventView> found = sql.list(
                "select " + COLUMNS + " from (select " + COLUMNS + ", words from audit_event where true" + shown.text()
                        + order + " limit " + READ + ") event where " + SearchedWords.CONDITION + order + " limit "
                        + (page.limit() + 1),
                AuditEventRepository::read,
                shown.parametersBefore(words.pattern()));
        if (!newest.areAll() && found.size() <= page.limit()) {
            return Optional.empty();
        }
        Page.Total total = newest.areAll()
                ? Page.Total.counted(newest.found())
                : new Page.Total(Math.max(newest.found(), page.limit()), false);
        return Optional.of(page.page(found, row -> row.id().toString(), total));
    }

    /** Asks the index of words, and what is not sealed and so not in it: once, for the page and for the count. */
    private static Page<AuditEventView> pageOfRare(
            Sql sql,
            @Nullable TenantId tenant,
            AuditCondition facts,
            SearchedWords words,
            Newest newest,
            String order,
            PageRequest page) {
        AuditCondition own = AuditCondition.ofTenant(tenant);
        AuditCondition shown = facts.copy().andCursor(page);
        List<String> rare = newest.rare();
        String found = " and id = any(array(select id from found))";
        List<Object> parameters = new ArrayList<>();
        Stream.of(
                        own.parametersBefore(rare.toArray()),
                        own.parametersBefore(words.pattern(), words.pattern()),
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
     * @param rare patterns that the index is asked for: of the words that fewer than half of them have, because the others tell it nothing and
     *     cost it most of its time; whatever has the whole text has these
     */
    private record Newest(long seen, long found, List<String> rare) {
        boolean areAll() {
            return seen < SAMPLE;
        }

        /** Whether a page of events with these words is soon found by reading. */
        boolean haveMany(int limit) {
            return areAll() || found * READ > (long) limit * SAMPLE;
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
}

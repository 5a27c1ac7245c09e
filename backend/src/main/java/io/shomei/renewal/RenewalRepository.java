package io.shomei.renewal;

import io.shomei.certificate.Holder;
import io.shomei.certificate.SubscriberColumns;
import io.shomei.database.Like;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that end within a time. Every kind and state is asked by itself, from its own place in the index of ends, and of each no
 * more than a page is read; so a page costs the same however large the register is.
 */
@ApplicationScoped
class RenewalRepository {
    private static final String KINDS_AND_STATES =
            " from unnest(?) as k (kind) cross join unnest(?) as s (renewal) cross join lateral (";

    private static final String IN_TEXT =
            "c.id = any(array(select t.id from v_certificate_text t where t.tenant_id = ? and t.searched ilike ?))";

    /** The same, asked of one row after the other, for words that many have. */
    private static final String IN_OWN_TEXT = """
            exists (select from v_certificate_text t
                where t.tenant_id = ? and t.id = c.id and t.searched ilike ? offset 0)""";

    private final TenantScope scope;

    RenewalRepository(TenantScope scope) {
        this.scope = scope;
    }

    Page<Renewal> page(TenantId tenant, RenewalFilter filter, PageRequest page, Page.Total total) {
        Sql sql = scope.in(tenant);
        Where where = Where.of(tenant, filter, sql);
        boolean ascending = !page.backwards();
        if (page.after() != null) {
            Instant end = page.after(key -> Instant.parse(key.substring(0, key.indexOf('/'))));
            UUID id = page.after(key -> UUID.fromString(key.substring(key.indexOf('/') + 1)));
            where.and("(c.not_after, c.id) " + (ascending ? ">" : "<") + " (?::timestamptz, ?::uuid)", end, id);
        }
        String direction = ascending ? "asc" : "desc";
        String rest = " order by not_after %1$s, id %1$s limit %2$d".formatted(direction, page.limit() + 1);
        List<Renewal> rows = sql.list(
                "select found.*" + KINDS_AND_STATES + "select c.*" + where.from() + rest + ") found" + rest,
                RenewalRepository::read,
                where.values());
        return page.page(rows, row -> row.notAfter() + "/" + row.id(), total);
    }

    /** How many there are in each state; no count goes far beyond the bound of lists. */
    Map<RenewalState, Long> counts(TenantId tenant, RenewalFilter filter) {
        Sql sql = scope.in(tenant);
        Where where = Where.of(tenant, filter, sql);
        Map<RenewalState, Long> counts = new EnumMap<>(RenewalState.class);
        sql.list(
                        "select s.renewal, sum(found.n)::bigint as n" + KINDS_AND_STATES
                                + "select count(*) as n from (select 1" + where.from() + " limit "
                                + (Page.Total.BOUND + 1) + ") counted) found group by s.renewal",
                        row -> Map.entry(RenewalState.valueOf(row.getString("renewal")), row.getLong("n")),
                        where.values())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** The first of them, the soonest to end first, one by one as they are read. */
    void stream(TenantId tenant, RenewalFilter filter, int limit, Consumer<RenewalDraft> consumer) {
        Sql sql = scope.in(tenant);
        Where where = Where.of(tenant, filter, sql);
        String rest = " order by not_after, id limit " + limit;
        sql.stream(
                "select found.*" + KINDS_AND_STATES + "select c.*" + where.from() + rest + ") found" + rest,
                RenewalRepository::draft,
                consumer,
                where.values());
    }

    /** Those of these certificates that are of some kinds and in a state, the soonest to end first. */
    void stream(
            TenantId tenant,
            Collection<CertificateId> ids,
            Set<CertificateKind> kinds,
            RenewalState state,
            int limit,
            Consumer<RenewalDraft> consumer) {
        scope.in(tenant).stream(
                "select c.* from v_renewal c where c.tenant_id = ? and c.id = any(?) and c.kind = any(?) and c.renewal = ?"
                        + " order by c.not_after, c.id limit " + limit,
                RenewalRepository::draft,
                consumer,
                tenant.value(),
                ids.stream().map(CertificateId::value).toArray(UUID[]::new),
                kinds.stream().map(Enum::name).toArray(String[]::new),
                state.name());
    }

    /** The conditions on a certificate of one kind and state. Each follows an index that begins with the tenant. */
    private static final class Where {
        private final StringBuilder text = new StringBuilder(
                " from v_renewal c where c.tenant_id = ? and c.kind = k.kind and c.renewal = s.renewal and c.not_after >= ? and c.not_after < ?");
        private final List<@Nullable Object> values = new ArrayList<>();

        static Where of(TenantId tenant, RenewalFilter filter, Sql sql) {
            Where where = new Where();
            where.values.add(filter.kindNames().toArray(String[]::new));
            where.values.add(filter.stateNames().toArray(String[]::new));
            where.values.addAll(List.of(tenant.value(), filter.from(), filter.to()));
            if (filter.domain() != null) {
                where.and("c.domain = ?", filter.domain());
            }
            if (filter.text() != null) {
                String pattern = Like.containing(filter.text());
                where.and(isInFew(sql, tenant, pattern) ? IN_TEXT : IN_OWN_TEXT, tenant.value(), pattern);
            }
            return where;
        }

        /** Whether words are found in so few certificates that these are looked for first. */
        private static boolean isInFew(Sql sql, TenantId tenant, String pattern) {
            return sql.count(
                            "from v_certificate_text where tenant_id = ? and searched ilike ?",
                            Page.Total.BOUND,
                            tenant.value(),
                            pattern)
                    <= Page.Total.BOUND;
        }

        void and(String condition, Object... parameters) {
            text.append(" and ").append(condition);
            values.addAll(List.of(parameters));
        }

        String from() {
            return text.toString();
        }

        @Nullable
        Object[] values() {
            return values.toArray();
        }
    }

    private static RenewalDraft draft(ResultSet row) throws SQLException {
        String names = row.getString("dns_names");
        String text = row.getString("request_text");
        return new RenewalDraft(
                read(row),
                names.isEmpty() ? List.of() : List.of(names.split(",")),
                holder(row),
                text == null ? List.of() : List.of(text.split("\t", -1)));
    }

    /** The person whom a row of one of the desk's views names. */
    static @Nullable Holder holder(ResultSet row) throws SQLException {
        String name = row.getString("holder_name");
        return name == null ? null : new Holder(name, row.getString("holder_unit"), row.getString("holder_email"));
    }

    private static Renewal read(ResultSet row) throws SQLException {
        UUID successor = row.getObject("successor_id", UUID.class);
        return new Renewal(
                new CertificateId(Sql.uuid(row, "id")),
                SerialNumber.ofHex(row.getString("serial")),
                CertificateKind.valueOf(row.getString("kind")),
                row.getString("profile"),
                row.getString("subject_dn"),
                row.getString("common_name"),
                row.getString("domain"),
                Sql.instantOf(row, "not_after"),
                SubscriberColumns.read(row),
                RenewalState.valueOf(row.getString("renewal")),
                successor == null
                        ? null
                        : new Renewal.Successor(
                                new CertificateId(successor),
                                Sql.instant(row, "successor_collect_by"),
                                Sql.instant(row, "successor_collected_at")));
    }
}

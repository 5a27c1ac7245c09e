package io.shomei.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.database.Like;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class NoticeRepository {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final String COLUMNS = "tenant_id, id, kind, recipient, facts, certificate_id, state, attempts,"
            + " next_attempt_at, last_error, created_at, sent_at, cardinality(renewals) > 0 as of_renewals";

    private final TenantScope scope;
    private final ObjectMapper json;

    NoticeRepository(TenantScope scope, ObjectMapper json) {
        this.scope = scope;
        this.json = json;
    }

    void add(TenantId tenant, List<Notice> mails, Ids ids, Instant now) {
        scope.in(tenant)
                .update(
                        """
                        insert into notice (tenant_id, id, kind, recipient, facts, certificate_id, renewals, state,
                                            attempts, next_attempt_at, created_at)
                        select ?, id, kind, recipient, facts::jsonb, certificate_id, renewals::uuid[], 'WAITING', 0, ?, ?
                        from unnest(?, ?, ?, ?, ?, ?) as row (id, kind, recipient, facts, certificate_id, renewals)""",
                        tenant.value(),
                        now,
                        now,
                        mails.stream().map(mail -> ids.next()).toArray(UUID[]::new),
                        mails.stream().map(Notice::kind).toArray(String[]::new),
                        mails.stream().map(Notice::recipient).toArray(String[]::new),
                        mails.stream().map(mail -> write(mail.facts())).toArray(String[]::new),
                        mails.stream()
                                .map(mail -> mail.certificate() == null
                                        ? null
                                        : mail.certificate().value())
                                .toArray(UUID[]::new),
                        // An array of arrays has rows of one length; texts have any.
                        mails.stream()
                                .map(mail -> mail.renewals().stream()
                                        .map(CertificateId::toString)
                                        .collect(Collectors.joining(",", "{", "}")))
                                .toArray(String[]::new));
    }

    /** In the order in which they were given. Asked for by itself: there may be thousands. */
    List<CertificateId> renewals(TenantId tenant, UUID id) {
        return scope.in(tenant).list("""
                        select each.certificate from notice n, unnest(n.renewals) with ordinality as each (certificate, place)
                        where n.tenant_id = ? and n.id = ? order by each.place""", row -> new CertificateId(Sql.uuid(row, "certificate")), tenant.value(), id);
    }

    Page<NoticeView> page(TenantId tenant, NoticeFilter filter, PageRequest page) {
        return page(scope.in(tenant), "tenant_id = ?", tenant.value(), filter, page);
    }

    @AcrossTenants("an operator looks after the mails of all tenants")
    Page<NoticeView> pageOfAll(NoticeFilter filter, PageRequest page) {
        return page(scope.acrossTenants(), "?::uuid is null", null, filter, page);
    }

    /** Each count follows an index that holds little else. */
    @AcrossTenants("the platform's operators are told how many mails did not leave")
    Map<String, Long> undelivered() {
        Map<String, Long> counts = new HashMap<>();
        scope.acrossTenants().list("""
                        select 'failed', count(*) from notice where state = 'FAILED'
                        union all select 'delayed', count(*) from notice where state = 'WAITING' and last_error is not null""", row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /** Takes mails that are due, so that nobody else sends them for the time of the lease. */
    @AcrossTenants("the outbox serves all tenants")
    List<NoticeView> claimDue(Instant now, Instant leaseUntil, int limit) {
        return scope.acrossTenants().list("""
                        update notice set attempts = attempts + 1, next_attempt_at = ?
                        where (tenant_id, id) in (
                            select tenant_id, id from notice where state = 'WAITING' and next_attempt_at <= ?
                            order by next_attempt_at limit ? for update skip locked)
                        returning """ + " " + COLUMNS, this::read, leaseUntil, now, limit);
    }

    void delivered(TenantId tenant, List<UUID> ids, NoticeView.State state, Instant now) {
        scope.in(tenant).update("""
                        update notice set state = ?, sent_at = ?, next_attempt_at = null, last_error = null
                        where tenant_id = ? and id = any(?)""", state.name(), now, tenant.value(), ids.toArray(UUID[]::new));
    }

    void failed(TenantId tenant, UUID id, NoticeView.State state, @Nullable Instant nextAttemptAt, String error) {
        scope.in(tenant).update("""
                        update notice set state = ?, next_attempt_at = ?, last_error = ?
                        where tenant_id = ? and id = ?""", state.name(), nextAttemptAt, error, tenant.value(), id);
    }

    void due(TenantId tenant, UUID id, Instant now) {
        scope.in(tenant)
                .update(
                        "update notice set state = 'WAITING', attempts = 0, next_attempt_at = ? where tenant_id = ? and id = ?",
                        now,
                        tenant.value(),
                        id);
    }

    @AcrossTenants("an operator looks after the mails of all tenants")
    Optional<NoticeView> lockAnyones(UUID id) {
        return scope.acrossTenants().one("select " + COLUMNS + " from notice where id = ? for update", this::read, id);
    }

    private Page<NoticeView> page(
            Sql sql, String owner, @Nullable Object ownerValue, NoticeFilter filter, PageRequest page) {
        StringBuilder where = new StringBuilder(" from notice where ").append(owner);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(ownerValue);
        and(
                where,
                values,
                " and state = ?",
                filter.state() == null ? null : filter.state().name());
        and(where, values, " and kind = ?", filter.kind());
        String recipient = filter.recipient();
        and(
                where,
                values,
                " and recipient ilike ?",
                recipient == null || recipient.isBlank() ? null : Like.containing(recipient));
        // Ids are in the order of time, and lists follow them.
        and(where, values, " and id >= ?", filter.from() == null ? null : Ids.first(filter.from()));
        and(where, values, " and id < ?", filter.to() == null ? null : Ids.first(filter.to()));
        and(where, values, " and certificate_id = ?", filter.certificate());
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<NoticeView> rows = sql.list(
                "select " + COLUMNS + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                this::read,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    private static void and(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    private NoticeView read(ResultSet row) throws SQLException {
        return new NoticeView(
                Sql.uuid(row, "id"),
                new TenantId(Sql.uuid(row, "tenant_id")),
                row.getString("kind"),
                row.getString("recipient"),
                facts(row.getString("facts")),
                row.getObject("certificate_id", UUID.class),
                NoticeView.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "next_attempt_at"),
                row.getString("last_error"),
                Sql.instantOf(row, "created_at"),
                Sql.instant(row, "sent_at"),
                row.getBoolean("of_renewals"));
    }

    private String write(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> facts(String text) {
        try {
            return json.readValue(text, FACTS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

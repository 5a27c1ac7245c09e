package io.shomei.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AuditEventRepository {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final String COLUMNS =
            "id, at, operation, outcome, actor, actor_id, actor_role, address, target, target_id, request_id, detail";

    private final TenantScope scope;
    private final ObjectMapper json;

    AuditEventRepository(TenantScope scope, ObjectMapper json) {
        this.scope = scope;
        this.json = json;
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
                        insert into audit_event (tenant_id, id, at, operation, outcome, actor, actor_id, actor_role,
                                                 address, target, target_id, request_id, detail)
                        select ?, id, at, operation, outcome, actor, actor_id, actor_role,
                               address, target, target_id, request_id, detail::jsonb
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as row (id, at, operation, outcome, actor, actor_id,
                               actor_role, address, target, target_id, request_id, detail)""",
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
        return page(scope.in(tenant), "tenant_id = ?", tenant.value(), filter, page);
    }

    @AcrossTenants("an operator reads the history of all tenants")
    Page<AuditEventView> pageOfAll(AuditFilter filter, PageRequest page) {
        return page(scope.acrossTenants(), "?::uuid is null", null, filter, page);
    }

    List<AuditEventView> ofTarget(TenantId tenant, UUID target) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS
                                + " from audit_event where tenant_id = ? and target_id = ? order by id limit 200",
                        this::read,
                        tenant.value(),
                        target);
    }

    private Page<AuditEventView> page(
            Sql sql, String owner, @Nullable Object ownerValue, AuditFilter filter, PageRequest page) {
        StringBuilder where = new StringBuilder(" from audit_event where ").append(owner);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(ownerValue);
        if (filter.from() != null) {
            where.append(" and at >= ?");
            values.add(filter.from());
        }
        if (filter.to() != null) {
            where.append(" and at < ?");
            values.add(filter.to());
        }
        if (filter.operation() != null) {
            where.append(" and operation = ?");
            values.add(filter.operation());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and (target ilike ? or actor ilike ? or address = ?)");
            values.add(Sql.containing(filter.text()));
            values.add(Sql.containing(filter.text()));
            values.add(filter.text().strip());
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<AuditEventView> rows = sql.list(
                "select " + COLUMNS + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                this::read,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    private AuditEventView read(ResultSet row) throws SQLException {
        String role = row.getString("actor_role");
        String detail = row.getString("detail");
        return new AuditEventView(
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

    private String write(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
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

package io.shomei.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events as they are written, and as they are read one after the other. */
@ApplicationScoped
class AuditEventRepository {
    static final String OPERATORS = "an operator reads the history of all tenants";

    static final String COLUMNS =
            "tenant_id, id, at, operation, outcome, actor, actor_id, actor_role, address, target, target_id, "
                    + "request_id, detail";

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
        forEach(scope.in(tenant), AuditCondition.of(tenant, filter), consumer);
    }

    @AcrossTenants(OPERATORS)
    void forEachOfAll(AuditFilter filter, Consumer<AuditEventView> consumer) {
        forEach(scope.acrossTenants(), AuditCondition.of(null, filter), consumer);
    }

    private void forEach(Sql sql, AuditCondition condition, Consumer<AuditEventView> consumer) {
        sql.stream(
                "select " + COLUMNS + " from audit_event where true" + condition.text() + " order by id desc",
                AuditEventRepository::read,
                consumer,
                condition.parameters());
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

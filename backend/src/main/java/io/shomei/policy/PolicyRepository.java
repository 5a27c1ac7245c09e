package io.shomei.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PolicyRepository {
    private static final String SELECT =
            "select version, preset, overrides, created_at, created_by, comment from policy where tenant_id = ?";

    private final TenantScope scope;
    private final ObjectMapper json;

    PolicyRepository(TenantScope scope, ObjectMapper json) {
        this.scope = scope;
        this.json = json;
    }

    Optional<PolicyVersion> newest(TenantId tenant) {
        return scope.in(tenant).one(SELECT + " order by version desc limit 1", this::read, tenant.value());
    }

    Optional<PolicyVersion> find(TenantId tenant, int version) {
        return scope.in(tenant).one(SELECT + " and version = ?", this::read, tenant.value(), version);
    }

    /** The newest first. */
    List<PolicyVersion> all(TenantId tenant) {
        return scope.in(tenant).list(SELECT + " order by version desc", this::read, tenant.value());
    }

    /** Makes changes of one tenant's policy wait for one another until the transaction ends. */
    void lock(TenantId tenant) {
        scope.in(tenant)
                .list(
                        "select version from policy where tenant_id = ? and version = 1 for update",
                        row -> row.getInt(1),
                        tenant.value());
    }

    void add(TenantId tenant, PolicyVersion row) {
        scope.in(tenant)
                .update(
                        """
                        insert into policy (tenant_id, version, preset, overrides, created_at, created_by, comment)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?)""",
                        tenant.value(),
                        row.version(),
                        row.preset(),
                        row.overrides().toString(),
                        row.at(),
                        row.by(),
                        row.comment());
    }

    private PolicyVersion read(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getInt("version"),
                row.getString("preset"),
                overrides(row.getString("overrides")),
                Sql.instantOf(row, "created_at"),
                row.getString("created_by"),
                row.getString("comment"));
    }

    private ObjectNode overrides(String stored) {
        try {
            return (ObjectNode) json.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored policy is no JSON", broken);
        }
    }
}

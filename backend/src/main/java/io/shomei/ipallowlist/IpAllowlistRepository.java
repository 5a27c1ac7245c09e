package io.shomei.ipallowlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.TenantId;
import io.shomei.web.AddressRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class IpAllowlistRepository {
    private static final TypeReference<List<StoredRange>> STORED = new TypeReference<>() {};
    private static final String SELECT = """
            select version, entries, trial_entries, trial_until, changed_at, changed_by from ip_allowlist
            where tenant_id = ?""";

    private final TenantScope scope;
    private final ObjectMapper json;

    IpAllowlistRepository(TenantScope scope, ObjectMapper json) {
        this.scope = scope;
        this.json = json;
    }

    private record StoredRange(String range, String memo) {}

    Optional<IpAllowlist> findList(TenantId tenant) {
        return scope.in(tenant).one(SELECT, this::read, tenant.value());
    }

    /** As {@link #findList}; changes of one tenant's list wait for one another until the transaction ends. */
    IpAllowlist lock(TenantId tenant) {
        scope.in(tenant)
                .update(
                        "insert into ip_allowlist (tenant_id, version, entries) values (?, 0, '[]') on conflict do nothing",
                        tenant.value());
        return scope.in(tenant)
                .one(SELECT + " for update", this::read, tenant.value())
                .orElseThrow();
    }

    void store(TenantId tenant, IpAllowlist list) {
        IpAllowlist.Trial trial = list.trial();
        scope.in(tenant)
                .update(
                        """
                        update ip_allowlist set version = ?, entries = ?::jsonb, trial_entries = ?::jsonb, trial_until = ?,
                            changed_at = ?, changed_by = ? where tenant_id = ?""",
                        list.version(),
                        written(list.entries()),
                        trial == null ? null : written(trial.entries()),
                        trial == null ? null : trial.until(),
                        list.changedAt(),
                        list.changedBy(),
                        tenant.value());
    }

    @AcrossTenants("trials of all tenants end")
    List<TenantId> onTrialUntil(Instant moment) {
        return scope.acrossTenants()
                .list(
                        "select tenant_id from ip_allowlist where trial_until <= ?",
                        row -> new TenantId(Sql.uuid(row, "tenant_id")),
                        moment);
    }

    private IpAllowlist read(ResultSet row) throws SQLException {
        Instant until = Sql.instant(row, "trial_until");
        String trial = row.getString("trial_entries");
        return new IpAllowlist(
                row.getInt("version"),
                entries(row.getString("entries")),
                until == null || trial == null ? null : new IpAllowlist.Trial(entries(trial), until),
                Sql.instant(row, "changed_at"),
                row.getString("changed_by"));
    }

    private List<AllowedRange> entries(String stored) {
        try {
            return json.readValue(stored, STORED).stream()
                    .map(each -> new AllowedRange(AddressRange.parse(each.range()), each.memo()))
                    .toList();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored list of addresses is no JSON", broken);
        }
    }

    private String written(List<AllowedRange> entries) {
        List<StoredRange> stored = entries.stream()
                .map(each -> new StoredRange(each.range().toString(), each.memo()))
                .toList();
        try {
            return json.writeValueAsString(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

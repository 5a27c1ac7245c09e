package io.shomei.tenant;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
class DomainRepository {
    private final TenantScope scope;

    DomainRepository(TenantScope scope) {
        this.scope = scope;
    }

    private record UnitOf(String domain, Domain.Unit unit) {}

    List<Domain> of(TenantId tenant) {
        Map<String, List<Domain.Unit>> units = scope
                .in(tenant)
                .list(
                        "select domain, name, state, registered_at from permitted_unit where tenant_id = ? order by domain, name",
                        row -> new UnitOf(
                                row.getString("domain"),
                                new Domain.Unit(
                                        row.getString("name"),
                                        Domain.Unit.State.valueOf(row.getString("state")),
                                        Sql.instantOf(row, "registered_at"))),
                        tenant.value())
                .stream()
                .collect(Collectors.groupingBy(
                        UnitOf::domain, HashMap::new, Collectors.mapping(UnitOf::unit, Collectors.toList())));
        return scope.in(tenant)
                .list(
                        "select name, issuing_deadline, wildcard_allowed from domain where tenant_id = ? order by name",
                        row -> new Domain(
                                row.getString("name"),
                                Sql.instantOf(row, "issuing_deadline"),
                                row.getBoolean("wildcard_allowed"),
                                units.getOrDefault(row.getString("name"), List.of())),
                        tenant.value());
    }

    /** Adds a domain, or gives one that is there its new approval. */
    void put(TenantId tenant, Domain domain, Instant now) {
        Sql sql = scope.in(tenant);
        sql.update("""
                insert into domain (tenant_id, name, issuing_deadline, wildcard_allowed, registered_at) values (?, ?, ?, ?, ?)
                on conflict (tenant_id, name) do update
                    set issuing_deadline = excluded.issuing_deadline, wildcard_allowed = excluded.wildcard_allowed""", tenant.value(), domain.name(), domain.issuingDeadline(), domain.wildcardAllowed(), now);
        List<Domain.Unit> units = domain.units();
        sql.update(
                """
                insert into permitted_unit (tenant_id, domain, name, state, registered_at)
                select ?, ?, name, state, at from unnest(?, ?, ?) as row (name, state, at)
                on conflict (tenant_id, domain, name) do update set state = excluded.state""",
                tenant.value(),
                domain.name(),
                units.stream().map(Domain.Unit::name).toArray(String[]::new),
                units.stream().map(unit -> unit.state().name()).toArray(String[]::new),
                units.stream().map(Domain.Unit::registeredAt).toArray(Instant[]::new));
    }

    void remove(TenantId tenant, String name) {
        scope.in(tenant).update("delete from domain where tenant_id = ? and name = ?", tenant.value(), name);
    }
}

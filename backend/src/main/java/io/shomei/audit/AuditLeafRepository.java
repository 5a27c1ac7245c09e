package io.shomei.audit;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Which events are leaves of the history's tree. */
@ApplicationScoped
class AuditLeafRepository {
    private static final String ONE_TREE = "one tree holds the events of all tenants";
    private static final String OPERATORS = "an operator reads the history of all tenants";
    private static final String SELECT = "select position, " + AuditEventRepository.COLUMNS
            + " from audit_leaf join audit_event using (tenant_id, id) where position < ?";

    private final TenantScope scope;

    AuditLeafRepository(TenantScope scope) {
        this.scope = scope;
    }

    @AcrossTenants(ONE_TREE)
    long count() {
        return scope.acrossTenants()
                .one("select coalesce(max(position) + 1, 0) from audit_leaf", row -> row.getLong(1))
                .orElse(0L);
    }

    /** Makes leaves of the next events that are none, in the order of their ids, and returns them in the order of the leaves. */
    @AcrossTenants(ONE_TREE)
    List<AuditEventView> add(long first, int most) {
        return scope.acrossTenants()
                .list("""
                        with taken as (
                            delete from audit_unsealed
                            where (id, tenant_id) in (select id, tenant_id from audit_unsealed order by id limit ?)
                            returning tenant_id, id),
                        leaf as (
                            select tenant_id, id, ? + row_number() over (order by id, tenant_id) - 1 as position from taken),
                        added as (
                            insert into audit_leaf (position, tenant_id, id) select position, tenant_id, id from leaf)
                        select %s from leaf join audit_event using (tenant_id, id) order by position""".formatted(AuditEventRepository.COLUMNS), AuditEventRepository::read, most, first);
    }

    Optional<SealedEvent> find(TenantId tenant, UUID id, long size) {
        return scope.in(tenant)
                .one(SELECT + " and tenant_id = ? and id = ?", AuditLeafRepository::sealed, size, tenant.value(), id);
    }

    @AcrossTenants(OPERATORS)
    Optional<SealedEvent> findAnyones(UUID id, long size) {
        return scope.acrossTenants().one(SELECT + " and id = ?", AuditLeafRepository::sealed, size, id);
    }

    /** Events of all tenants among the leaves from one on; those whose time is over are left out. */
    @AcrossTenants(ONE_TREE)
    List<SealedEvent> from(long first, int most) {
        return scope.acrossTenants()
                .list(
                        SELECT + " and position >= ? order by position",
                        AuditLeafRepository::sealed,
                        first + most,
                        first);
    }

    /** The newest leaves before one, the newest first. */
    @AcrossTenants(ONE_TREE)
    List<HistoryLeaf> before(long position, int most) {
        return scope.acrossTenants()
                .list(
                        "select position, l.id as leaf, " + AuditEventRepository.COLUMNS
                                + " from audit_leaf l left join audit_event using (tenant_id, id)"
                                + " where position < ? order by position desc limit ?",
                        AuditLeafRepository::leaf,
                        position,
                        most);
    }

    /** How many events from an id on are no leaves and do not wait to be one. */
    @AcrossTenants(ONE_TREE)
    long strangers(UUID from) {
        return scope.acrossTenants().one("""
                        select count(*) from audit_event e where e.id >= ?
                            and not exists (select from audit_leaf l where l.tenant_id = e.tenant_id and l.id = e.id)
                            and not exists (select from audit_unsealed u where u.tenant_id = e.tenant_id and u.id = e.id)""", row -> row.getLong(1), from).orElse(0L);
    }

    /** In the order of the leaves. */
    void forEach(TenantId tenant, AuditFilter filter, long size, Consumer<SealedEvent> consumer) {
        forEach(scope.in(tenant), AuditCondition.of(tenant, filter), size, consumer);
    }

    /** In the order of the leaves, of all tenants. */
    @AcrossTenants(OPERATORS)
    void forEachOfAll(AuditFilter filter, long size, Consumer<SealedEvent> consumer) {
        forEach(scope.acrossTenants(), AuditCondition.of(null, filter), size, consumer);
    }

    /** Removes events that were sealed and are older; their leaves stay. */
    int removeEvents(TenantId tenant, Instant before, int most) {
        return scope.in(tenant).update("""
                        delete from audit_event where (tenant_id, id) in (
                            select tenant_id, id from audit_event join audit_leaf using (tenant_id, id)
                            where tenant_id = ? and id < ? and at < ? limit ?)""", tenant.value(), Ids.first(before), before, most);
    }

    private void forEach(Sql sql, AuditCondition condition, long size, Consumer<SealedEvent> consumer) {
        sql.stream(
                SELECT + condition.text() + " order by position",
                AuditLeafRepository::sealed,
                consumer,
                condition.parameters(size));
    }

    private static HistoryLeaf leaf(ResultSet row) throws SQLException {
        UUID id = Sql.uuid(row, "leaf");
        return new HistoryLeaf(
                row.getLong("position"),
                id,
                row.getObject("operation") == null ? null : AuditEventRepository.read(row));
    }

    private static SealedEvent sealed(ResultSet row) throws SQLException {
        return new SealedEvent(row.getLong("position"), AuditEventRepository.read(row));
    }
}

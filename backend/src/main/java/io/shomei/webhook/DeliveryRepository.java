package io.shomei.webhook;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DeliveryRepository {
    private static final String COLUMNS = "tenant_id, id, webhook_id, event, body, state, attempts, next_attempt_at,"
            + " last_status, last_error, created_at, delivered_at";

    private final TenantScope scope;

    DeliveryRepository(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * As each webhook is now, and not as it was read: nothing for one that was removed, held for one that is paused, until the running
     * transaction ends. A test goes to a paused one too.
     */
    void add(TenantId tenant, List<Delivery> deliveries) {
        scope.in(tenant)
                .update(
                        """
                        insert into webhook_delivery (tenant_id, id, webhook_id, event, body, state, attempts, next_attempt_at, created_at)
                        select tenant_id, id, webhook_id, event, body, case when held then 'HELD' else 'WAITING' end, 0,
                            case when held then null else created_at end, created_at
                        from (
                            select w.tenant_id, row.id, row.webhook_id, row.event, row.body, row.created_at,
                                w.paused_at is not null and row.event <> ? as held
                            from unnest(?, ?, ?, ?, ?) as row (id, webhook_id, event, body, created_at)
                            join webhook w on w.tenant_id = ? and w.id = row.webhook_id
                            for share of w) as message""",
                        EventType.TEST.code(),
                        deliveries.stream().map(Delivery::id).toArray(UUID[]::new),
                        deliveries.stream().map(Delivery::webhook).toArray(UUID[]::new),
                        deliveries.stream().map(Delivery::event).toArray(String[]::new),
                        deliveries.stream().map(Delivery::body).toArray(String[]::new),
                        deliveries.stream().map(Delivery::createdAt).toArray(Instant[]::new),
                        tenant.value());
    }

    /**
     * Takes what is due, so that nobody else sends it for the time of the lease. Webhooks take turns: however many messages one has, the
     * first of each other comes before its second.
     */
    @AcrossTenants("one courier serves all tenants")
    List<Delivery> claimDue(Instant now, Instant leaseUntil, int limit) {
        return scope.acrossTenants().list("""
                        update webhook_delivery set attempts = attempts + 1, next_attempt_at = ?
                        where (tenant_id, id) in (
                            select tenant_id, id from webhook_delivery
                            where state = 'WAITING' and next_attempt_at <= ? and (tenant_id, id) in (
                                select tenant_id, id from (
                                    select tenant_id, id, next_attempt_at,
                                        row_number() over (partition by webhook_id order by next_attempt_at) as turn
                                    from webhook_delivery where state = 'WAITING' and next_attempt_at <= ?) as due
                                order by turn, next_attempt_at limit ?)
                            for update skip locked)
                        returning
                        """ + COLUMNS, DeliveryRepository::read, leaseUntil, now, now, limit);
    }

    void ended(Delivery delivery, Delivery.State state, @Nullable Integer status, @Nullable String error, Instant now) {
        scope.in(delivery.tenant())
                .update(
                        """
                        update webhook_delivery set state = ?, next_attempt_at = null, last_status = ?, last_error = ?, delivered_at = ?
                        where tenant_id = ? and id = ?""",
                        state.name(),
                        status,
                        error,
                        state == Delivery.State.DELIVERED ? now : null,
                        delivery.tenant().value(),
                        delivery.id());
    }

    /** What was held meanwhile stays held. */
    void again(Delivery delivery, Instant next, @Nullable Integer status, String error) {
        scope.in(delivery.tenant())
                .update("""
                        update webhook_delivery set last_status = ?, last_error = ?,
                            next_attempt_at = case when state = 'WAITING' then ?::timestamptz end
                        where tenant_id = ? and id = ?""", status, error, next, delivery.tenant().value(), delivery.id());
    }

    void hold(Webhook webhook) {
        scope.in(webhook.tenant()).update("""
                        update webhook_delivery set state = 'HELD', next_attempt_at = null
                        where tenant_id = ? and webhook_id = ? and state = 'WAITING'""", webhook.tenant().value(), webhook.id());
    }

    /** Everything that is held is due, and has all its attempts again. */
    void release(Webhook webhook, Instant now) {
        scope.in(webhook.tenant()).update("""
                        update webhook_delivery set state = 'WAITING', attempts = 0, next_attempt_at = ?
                        where tenant_id = ? and webhook_id = ? and state = 'HELD'""", now, webhook.tenant().value(), webhook.id());
    }

    void replay(Delivery delivery, Delivery.State state, @Nullable Instant due) {
        scope.in(delivery.tenant())
                .update("""
                        update webhook_delivery set state = ?, attempts = 0, next_attempt_at = ?, delivered_at = null
                        where tenant_id = ? and id = ?""", state.name(), due, delivery.tenant().value(), delivery.id());
    }

    Optional<Delivery> lock(Webhook webhook, UUID id) {
        return scope.in(webhook.tenant())
                .one(
                        "select " + COLUMNS
                                + " from webhook_delivery where tenant_id = ? and webhook_id = ? and id = ? for update",
                        DeliveryRepository::read,
                        webhook.tenant().value(),
                        webhook.id(),
                        id);
    }

    /** The newest first. */
    Page<Delivery> page(Webhook webhook, Delivery.@Nullable State state, PageRequest page) {
        Sql sql = scope.in(webhook.tenant());
        StringBuilder where = new StringBuilder(" from webhook_delivery where tenant_id = ? and webhook_id = ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(webhook.tenant().value(), webhook.id()));
        if (state != null) {
            where.append(" and state = ?");
            values.add(state.name());
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<Delivery> rows = sql.list(
                "select " + COLUMNS + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                DeliveryRepository::read,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    @AcrossTenants("what ended is kept as long for everybody")
    int removeEndedBefore(Instant moment) {
        return scope.acrossTenants()
                .update(
                        "delete from webhook_delivery where state in ('DELIVERED', 'FAILED') and created_at < ?",
                        moment);
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                new TenantId(Sql.uuid(row, "tenant_id")),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "webhook_id"),
                row.getString("event"),
                row.getString("body"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "next_attempt_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"),
                Sql.instantOf(row, "created_at"),
                Sql.instant(row, "delivered_at"));
    }
}

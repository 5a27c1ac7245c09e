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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WebhookRepository {
    private static final String FOR_THE_OPERATOR = "an operator looks after the webhooks of all tenants";
    private static final String COLUMNS =
            "tenant_id, id, url, description, events, version, created_at, created_by, paused_at, paused_reason,"
                    + " secret_version, previous_secret_until";

    private final TenantScope scope;

    WebhookRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** The oldest first. */
    List<Webhook> of(TenantId tenant) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + " from webhook where tenant_id = ? order by id",
                        WebhookRepository::read,
                        tenant.value());
    }

    /** The newest first. */
    Page<Webhook> page(TenantId tenant, PageRequest page) {
        return page(scope.in(tenant), "tenant_id = ?", tenant.value(), page);
    }

    @AcrossTenants(FOR_THE_OPERATOR)
    Page<Webhook> pageOfAll(PageRequest page) {
        return page(scope.acrossTenants(), "?::uuid is null", null, page);
    }

    Optional<Webhook> find(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(
                        "select " + COLUMNS + " from webhook where tenant_id = ? and id = ?",
                        WebhookRepository::read,
                        tenant.value(),
                        id);
    }

    @AcrossTenants(FOR_THE_OPERATOR)
    Optional<Webhook> findAnyones(UUID id) {
        return scope.acrossTenants()
                .one("select " + COLUMNS + " from webhook where id = ?", WebhookRepository::read, id);
    }

    /** Waits for those who are telling it something: what they tell is there when this has an answer. */
    Optional<Webhook> lock(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(
                        "select " + COLUMNS + " from webhook where tenant_id = ? and id = ? for update",
                        WebhookRepository::read,
                        tenant.value(),
                        id);
    }

    @AcrossTenants(FOR_THE_OPERATOR)
    Optional<Webhook> lockAnyones(UUID id) {
        return scope.acrossTenants()
                .one("select " + COLUMNS + " from webhook where id = ? for update", WebhookRepository::read, id);
    }

    /** Keeps others from adding one to this tenant until the transaction ends. */
    void lockTenant(TenantId tenant) {
        scope.in(tenant).one("select pg_advisory_xact_lock(hashtext('webhook ' || ?))", row -> 1, tenant.toString());
    }

    /** The present secret first, and behind it the previous one for as long as it is used. */
    List<byte[]> secrets(Webhook webhook, Instant now) {
        return scope.in(webhook.tenant())
                .list(
                        """
                        select secret from (
                            select 1 as place, secret from webhook where tenant_id = ? and id = ?
                            union all
                            select 2, previous_secret from webhook
                            where tenant_id = ? and id = ? and previous_secret_until > ?) as used
                        order by place""",
                        row -> row.getBytes("secret"),
                        webhook.tenant().value(),
                        webhook.id(),
                        webhook.tenant().value(),
                        webhook.id(),
                        now);
    }

    /** The present secret becomes the previous one, unless that is to end at once. */
    void rotate(Webhook rotated, byte[] secret) {
        scope.in(rotated.tenant())
                .update(
                        """
                        update webhook set previous_secret_until = ?, previous_secret = case when ? then null else secret end,
                            secret = ?, secret_version = ?, version = ?
                        where tenant_id = ? and id = ?""",
                        rotated.previousSecretUntil(),
                        rotated.previousSecretUntil() == null,
                        secret,
                        rotated.secretVersion(),
                        rotated.version(),
                        rotated.tenant().value(),
                        rotated.id());
    }

    @AcrossTenants("what signs nothing any more is forgotten everywhere")
    int forgetPreviousSecrets(Instant now) {
        return scope.acrossTenants().update("""
                        update webhook set previous_secret = null, previous_secret_until = null
                        where previous_secret_until <= ?""", now);
    }

    void add(Webhook webhook, byte[] secret) {
        scope.in(webhook.tenant())
                .update(
                        """
                        insert into webhook (tenant_id, id, url, description, events, secret, version, created_at, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        webhook.tenant().value(),
                        webhook.id(),
                        webhook.url(),
                        webhook.description(),
                        text(webhook.events()),
                        secret,
                        webhook.version(),
                        webhook.createdAt(),
                        webhook.createdBy());
    }

    void change(Webhook webhook) {
        Webhook.Pause pause = webhook.pause();
        scope.in(webhook.tenant())
                .update(
                        """
                        update webhook set url = ?, description = ?, events = ?, version = ?, paused_at = ?, paused_reason = ?
                        where tenant_id = ? and id = ?""",
                        webhook.url(),
                        webhook.description(),
                        text(webhook.events()),
                        webhook.version(),
                        pause == null ? null : pause.at(),
                        pause == null ? null : pause.reason(),
                        webhook.tenant().value(),
                        webhook.id());
    }

    /** With everything it was told. */
    void remove(Webhook webhook) {
        scope.in(webhook.tenant())
                .update(
                        "delete from webhook where tenant_id = ? and id = ?",
                        webhook.tenant().value(),
                        webhook.id());
    }

    private static Page<Webhook> page(Sql sql, String owner, @Nullable UUID ownerValue, PageRequest page) {
        String from = " from webhook where " + owner;
        long total = sql.count(from, Page.Total.BOUND, ownerValue);
        boolean on = page.after() != null;
        String order = page.backwards() ? " order by id asc" : " order by id desc";
        String after = on ? page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid" : " and ?::uuid is null";
        List<Webhook> rows = sql.list(
                "select " + COLUMNS + from + after + order + " limit " + (page.limit() + 1),
                WebhookRepository::read,
                ownerValue,
                on ? page.after(UUID::fromString) : null);
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    private static String text(Set<EventType> events) {
        return events.stream().map(EventType::name).sorted().collect(Collectors.joining(","));
    }

    private static Webhook read(ResultSet row) throws SQLException {
        Instant pausedAt = Sql.instant(row, "paused_at");
        return new Webhook(
                new TenantId(Sql.uuid(row, "tenant_id")),
                Sql.uuid(row, "id"),
                row.getString("url"),
                row.getString("description"),
                Stream.of(row.getString("events").split(",", -1))
                        .map(EventType::valueOf)
                        .collect(Collectors.toSet()),
                row.getInt("version"),
                Sql.instantOf(row, "created_at"),
                row.getString("created_by"),
                row.getInt("secret_version"),
                Sql.instant(row, "previous_secret_until"),
                pausedAt == null ? null : new Webhook.Pause(pausedAt, row.getString("paused_reason")));
    }
}

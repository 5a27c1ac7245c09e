package io.shomei.webhook;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.RegisteredWebhook;
import io.shomei.api.TenantName;
import io.shomei.api.WebhookApi;
import io.shomei.api.WebhookChange;
import io.shomei.api.WebhookDelivery;
import io.shomei.api.WebhookDeliveryPage;
import io.shomei.api.WebhookDeliveryState;
import io.shomei.api.WebhookEventType;
import io.shomei.api.WebhookPage;
import io.shomei.api.WebhookPause;
import io.shomei.api.WebhookRegistration;
import io.shomei.api.WebhookSecretRotation;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.CurrentCaller;
import io.shomei.web.EntityTags;
import io.shomei.web.Idempotency;
import io.shomei.web.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
class WebhookResource implements WebhookApi {
    private final Webhooks webhooks;
    private final Tenants tenants;
    private final CurrentCaller caller;
    private final EntityTags tags;
    private final Idempotency idempotency;
    private final InstantSource clock;

    WebhookResource(
            Webhooks webhooks,
            Tenants tenants,
            CurrentCaller caller,
            EntityTags tags,
            Idempotency idempotency,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.tenants = tenants;
        this.caller = caller;
        this.tags = tags;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Override
    public WebhookPage listWebhooks(@Nullable Integer limit, @Nullable String cursor) {
        var page = webhooks.list(caller.get(), PageRequest.of(limit, cursor));
        return new WebhookPage(
                page.items().stream().map(this::webhook).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    public RegisteredWebhook registerWebhook(WebhookRegistration body, @Nullable String idempotencyKey) {
        return withSecret(idempotency.once(
                caller.get(),
                idempotencyKey,
                "registerWebhook",
                body.toString(),
                MadeSecret.class,
                () -> MadeSecret.of(webhooks.register(
                        caller.get(), body.tenant(), wish(body.url(), body.description(), body.events())))));
    }

    @Override
    public RegisteredWebhook rotateWebhookSecret(
            String id, WebhookSecretRotation body, @Nullable String idempotencyKey) {
        return withSecret(idempotency.once(
                caller.get(),
                idempotencyKey,
                "rotateWebhookSecret",
                id + body,
                MadeSecret.class,
                () -> MadeSecret.of(webhooks.rotate(caller.get(), id, body.endPrevious()))));
    }

    /** What is kept for a second request with the same key: the secret itself lies nowhere but under the key-encryption key. */
    private record MadeSecret(String webhook, int version) {
        static MadeSecret of(Webhook webhook) {
            return new MadeSecret(webhook.id().toString(), webhook.secretVersion());
        }
    }

    private RegisteredWebhook withSecret(MadeSecret made) {
        Webhook webhook = webhooks.get(caller.get(), made.webhook());
        return new RegisteredWebhook(webhook(webhook), webhooks.secret(webhook, made.version()));
    }

    @Override
    public io.shomei.api.Webhook getWebhook(String id) {
        return shown(webhooks.get(caller.get(), id));
    }

    @Override
    public io.shomei.api.Webhook changeWebhook(String ifMatch, String id, WebhookChange body) {
        return shown(webhooks.change(
                caller.get(), id, EntityTags.version(ifMatch), wish(body.url(), body.description(), body.events())));
    }

    @Override
    public void removeWebhook(String id) {
        webhooks.remove(caller.get(), id);
    }

    @Override
    public io.shomei.api.Webhook resumeWebhook(String id) {
        return shown(webhooks.resume(caller.get(), id));
    }

    @Override
    public WebhookDelivery testWebhook(String id) {
        return delivery(webhooks.test(caller.get(), id));
    }

    @Override
    public WebhookDeliveryPage listWebhookDeliveries(
            String id, @Nullable WebhookDeliveryState state, @Nullable Integer limit, @Nullable String cursor) {
        var page = webhooks.deliveries(
                caller.get(),
                id,
                state == null ? null : Delivery.State.valueOf(state.name()),
                PageRequest.of(limit, cursor));
        return new WebhookDeliveryPage(
                page.items().stream().map(WebhookResource::delivery).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public WebhookDelivery replayWebhookDelivery(String id, String delivery) {
        return delivery(webhooks.replay(caller.get(), id, delivery));
    }

    private static Webhooks.Wish wish(String url, String description, Collection<WebhookEventType> events) {
        return new Webhooks.Wish(
                url,
                description.strip(),
                events.stream().map(type -> EventType.valueOf(type.name())).collect(Collectors.toSet()));
    }

    private io.shomei.api.Webhook shown(Webhook webhook) {
        tags.show(webhook.version());
        return webhook(webhook);
    }

    private io.shomei.api.Webhook webhook(Webhook webhook) {
        Webhook.Pause pause = webhook.pause();
        return new io.shomei.api.Webhook(
                webhook.id().toString(),
                caller.get().role() == Role.OPERATOR ? tenant(webhook) : null,
                webhook.url(),
                webhook.description(),
                webhook.events().stream()
                        .sorted()
                        .map(type -> WebhookEventType.valueOf(type.name()))
                        .toList(),
                webhook.createdAt(),
                webhook.createdBy(),
                webhook.previousSecretUntil(clock.instant()),
                pause == null ? null : new WebhookPause(pause.at(), pause.reason()));
    }

    private TenantName tenant(Webhook webhook) {
        Tenant tenant = tenants.recent(webhook.tenant());
        return new TenantName(tenant.id().toString(), tenant.nameJa(), tenant.nameEn());
    }

    private static WebhookDelivery delivery(Delivery delivery) {
        return new WebhookDelivery(
                delivery.id().toString(),
                delivery.event(),
                delivery.body(),
                WebhookDeliveryState.valueOf(delivery.state().name()),
                delivery.attempts(),
                delivery.lastStatus(),
                delivery.lastError(),
                delivery.createdAt(),
                delivery.deliveredAt(),
                delivery.nextAttemptAt());
    }
}

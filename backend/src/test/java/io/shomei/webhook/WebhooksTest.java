package io.shomei.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.testing.Fixtures;
import io.shomei.testing.HookReceiver;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers' systems that are registered to be told what happens. */
@ShomeiTest
class WebhooksTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    WebhookSteps hooks;

    private HookReceiver receiver;
    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficerAndAReceiver() {
        receiver = HookReceiver.open();
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @AfterEach
    void theReceiverGoes() {
        receiver.close();
    }

    @Test
    void aWebhookIsChangedReadAndRemovedAndItsSecretIsShownOnce() {
        JsonPath registered = hooks.registered(sato, receiver.url("/one"), List.of("CERTIFICATE_REVOKED"));
        String id = registered.getString("webhook.id");
        assertThat(registered.getString("secret")).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(registered.getString("secret").substring(6)))
                .hasSize(32);
        http.as(sato)
                .get("/api/v1/webhooks")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].secret", nullValue())
                .body("items[0].tenant", nullValue());
        String tag = http.as(sato)
                .get("/api/v1/webhooks/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Map<String, Object> change =
                Map.of("url", receiver.url("/two"), "description", "Other", "events", List.of("CERTIFICATE_ISSUED"));
        change(sato, id, tag, change).then().statusCode(200).body("url", containsString("/two"));
        Refusals.is(change(sato, id, tag, change), 412, "changed-meanwhile");
        Refusals.is(
                change(
                        sato,
                        id,
                        "\"2\"",
                        Map.of("url", "http://localhost/", "description", "x", "events", WebhookSteps.ALL)),
                400,
                "malformed-request");
        steps.issued(sato, tenant, "new.a.ac.jp");
        receiver.await("/two", "certificate.issued");
        http.as(sato).delete("/api/v1/webhooks/{id}", id).then().statusCode(204);
        Refusals.is(http.as(sato).get("/api/v1/webhooks/{id}", id), 404, "not-found");
        http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .body("items.operation", hasItems("webhook.register", "webhook.change", "webhook.remove"));
    }

    @Test
    void twoRequestsWithOneKeyRegisterOneWebhook() {
        Map<String, Object> body = Map.of("url", receiver.url("/once"), "description", "x", "events", WebhookSteps.ALL);
        Response first = hooks.register(sato, body, "key-1");
        Response second = hooks.register(sato, body, "key-1");
        assertThat(second.jsonPath().getString("webhook.id"))
                .isEqualTo(first.jsonPath().getString("webhook.id"));
        assertThat(second.jsonPath().getString("secret"))
                .isEqualTo(first.jsonPath().getString("secret"));
        Refusals.is(
                hooks.register(
                        sato,
                        Map.of("url", receiver.url("/x"), "description", "x", "events", WebhookSteps.ALL),
                        "key-1"),
                409,
                "idempotency-key-reused");
    }

    @Test
    void aTenantHasSoManyAndNoMore() {
        for (int i = 0; i < 4; i++) {
            hooks.registered(sato, receiver.url("/n" + i), WebhookSteps.ALL);
        }
        Refusals.is(
                hooks.register(
                        sato, Map.of("url", receiver.url("/n"), "description", "x", "events", WebhookSteps.ALL), "n"),
                409,
                "too-many-webhooks");
    }

    @Test
    void anOperatorRegistersForATenantAndSeesAll() {
        Person desk = given.operator("Service Desk");
        String id = hooks.register(
                        desk,
                        Map.of(
                                "tenant",
                                tenant.id().toString(),
                                "url",
                                receiver.url("/desk"),
                                "description",
                                "x",
                                "events",
                                WebhookSteps.ALL),
                        "desk")
                .then()
                .statusCode(201)
                .body("webhook.tenant.id", equalTo(tenant.id().toString()))
                .extract()
                .path("webhook.id");
        http.as(sato).get("/api/v1/webhooks/{id}", id).then().statusCode(200);
        String others = given.tenant("b").id().toString();
        Refusals.is(
                hooks.register(
                        sato,
                        Map.of(
                                "tenant",
                                others,
                                "url",
                                receiver.url("/x"),
                                "description",
                                "x",
                                "events",
                                WebhookSteps.ALL),
                        "others"),
                404,
                "not-found");
        http.as(desk).get("/api/v1/webhooks").then().body("items.id", hasItems(id));
        Refusals.is(
                hooks.register(
                        desk,
                        Map.of(
                                "tenant",
                                "0197a1b2-0000-7000-8000-000000000001",
                                "url",
                                receiver.url("/x"),
                                "description",
                                "x",
                                "events",
                                WebhookSteps.ALL),
                        "nobody"),
                404,
                "not-found");
    }

    @Test
    void whoMayDoIt() {
        JsonPath registered = hooks.registered(sato, receiver.url("/who"), WebhookSteps.ALL);
        String id = registered.getString("webhook.id");
        Person user = tenant.user("Taro Yamada");
        Map<String, Object> body = Map.of("url", receiver.url("/x"), "description", "x", "events", WebhookSteps.ALL);
        List<Refusals.CallOnId> calls = List.of(
                (request, one) -> request.get("/api/v1/webhooks/{id}", one),
                (request, one) -> request.header("If-Match", "\"1\"")
                        .contentType(ContentType.JSON)
                        .body(body)
                        .put("/api/v1/webhooks/{id}", one),
                (request, one) -> request.delete("/api/v1/webhooks/{id}", one),
                (request, one) -> request.contentType(ContentType.JSON)
                        .body(Map.of("endPrevious", true))
                        .post("/api/v1/webhooks/{id}/secret", one),
                (request, one) -> request.post("/api/v1/webhooks/{id}/resumption", one),
                (request, one) -> request.post("/api/v1/webhooks/{id}/test", one),
                (request, one) -> request.get("/api/v1/webhooks/{id}/deliveries", one),
                (request, one) -> request.post("/api/v1/webhooks/{id}/deliveries/{delivery}/replay", one, one));
        Person stranger = given.tenant("b").administrator("Jiro Abe");
        for (Refusals.CallOnId call : calls) {
            Refusals.needs(http, user, request -> call.on(request, id));
            Refusals.unknown(stranger, http, id, call);
        }
        Refusals.needs(http, user, request -> request.get("/api/v1/webhooks"));
        Refusals.needs(
                http,
                user,
                request -> request.contentType(ContentType.JSON).body(body).post("/api/v1/webhooks"));
    }

    private Response change(Person person, String id, String tag, Map<String, Object> body) {
        return http.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put("/api/v1/webhooks/{id}", id);
    }
}

package io.shomei.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.HookReceiver;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets that sign messages, and how they are replaced. */
@ShomeiTest
class WebhookSecretTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    WebhookSteps hooks;

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookRepository repository;

    @Inject
    WebhookRetentionJob retention;

    @Inject
    TestClock clock;

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
    void aSecretIsReplacedInPlaceAndBothSignForADay() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        clock.stopAt(now);
        JsonPath registered = hooks.registered(sato, receiver.url("/rotated"), WebhookSteps.ALL);
        String id = registered.getString("webhook.id");
        String old = registered.getString("secret");
        JsonPath rotated = rotate(sato, id, false, "rotate-1")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String fresh = rotated.getString("secret");
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        Instant until = Instant.parse(rotated.getString("webhook.previousSecretUntil"));
        assertThat(until).isEqualTo(now.plus(Duration.ofHours(24)));
        // The same request again is not another secret, and the registration's key does not show the new one.
        assertThat(rotate(sato, id, false, "rotate-1").jsonPath().getString("secret"))
                .isEqualTo(fresh);
        Refusals.is(rotate(sato, id, true, "rotate-1"), 409, "idempotency-key-reused");
        Refusals.is(
                hooks.register(
                        sato,
                        Map.of("url", receiver.url("/rotated"), "description", "Inventory", "events", WebhookSteps.ALL),
                        receiver.url("/rotated")),
                412,
                "changed-meanwhile");
        HookReceiver.Message both = tested(id, "/rotated", 1);
        assertThat(both.headers().get("webhook-signature"))
                .isEqualTo(WebhookSteps.signature(fresh, both) + " " + WebhookSteps.signature(old, both));
        http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .body(
                        "items.find { it.operation == 'webhook.rotate' }.detail.previousUntil",
                        equalTo(until.toString()));
        clock.stopAt(until.minusMillis(1));
        assertThat(signedWith(id)).containsExactly(fresh, old);
        retention.run();
        assertThat(signedWith(id)).containsExactly(fresh, old);
        clock.stopAt(until);
        assertThat(signedWith(id)).containsExactly(fresh);
        retention.run();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> repository
                                .find(tenant.id(), UUID.fromString(id))
                                .orElseThrow())
                        .previousSecretUntil())
                .isNull();
    }

    @Test
    void aSecretThatOthersMayKnowEndsAtOnceAndNeverMoreThanTwoSign() throws Exception {
        String id = hooks.registered(sato, receiver.url("/leaked"), WebhookSteps.ALL)
                .getString("webhook.id");
        String second = rotate(sato, id, false, "second").jsonPath().getString("secret");
        String third = rotate(sato, id, false, "third").jsonPath().getString("secret");
        Refusals.is(rotate(sato, id, false, "second"), 412, "changed-meanwhile");
        HookReceiver.Message two = tested(id, "/leaked", 1);
        assertThat(two.headers().get("webhook-signature"))
                .isEqualTo(WebhookSteps.signature(third, two) + " " + WebhookSteps.signature(second, two));
        JsonPath last =
                rotate(sato, id, true, "last").then().statusCode(201).extract().jsonPath();
        assertThat(last.getString("webhook.previousSecretUntil")).isNull();
        HookReceiver.Message one = tested(id, "/leaked", 2);
        assertThat(one.headers().get("webhook-signature"))
                .isEqualTo(WebhookSteps.signature(last.getString("secret"), one));
        Refusals.is(
                http.as(sato).contentType(ContentType.JSON).body("{}").post("/api/v1/webhooks/{id}/secret", id),
                400,
                "malformed-request");
    }

    private List<String> signedWith(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> webhooks.secrets(
                        repository.find(tenant.id(), UUID.fromString(id)).orElseThrow()))
                .stream()
                .map(MessageSignature::text)
                .toList();
    }

    /** The message of the so many-th test that this webhook is sent. */
    private HookReceiver.Message tested(String id, String path, int count) {
        http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        return Eventually.present(
                "test " + count,
                () -> receiver.at(path).stream().skip(count - 1).findFirst());
    }

    private Response rotate(Person person, String id, boolean endPrevious, String key) {
        return http.as(person)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("endPrevious", endPrevious))
                .post("/api/v1/webhooks/{id}/secret", id);
    }
}

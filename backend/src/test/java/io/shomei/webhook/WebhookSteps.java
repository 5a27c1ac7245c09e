package io.shomei.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.testing.Contract;
import io.shomei.testing.HookReceiver;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What whoever has a webhook does in tests, and what a receiver finds out. */
@Singleton
class WebhookSteps {
    static final List<String> ALL = List.of(
            "CERTIFICATE_ISSUED",
            "CERTIFICATE_COLLECTED",
            "CERTIFICATE_EXPIRING",
            "CERTIFICATE_RENEWED",
            "CERTIFICATE_REVOKED",
            "REQUEST_FILE_DONE",
            "NOTICE_UNDELIVERABLE");

    private final Http http;
    private final ObjectMapper json;

    WebhookSteps(Http http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    JsonPath registered(Person person, String url, List<String> events) {
        return register(person, Map.of("url", url, "description", "Inventory", "events", events), url)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    Response register(Person person, Map<String, Object> body, String key) {
        return http.as(person)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/webhooks");
    }

    JsonPath webhook(Person person, String id) {
        return http.as(person).get("/api/v1/webhooks/{id}", id).jsonPath();
    }

    Response deliveries(Person person, String id, String state) {
        return http.as(person).queryParam("state", state).get("/api/v1/webhooks/{id}/deliveries", id);
    }

    /** As a receiver finds it out, by the words of the specification. */
    static String signature(String secret, HookReceiver.Message message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = message.headers().get("webhook-id") + "."
                + message.headers().get("webhook-timestamp") + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** Where a message is not what the contract says. */
    List<String> faults(HookReceiver.Message message) {
        try {
            return Contract.get()
                    .faults(
                            json.readTree("{\"$ref\":\"#/components/schemas/WebhookMessage\"}"),
                            json.readTree(message.body()));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}

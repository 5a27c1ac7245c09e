package io.shomei.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;

/** A tenant's own system that wants to know of one kind of event. */
public final class Hook implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HookReceiver receiver = HookReceiver.open();
    private final String type;

    /**
     * @param event as the contract names it
     * @param type as messages name it
     */
    public Hook(Http http, Person registrar, String event, String type) {
        this.type = type;
        http.as(registrar)
                .contentType(ContentType.JSON)
                .body(Map.of("url", receiver.url("/" + type), "description", type, "events", List.of(event)))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201);
    }

    /** The first message, which is one that the contract describes. */
    public String told() {
        String body = receiver.await("/" + type, type).body();
        try {
            assertThat(Contract.get()
                            .faults(
                                    JSON.readTree("{\"$ref\":\"#/components/schemas/WebhookMessage\"}"),
                                    JSON.readTree(body)))
                    .isEmpty();
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
        return body;
    }

    @Override
    public void close() {
        receiver.close();
    }
}

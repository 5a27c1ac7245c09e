package io.shomei.audit.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shomei.audit.AuditEventView;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event in the octets that are sealed: one line of JSON, members in the order of their names, absent ones left out, no spaces,
 * UTF-8. It never changes, because whatever was sealed is verified by it.
 */
public final class EventText {
    /** Of its own, so that no setting of the application reaches it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private EventText() {}

    public static byte[] octets(AuditEventView event) {
        Map<String, Object> members = new TreeMap<>();
        put(members, "id", event.id());
        put(members, "tenant", event.tenant().value());
        put(members, "at", event.at());
        put(members, "operation", event.operation());
        put(members, "outcome", event.success() ? "SUCCESS" : "FAILURE");
        put(members, "actor", event.actor());
        put(members, "actorId", event.actorId());
        put(members, "actorRole", event.actorRole());
        put(members, "address", event.address());
        put(members, "target", event.target());
        put(members, "targetId", event.targetId());
        put(members, "requestId", event.requestId());
        if (!event.detail().isEmpty()) {
            members.put("detail", event.detail());
        }
        try {
            return JSON.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
    }
}

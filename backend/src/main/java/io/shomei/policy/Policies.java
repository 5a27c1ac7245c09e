package io.shomei.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Each tenant's policy: its preset with its overrides laid over it, member by member. */
@ApplicationScoped
public class Policies {
    /** How long another copy of the platform may still work under a version that was replaced. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final PolicyRepository repository;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Map<TenantId, Kept> kept = new ConcurrentHashMap<>();

    Policies(PolicyRepository repository, ObjectMapper json, InstantSource clock) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
    }

    /** The policy that holds for a tenant now. */
    public Policy of(TenantId tenant) {
        Instant now = clock.instant();
        Kept found = kept.get(tenant);
        if (found != null && now.isBefore(found.readAt().plus(KEPT)) && !now.isBefore(found.readAt())) {
            return found.policy();
        }
        Policy policy = bind(repository
                .newest(tenant)
                .orElseThrow(() -> new IllegalStateException("tenant " + tenant + " has no policy")));
        kept.put(tenant, new Kept(policy, now));
        return policy;
    }

    /** Gives a new tenant its first policy, or an existing one a new version. */
    @Transactional
    public Policy assign(TenantId tenant, String preset, String overrides) {
        int version = repository.newest(tenant).map(row -> row.version() + 1).orElse(1);
        PolicyRow row = new PolicyRow(version, preset, overrides);
        Policy policy = bind(row);
        repository.add(tenant, row, clock.instant());
        kept.remove(tenant);
        return policy;
    }

    private Policy bind(PolicyRow row) {
        try {
            ObjectNode policy = preset(row.preset());
            merge(policy, json.readTree(row.overrides()));
            policy.put("version", row.version());
            return json.treeToValue(policy, Policy.class);
        } catch (JsonProcessingException nonsense) {
            throw new IllegalArgumentException("the policy cannot be read: " + nonsense.getOriginalMessage(), nonsense);
        }
    }

    private ObjectNode preset(String name) {
        try (InputStream in = Policies.class.getResourceAsStream("presets/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no preset " + name);
            }
            return (ObjectNode) json.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void merge(ObjectNode base, JsonNode changes) {
        changes.properties().forEach(change -> {
            JsonNode old = base.get(change.getKey());
            if (old instanceof ObjectNode branch && change.getValue() instanceof ObjectNode) {
                merge(branch, change.getValue());
            } else {
                base.set(change.getKey(), change.getValue());
            }
        });
    }

    private record Kept(Policy policy, Instant readAt) {}
}

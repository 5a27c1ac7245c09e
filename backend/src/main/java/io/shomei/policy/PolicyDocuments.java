package io.shomei.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Policies as JSON documents: laid over one another, compared, and read as the model. */
final class PolicyDocuments {
    private PolicyDocuments() {}

    /**
     * A key whose value two policies do not share.
     *
     * @param before null where it has no value
     */
    record Difference(
            PolicyKey key,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** A preset with changes laid over it, member by member. */
    static ObjectNode merged(ObjectNode base, ObjectNode changes) {
        ObjectNode result = base.deepCopy();
        merge(result, changes);
        return result;
    }

    /** The keys whose values differ, in the order of the model. */
    static List<Difference> differences(ObjectNode before, ObjectNode after) {
        List<Difference> differences = new ArrayList<>();
        for (PolicyKey key : PolicyKeys.all()) {
            JsonNode old = value(before, key);
            JsonNode now = value(after, key);
            if (!Objects.equals(old, now)) {
                differences.add(new Difference(key, old, now));
            }
        }
        return differences;
    }

    /** Changes that do change something: what the preset says anyway is left out, so that a later preset counts. */
    static ObjectNode needed(ObjectNode base, ObjectNode changes) {
        ObjectNode whole = merged(base, changes);
        ObjectNode needed = base.objectNode();
        for (Difference each : differences(base, whole)) {
            put(needed, each.key().path(), each.after());
        }
        return needed;
    }

    /** A policy of an earlier version whose protecting keys are those of today. */
    static ObjectNode protectedBy(ObjectNode earlier, ObjectNode today) {
        ObjectNode result = earlier.deepCopy();
        PolicyKeys.all().stream().filter(PolicyKey::atOnce).forEach(key -> put(result, key.path(), value(today, key)));
        return result;
    }

    /**
     * Reads a policy that was checked.
     *
     * @throws IllegalArgumentException where it was not
     */
    static Policy bind(ObjectMapper json, ObjectNode policy, int version) {
        try {
            return json.treeToValue(policy.deepCopy().put("version", version), Policy.class);
        } catch (JsonProcessingException nonsense) {
            throw new IllegalArgumentException("the policy cannot be read: " + nonsense.getOriginalMessage(), nonsense);
        }
    }

    private static @Nullable JsonNode value(ObjectNode policy, PolicyKey key) {
        JsonNode value = PolicyKeys.at(policy, key.path());
        return value == null || value.isNull() ? null : value;
    }

    static void put(ObjectNode target, String path, @Nullable JsonNode value) {
        ObjectNode at = target;
        String[] steps = path.split("\\.", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.withObjectProperty(steps[i]);
        }
        at.set(steps[steps.length - 1], value == null ? at.nullNode() : value);
    }

    private static void merge(ObjectNode base, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (base.get(change.getKey()) instanceof ObjectNode branch
                    && change.getValue() instanceof ObjectNode inner) {
                merge(branch, inner);
            } else {
                base.set(change.getKey(), change.getValue());
            }
        });
    }
}

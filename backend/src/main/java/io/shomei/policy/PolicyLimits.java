package io.shomei.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The floors and ceilings of an installation (C.1.3): those of the model, which an operator may narrow by a file and never widen. A
 * faulty file stops the start. They hold at once: what a preset or a tenant has beyond them counts as the limit itself.
 */
@Singleton
class PolicyLimits {
    private static final Set<PolicyKey.Type> LIMITED =
            Set.of(PolicyKey.Type.INTEGER, PolicyKey.Type.DURATION, PolicyKey.Type.PERIOD);

    private final List<PolicyKey> keys;
    private final List<PolicyKey> narrowed;

    PolicyLimits(ObjectMapper json, PolicyConfig config) {
        Map<String, PolicyKey> byPath =
                config.limitsFile().map(file -> read(json, file)).orElseGet(Map::of);
        keys = PolicyKeys.all().stream()
                .map(key -> byPath.getOrDefault(key.path(), key))
                .toList();
        narrowed = List.copyOf(byPath.values());
    }

    /** In the order of the model, with the limits that hold here. */
    List<PolicyKey> keys() {
        return keys;
    }

    /** Everything that is wrong with the values of a policy, each by itself. */
    List<PolicyFault> check(ObjectNode policy) {
        List<PolicyFault> faults = new ArrayList<>(PolicyKeys.check(policy));
        for (PolicyKey key : narrowed) {
            key.check(PolicyKeys.at(policy, key.path()))
                    .filter(fault ->
                            faults.stream().noneMatch(each -> each.pointer().equals(fault.pointer())))
                    .forEach(faults::add);
        }
        return List.copyOf(faults);
    }

    /** The same policy within the limits. */
    ObjectNode bounded(ObjectNode policy) {
        for (PolicyKey key : narrowed) {
            JsonNode value = PolicyKeys.at(policy, key.path());
            if (value != null && !value.isNull()) {
                PolicyDocuments.put(policy, key.path(), key.bounded(value));
            }
        }
        return policy;
    }

    private static Map<String, PolicyKey> read(ObjectMapper json, Path file) {
        try {
            JsonNode limits = json.readTree(file.toFile());
            Map<String, PolicyKey> narrowed = new HashMap<>();
            for (Map.Entry<String, JsonNode> limit : limits.properties()) {
                narrowed.put(limit.getKey(), narrowed(file, limit.getKey(), limit.getValue()));
            }
            return narrowed;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("limits of policies cannot be read from " + file, unreadable);
        }
    }

    private static PolicyKey narrowed(Path file, String path, JsonNode limit) {
        PolicyKey key = PolicyKeys.all().stream()
                .filter(each -> each.path().equals(path) && LIMITED.contains(each.type()))
                .findFirst()
                .orElseThrow(() -> faulty(file, path, "there is no such key with a floor and a ceiling"));
        for (String member : limit.properties().stream().map(Map.Entry::getKey).toList()) {
            if (!member.equals("least") && !member.equals("most")) {
                throw faulty(file, path, "there is least and most, and no " + member);
            }
        }
        // A limit is a value that the model allows: so it cannot be wider.
        PolicyKey floor = key.within(bound(file, key, limit.get("least")).orElse(key.least()), key.most());
        return floor.within(floor.least(), bound(file, floor, limit.get("most")).orElse(key.most()));
    }

    private static Optional<String> bound(Path file, PolicyKey key, @Nullable JsonNode value) {
        if (value == null) {
            return Optional.empty();
        }
        List<PolicyFault> faults = key.check(value).toList();
        if (value.isNull() || !faults.isEmpty()) {
            throw faulty(file, key.path(), value + " is not between " + key.least() + " and " + key.most());
        }
        return Optional.of(value.asText());
    }

    private static IllegalStateException faulty(Path file, String path, String why) {
        return new IllegalStateException("limit of " + path + " in " + file + ": " + why);
    }
}

package io.shomei.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shomei.policy.PolicyKey.Type;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All keys of the model, read once from the components of {@link Policy}. */
final class PolicyKeys {
    private static final List<PolicyKey> ALL = read();
    private static final Map<String, PolicyKey> BY_PATH =
            ALL.stream().collect(Collectors.toUnmodifiableMap(PolicyKey::path, key -> key));

    private PolicyKeys() {}

    /** In the order of the model. */
    static List<PolicyKey> all() {
        return ALL;
    }

    /** Everything that is wrong with the values of a policy, each by itself; whether they go together is another question. */
    static List<PolicyFault> check(ObjectNode policy) {
        List<PolicyFault> faults = new ArrayList<>();
        ALL.forEach(key -> key.check(at(policy, key.path())).forEach(faults::add));
        unknown(policy, "").forEach(faults::add);
        return faults;
    }

    static @Nullable JsonNode at(JsonNode policy, String path) {
        JsonNode node = policy.at("/" + path.replace('.', '/'));
        return node.isMissingNode() ? null : node;
    }

    private static Stream<PolicyFault> unknown(JsonNode node, String prefix) {
        return node.properties().stream().flatMap(member -> {
            String path = prefix + member.getKey();
            if (BY_PATH.containsKey(path)) {
                return Stream.empty();
            }
            boolean group = ALL.stream().anyMatch(key -> key.path().startsWith(path + "."));
            return group && member.getValue().isObject()
                    ? unknown(member.getValue(), path + ".")
                    : Stream.of(PolicyFault.of(path, group ? "NotAGroup" : "UnknownKey"));
        });
    }

    private static List<PolicyKey> read() {
        List<PolicyKey> keys = new ArrayList<>();
        for (RecordComponent component : Policy.class.getRecordComponents()) {
            // The version is counted, not chosen.
            if (!component.getName().equals("version")) {
                read(component, "", keys);
            }
        }
        return List.copyOf(keys);
    }

    private static void read(RecordComponent component, String prefix, List<PolicyKey> keys) {
        String path = prefix + component.getName();
        if (component.getType().isRecord()) {
            for (RecordComponent inner : component.getType().getRecordComponents()) {
                read(inner, path + ".", keys);
            }
            return;
        }
        AnnotatedType declared = component.getAnnotatedType();
        Least least = component.getAnnotation(Least.class);
        Most most = component.getAnnotation(Most.class);
        Matches matches = component.getAnnotation(Matches.class);
        keys.add(new PolicyKey(
                path,
                type(component),
                declared.isAnnotationPresent(Nullable.class),
                values(innermost(declared)),
                least == null ? null : least.value(),
                most == null ? null : most.value(),
                matches == null ? null : matches.value(),
                component.isAnnotationPresent(AtOnce.class)));
    }

    private static Type type(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == List.class) {
            Class<?> element = innermost(component.getAnnotatedType());
            if (element.isEnum()) {
                boolean nested = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                        instanceof ParameterizedType;
                return nested ? Type.METHODS : Type.CHOICES;
            }
            return element == Period.class ? Type.PERIODS : Type.TEXTS;
        }
        if (type.isEnum()) {
            return Type.CHOICE;
        }
        if (type == boolean.class) {
            return Type.BOOLEAN;
        }
        if (type == int.class || type == Integer.class) {
            return Type.INTEGER;
        }
        if (type == Duration.class) {
            return Type.DURATION;
        }
        if (type == Period.class) {
            return Type.PERIOD;
        }
        if (type == String.class) {
            return Type.TEXT;
        }
        throw new IllegalStateException("the policy model has no keys of " + type);
    }

    private static Class<?> innermost(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType list
                ? innermost(list.getAnnotatedActualTypeArguments()[0])
                : (Class<?>) type.getType();
    }

    private static List<String> values(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(value -> ((Enum<?>) value).name())
                        .toList()
                : List.of();
    }
}

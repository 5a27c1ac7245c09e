package io.shomei.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** {@code openapi.yaml}, as tests ask it. */
public final class Contract {
    /** Answers that any operation may give before it begins; the contract's introduction tells of them. */
    public static final Set<String> EVERYWHERE = Set.of(
            "malformed-request",
            "not-here",
            "method-not-offered",
            "media-type-not-offered",
            "not-acceptable",
            "tls-required",
            "compressed-body",
            "body-too-large",
            "address-not-allowed",
            "api-token-ended",
            "scope-missing",
            "too-many-requests",
            "otp-required",
            "residual-session",
            "password-change-required");

    private static final Pattern CODE = Pattern.compile("`([a-z]+(?:-[a-z0-9]+)+)`");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Contract READ = new Contract();

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Contract() {
        document = read();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member ->
                                operations.add(new Operation(path.getKey(), member.getKey(), member.getValue()))));
        // A path without variables is meant before one with them.
        operations.sort(Comparator.comparing(operation -> operation.path().contains("{")));
    }

    public static Contract get() {
        return READ;
    }

    /** One operation of the contract. */
    public final class Operation {
        private final String path;
        private final String method;
        private final JsonNode node;
        private final Pattern pattern;

        private Operation(String path, String method, JsonNode node) {
            this.path = path;
            this.method = method;
            this.node = node;
            this.pattern = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+").replace(".", "\\."));
        }

        public String id() {
            return node.path("operationId").asText();
        }

        public String path() {
            return path;
        }

        public String method() {
            return method;
        }

        public JsonNode node() {
            return node;
        }

        public Set<String> roles() {
            Set<String> roles = new LinkedHashSet<>();
            node.path("x-roles").forEach(role -> roles.add(role.asText()));
            return roles;
        }

        /** What the contract says of a status, with references resolved. */
        public Optional<JsonNode> response(int status) {
            return Optional.ofNullable(node.path("responses").get(String.valueOf(status)))
                    .map(Contract.this::resolve);
        }

        public Set<Integer> statuses() {
            Set<Integer> statuses = new LinkedHashSet<>();
            node.path("responses").fieldNames().forEachRemaining(name -> statuses.add(Integer.valueOf(name)));
            return statuses;
        }

        /** Codes of the problems that the contract names for a status. */
        public Set<String> problems(int status) {
            Set<String> codes = new LinkedHashSet<>();
            response(status).ifPresent(response -> {
                Matcher matcher = CODE.matcher(response.path("description").asText());
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            });
            return codes;
        }

        public Set<String> problems() {
            Set<String> codes = new LinkedHashSet<>();
            statuses().stream().filter(status -> status >= 400).forEach(status -> codes.addAll(problems(status)));
            return codes;
        }

        public Set<Integer> successes() {
            Set<Integer> statuses = statuses();
            statuses.removeIf(status -> status >= 300);
            return statuses;
        }

        @Override
        public String toString() {
            return id();
        }
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    public JsonNode document() {
        return document;
    }

    public Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method.equalsIgnoreCase(method)
                        && operation.pattern.matcher(path).matches())
                .findFirst();
    }

    public JsonNode resolve(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asText().substring(1));
    }

    /** What is wrong with a value, by a schema of the contract; members that the contract does not name are wrong. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return schemas
                .computeIfAbsent(schema.toString(), _ -> factory.getSchema(withComponents(schema), config))
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private ObjectNode withComponents(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        ObjectNode components = document.get("components").deepCopy();
        components.get("schemas").forEach(Contract::close);
        whole.set("components", components);
        return whole;
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.has("properties") && !schema.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    private static JsonNode read() {
        Path file = Path.of("..", "openapi.yaml");
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1_000);
        try (Reader in = Files.newBufferedReader(file)) {
            Object yaml = new Yaml(options).load(in);
            return new ObjectMapper().valueToTree(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

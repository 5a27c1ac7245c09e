package io.shomei.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The presets: those that come with the platform and those an installation adds. A faulty one stops the start. */
@Singleton
class Presets {
    private static final List<String> OURS =
            List.of("research-federation", "bank-fx", "bank-corporate", "saas-groupware", "platform");

    private final ObjectMapper json;
    private final PolicyLimits limits;
    private final Map<String, Preset> byName = new LinkedHashMap<>();

    Presets(ObjectMapper json, PolicyConfig config, PolicyLimits limits) {
        this.json = json;
        this.limits = limits;
        OURS.forEach(name -> add(name, ours(name)));
        config.presetsDirectory().ifPresent(this::addFrom);
    }

    Optional<Preset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Preset> all() {
        return byName.values();
    }

    private void addFrom(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .toList());
            for (Path file : found) {
                String name = file.getFileName().toString().replaceFirst("\\.json$", "");
                add(name, json.readTree(file.toFile()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("presets cannot be read from " + directory, unreadable);
        }
    }

    private void add(String name, JsonNode file) {
        if (!(file.get("policy") instanceof ObjectNode policy)
                || !file.path("title").isObject()) {
            throw new IllegalStateException("preset " + name + " has no title or no policy");
        }
        List<PolicyFault> faults = PolicyKeys.check(policy);
        if (faults.isEmpty()) {
            limits.bounded(policy);
            faults = Consistency.check(PolicyDocuments.bind(json, policy, 1));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("preset " + name + " is faulty: " + faults);
        }
        Map<String, String> title = new LinkedHashMap<>();
        file.get("title")
                .properties()
                .forEach(each -> title.put(each.getKey(), each.getValue().asText()));
        byName.put(name, new Preset(name, title, policy));
    }

    private JsonNode ours(String name) {
        try (InputStream in = Presets.class.getResourceAsStream("presets/" + name + ".json")) {
            return json.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

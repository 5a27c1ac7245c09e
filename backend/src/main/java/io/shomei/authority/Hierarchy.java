package io.shomei.authority;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which lines of authorities there are. */
@ApplicationScoped
class Hierarchy {
    private final List<Plan> plans;

    Hierarchy(AuthorityConfig config, ObjectMapper json) {
        this.plans = checked(read(config, json));
    }

    /** Each after the one that signs it. */
    List<Plan> plans() {
        return plans;
    }

    Optional<Plan> find(String line) {
        return plans.stream().filter(plan -> plan.name().equals(line)).findFirst();
    }

    private static List<Plan> checked(List<Plan> plans) {
        Set<String> before = new HashSet<>();
        for (Plan plan : plans) {
            String issuer = plan.issuer();
            if (issuer != null && !plan.isRoot() && !before.contains(issuer)) {
                throw new IllegalStateException("%s is signed by %s, which stands not before it in the hierarchy"
                        .formatted(plan.name(), issuer));
            }
            if (!before.add(plan.name())) {
                throw new IllegalStateException(plan.name() + " stands twice in the hierarchy");
            }
        }
        return List.copyOf(plans);
    }

    private static List<Plan> read(AuthorityConfig config, ObjectMapper json) {
        try (InputStream in = config.hierarchy().isPresent()
                ? Files.newInputStream(config.hierarchy().get())
                : Objects.requireNonNull(Hierarchy.class.getResourceAsStream("hierarchy.json"))) {
            return json.readValue(in, new TypeReference<List<Plan>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

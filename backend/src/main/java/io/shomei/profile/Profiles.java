package io.shomei.profile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All profiles. */
@ApplicationScoped
public class Profiles {
    /** Log-in certificate of a registration officer: the number the old system gave it. */
    public static final String OFFICER = "1";

    public static final String OPERATOR = "operator";
    public static final String TLS = "tls";

    private final Map<String, Profile> byId;

    Profiles(ObjectMapper json) {
        this.byId = read(json).stream()
                .collect(Collectors.toMap(Profile::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    public Optional<Profile> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A profile the code itself names, or a stored reference to one. */
    public Profile get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("there is no profile " + id));
    }

    /** In the order of the file. */
    public List<Profile> all() {
        return List.copyOf(byId.values());
    }

    private static List<Profile> read(ObjectMapper json) {
        try (InputStream in = Profiles.class.getResourceAsStream("profiles.json")) {
            return json.readValue(in, new TypeReference<List<Profile>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

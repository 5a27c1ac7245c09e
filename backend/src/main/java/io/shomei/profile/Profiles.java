package io.shomei.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
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
    /** The platform's own: its entrances, status answers, time stamps, signed history and mails. */
    public static final String TLS = "tls";

    public static final String OCSP = "ocsp";
    public static final String TSA = "tsa";
    public static final String AUDIT = "audit";
    public static final String NOTICE_SIGNING = "notice-signing";

    private final Map<String, Profile> byId;

    Profiles(ObjectMapper json) {
        this.byId = ShippedProfiles.read(json).stream()
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
}

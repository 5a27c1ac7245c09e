package io.shomei.database;

import java.util.HashMap;
import java.util.Map;

/**
 * How PostgreSQL is reached: as the role that works, which owns nothing, and as the one that owns the tables and migrates them.
 *
 * @param url JDBC address of the database
 */
public record DatabaseAddress(String url, Login application, Login owner) {
    /** The migrations take a role only together with a password; a server that asks for none does not look at it. */
    private static final String NONE = "none";

    /**
     * @param password empty where the server asks for none
     */
    public record Login(String user, String password) {}

    /** The settings that lead there. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url",
                url,
                "quarkus.datasource.username",
                application.user(),
                "quarkus.flyway.username",
                owner.user(),
                "quarkus.flyway.password",
                owner.password().isEmpty() ? NONE : owner.password()));
        if (!application.password().isEmpty()) {
            settings.put("quarkus.datasource.password", application.password());
        }
        return settings;
    }
}

package io.shomei.authority;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Which authorities there are, and what their certificates say of their status. */
@ConfigMapping(prefix = "authority")
public interface AuthorityConfig {
    /**
     * A JSON file that describes the lines of authorities in the place of the built-in hierarchy; docs/operations/authorities.md
     * says how. Lines that are new are made at the next start.
     */
    Optional<Path> hierarchy();

    /**
     * Certificates name a delta list (RFC 5280 4.2.1.15), and there is one for every full list, however short. Otherwise long full
     * lists alone name theirs.
     */
    @WithDefault("false")
    boolean deltaLists();
}

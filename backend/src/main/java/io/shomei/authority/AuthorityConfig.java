package io.shomei.authority;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which authorities there are. */
@ConfigMapping(prefix = "authority")
interface AuthorityConfig {
    /**
     * A JSON file that describes the lines of authorities in the place of the built-in hierarchy; docs/operations/authorities.md
     * says how. Lines that are new are made at the next start.
     */
    Optional<Path> hierarchy();
}

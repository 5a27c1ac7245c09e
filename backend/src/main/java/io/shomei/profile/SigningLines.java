package io.shomei.profile;

import java.util.Optional;

/** Which lines of authorities there are. Authorities are above profiles and tell it through this. */
public interface SigningLines {

    /** What people call a line; empty where there is no such line, or none that signs certificates of subscribers. */
    Optional<String> labelOf(String line);
}

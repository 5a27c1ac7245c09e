package io.shomei.policy;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Kinds of service that an installation adds, and limits that it sets. */
@ConfigMapping(prefix = "policy")
public interface PolicyConfig {
    /** Directory with further presets, one JSON file each, in the form of those that come with the platform. */
    Optional<Path> presetsDirectory();

    /** JSON file with floors and ceilings narrower than those of the model, by key: {@code {"session.idleTimeout": {"least": "PT5M", "most": "PT15M"}}}. */
    Optional<Path> limitsFile();
}

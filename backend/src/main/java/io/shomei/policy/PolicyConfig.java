package io.shomei.policy;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Kinds of service that an installation adds. */
@ConfigMapping(prefix = "policy")
public interface PolicyConfig {
    /** Directory with further presets, one JSON file each, in the form of those that come with the platform. */
    Optional<Path> presetsDirectory();
}

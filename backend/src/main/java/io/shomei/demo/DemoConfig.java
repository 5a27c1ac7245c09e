package io.shomei.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The demonstration tenants of an empty installation. */
@ConfigMapping(prefix = "demo")
public interface DemoConfig {
    /** Whether an empty database is filled with demonstration tenants. Never for real work: their passwords are in files. */
    @WithDefault("true")
    boolean enabled();

    /** Where the P12 files, passwords, the CA chain and sample request files are written. */
    @WithDefault("var/demo")
    Path directory();
}

package io.shomei.keys;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/** Key storage as the configuration makes it. */
final class Storage {
    private Storage() {}

    static KeyStorage open(Path directory, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("keys.directory", directory.toString());
        SmallRyeConfig config = config(settings);
        return new KeyStorage(
                config.getConfigMapping(KeysConfig.class),
                config.getConfigMapping(Pkcs11Config.class),
                new SecureRandom(),
                new SimpleMeterRegistry());
    }

    static SmallRyeConfig config(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(KeysConfig.class).withMapping(Pkcs11Config.class);
        settings.forEach(builder::withDefaultValue);
        return builder.build();
    }
}

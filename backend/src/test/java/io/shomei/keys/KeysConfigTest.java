package io.shomei.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeysConfigTest {

    @Test
    void defaults() {
        KeysConfig config = config(Map.of());
        assertThat(config.directory()).isEqualTo(Path.of("var/keys"));
        assertThat(config.keyEncryptionKeyFile()).isEmpty();
    }

    @Test
    void names() {
        KeysConfig config =
                config(Map.of("keys.directory", "/srv/keys", "keys.key-encryption-key-file", "/run/secrets/kek"));
        assertThat(config.directory()).isEqualTo(Path.of("/srv/keys"));
        assertThat(config.keyEncryptionKeyFile()).contains(Path.of("/run/secrets/kek"));
    }

    private static KeysConfig config(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder().withMapping(KeysConfig.class);
        values.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(KeysConfig.class);
    }
}

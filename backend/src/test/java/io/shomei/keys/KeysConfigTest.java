package io.shomei.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeysConfigTest {

    @Test
    void defaults() {
        KeysConfig config = config(Map.of());
        assertThat(config.provider()).isEqualTo(KeyProvider.FILE);
        assertThat(config.directory()).isEqualTo(Path.of("var/keys"));
        assertThat(config.keyEncryptionKeyFile()).isEmpty();
        assertThat(config.weakKeyLists()).isEmpty();
    }

    @Test
    void names() {
        KeysConfig config = config(Map.of(
                "keys.directory", "/srv/keys",
                "keys.key-encryption-key-file", "/run/secrets/kek",
                "keys.weak-key-lists", "/usr/share/openssl-blacklist,/srv/more.txt"));
        assertThat(config.directory()).isEqualTo(Path.of("/srv/keys"));
        assertThat(config.keyEncryptionKeyFile()).contains(Path.of("/run/secrets/kek"));
        assertThat(config.weakKeyLists())
                .contains(List.of(Path.of("/usr/share/openssl-blacklist"), Path.of("/srv/more.txt")));
    }

    @Test
    void defaultsOfTheHsm() {
        Pkcs11Config config = Storage.config(Map.of()).getConfigMapping(Pkcs11Config.class);
        assertThat(config.library()).isEmpty();
        assertThat(config.tokenLabel()).isEmpty();
        assertThat(config.slot()).isEmpty();
        assertThat(config.pinFile()).isEmpty();
        assertThat(config.names()).isEqualTo(".*");
    }

    @Test
    void namesOfTheHsm() {
        Map<String, String> values = Map.of(
                "keys.provider", "pkcs11",
                "keys.pkcs11.library", "/usr/lib/softhsm/libsofthsm2.so",
                "keys.pkcs11.token-label", "shomei",
                "keys.pkcs11.slot", "7",
                "keys.pkcs11.pin-file", "/run/secrets/pin",
                "keys.pkcs11.names", "authority-.*");
        assertThat(config(values).provider()).isEqualTo(KeyProvider.PKCS11);
        Pkcs11Config config = Storage.config(values).getConfigMapping(Pkcs11Config.class);
        assertThat(config.library()).contains(Path.of("/usr/lib/softhsm/libsofthsm2.so"));
        assertThat(config.tokenLabel()).contains("shomei");
        assertThat(config.slot()).contains(7L);
        assertThat(config.pinFile()).contains(Path.of("/run/secrets/pin"));
        assertThat(config.names()).isEqualTo("authority-.*");
    }

    private static KeysConfig config(Map<String, String> values) {
        return Storage.config(values).getConfigMapping(KeysConfig.class);
    }
}

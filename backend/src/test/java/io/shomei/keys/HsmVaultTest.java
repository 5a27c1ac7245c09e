package io.shomei.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.pki.KeySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HsmVaultTest extends SigningKeyContract {
    @TempDir
    Path directory;

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void token() throws Exception {
        settings.put("keys.provider", "pkcs11");
        settings.put("keys.pkcs11.library", SoftHsm.LIBRARY.toString());
        settings.put("keys.pkcs11.token-label", SoftHsm.token());
        settings.put(
                "keys.pkcs11.pin-file",
                Files.writeString(directory.resolve("pin"), SoftHsm.PIN + "\n").toString());
    }

    @Override
    KeyStorage open() {
        return Storage.open(directory.resolve("keys"), settings);
    }

    @Override
    Set<KeySpec> kinds() {
        return Set.of(KeySpec.RSA_2048, KeySpec.RSA_3072, KeySpec.RSA_4096, KeySpec.P256, KeySpec.P384);
    }

    @Test
    void theKeyIsInTheTokenAndNothingOfItInTheDirectory() throws Exception {
        open().getOrCreate("authority-root", KeySpec.P384);
        try (var files = Files.list(directory.resolve("keys"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("kek", "hsm.lock");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256"})
    void theTokenNeverGivesTheKeyOut(KeySpec spec) throws Exception {
        open().getOrCreate("a", spec);
        Pkcs11Config config = Storage.config(settings).getConfigMapping(Pkcs11Config.class);
        Key key = HsmToken.open(config).store().getKey("a", null);
        assertThat(key.getEncoded()).isNull();
        assertThat(key.toString()).contains("token object, sensitive, unextractable");
    }

    @Test
    void keysThatAreNotNamedAreFiles() {
        settings.put("keys.pkcs11.names", "authority-.*");
        KeyStorage storage = open();
        storage.getOrCreate("authority-root", KeySpec.P256);
        storage.getOrCreate("tls-1", KeySpec.ED25519);
        assertThat(directory.resolve("keys/tls-1.key")).exists();
        assertThat(directory.resolve("keys/authority-root.key")).doesNotExist();
        storage.remove("tls-1");
        assertThat(directory.resolve("keys/tls-1.key")).doesNotExist();
        assertThat(open().exists("authority-root")).isTrue();
    }

    @Test
    void aKeyIsNotMadeTwiceInTwoPlaces() {
        Storage.open(directory.resolve("keys"), Map.of()).getOrCreate("authority-root", KeySpec.P256);
        KeyStorage storage = open();
        assertThatThrownBy(() -> storage.getOrCreate("authority-root", KeySpec.P256))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "key authority-root lies in the key directory .*, and keys.pkcs11.names says that it"
                                + " belongs into the HSM token .*");
    }

    @Test
    void theSlotNumberNamesTheTokenToo() {
        open().getOrCreate("a", KeySpec.P256);
        String label = settings.remove("keys.pkcs11.token-label");
        HsmSlots.Slot slot = HsmSlots.of(SoftHsm.LIBRARY).stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
        settings.put("keys.pkcs11.slot", String.valueOf(slot.number()));
        assertThat(open().exists("a")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    keys.pkcs11.library     |                   | keys.pkcs11.library names the HSM's library
                    keys.pkcs11.library     | /nowhere.so       | the library /nowhere.so cannot be loaded
                    keys.pkcs11.library     | /etc/passwd       | the library /etc/passwd cannot be loaded
                    keys.pkcs11.token-label |                   | either by keys.pkcs11.token-label or by keys.pkcs11.slot
                    keys.pkcs11.slot        | 1                 | either by keys.pkcs11.token-label or by keys.pkcs11.slot
                    keys.pkcs11.token-label | missing           | the HSM has no token with the label 'missing'; it has ['
                    keys.pkcs11.pin-file    |                   | keys.pkcs11.pin-file names a file with its PIN
                    keys.pkcs11.pin-file    | /nowhere          | the PIN file /nowhere cannot be read
                    keys.pkcs11.pin-file    | /dev/null         | the PIN file /dev/null is empty
                    keys.pkcs11.pin-file    | /proc/sys/kernel/ostype | CKR_PIN_INCORRECT
                    keys.pkcs11.names       | (                 | keys.pkcs11.names is not a regular expression: (
                    """)
    void nonsenseEndsTheStartWithASentence(String name, String value, String sentence) {
        settings.remove(name);
        if (value != null) {
            settings.put(name, value);
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageContaining(sentence);
    }

    @Test
    void aLibraryOfAnotherKindIsRefused() {
        settings.put("keys.pkcs11.library", System.getProperty("java.home") + "/lib/libzip.so");
        assertThatThrownBy(this::open).hasMessageEndingWith("libzip.so is not a PKCS#11 library");
    }
}

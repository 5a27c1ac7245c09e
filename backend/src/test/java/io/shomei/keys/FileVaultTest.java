package io.shomei.keys;

import io.shomei.pki.KeySpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

class FileVaultTest extends SigningKeyContract {
    @TempDir
    Path directory;

    @Override
    KeyStorage open() {
        return Storage.open(directory.resolve("keys"), Map.of());
    }

    @Override
    Set<KeySpec> kinds() {
        return Set.of(KeySpec.values());
    }
}

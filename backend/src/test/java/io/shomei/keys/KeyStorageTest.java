package io.shomei.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.pki.KeySpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStorageTest {
    private static final byte[] DATA = "to be signed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void onlyTheOwnerReadsTheFiles() throws Exception {
        storage().getOrCreate("ca", KeySpec.P256);
        for (String name : List.of("kek", "ca.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys().resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                .isEqualTo("rwx------");
        try (var files = Files.list(keys())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void oneFileCannotStandInForAnother() throws Exception {
        KeyStorage storage = storage();
        storage.getOrCreate("a", KeySpec.P256);
        Files.copy(keys().resolve("a.key"), keys().resolve("b.key"));
        assertThatThrownBy(() -> storage.get("b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedFileIsRefused() throws Exception {
        storage().getOrCreate("a", KeySpec.P256);
        byte[] file = Files.readAllBytes(keys().resolve("a.key"));
        file[file.length / 2] ^= 1;
        Files.write(keys().resolve("a.key"), file);
        assertThatThrownBy(() -> storage().get("a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherKeyEncryptionKeyOpensNothing() throws Exception {
        storage().getOrCreate("a", KeySpec.P256);
        Path other = Files.writeString(
                directory.resolve("other"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        var storage = storage(other);
        assertThatThrownBy(() -> storage.get("a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aShortKeyEncryptionKeyStopsTheStart() throws Exception {
        Path file = Files.writeString(directory.resolve("short"), "AAAA");
        assertThatThrownBy(() -> storage(file)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> storage(directory.resolve("missing"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void secretsDifferByPurposeAndLast() {
        KeyStorage storage = storage();
        assertThat(storage.secret("jwt").hmac(DATA))
                .isEqualTo(storage().secret("jwt").hmac(DATA));
        assertThat(storage.secret("jwt").hmac(DATA))
                .isNotEqualTo(storage.secret("csrf").hmac(DATA));
        assertThat(storage.derive("a", new byte[] {1})).isNotEqualTo(storage.derive("a", new byte[] {2}));
        assertThat(storage.secret("jwt")).hasToString("•••");
    }

    @Test
    void wrappingIsUndoneUnderTheSameNameOnly() {
        KeyEncryption encryption = storage().encryption();
        byte[] wrapped = encryption.wrap("pin 1", DATA);
        assertThat(encryption.unwrap("pin 1", wrapped)).isEqualTo(DATA);
        assertThat(encryption.wrap("pin 1", DATA)).isNotEqualTo(wrapped);
        assertThatThrownBy(() -> encryption.unwrap("pin 2", wrapped)).isInstanceOf(IllegalStateException.class);
    }

    private Path keys() {
        return directory.resolve("keys");
    }

    private KeyStorage storage() {
        return Storage.open(keys(), Map.of());
    }

    private KeyStorage storage(Path keyEncryptionKeyFile) {
        return Storage.open(keys(), Map.of("keys.key-encryption-key-file", keyEncryptionKeyFile.toString()));
    }
}

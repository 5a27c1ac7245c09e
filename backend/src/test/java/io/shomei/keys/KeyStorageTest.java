package io.shomei.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStorageTest {
    private static final byte[] DATA = "to be signed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "P384", "ED25519"})
    void aKeySurvivesARestart(KeySpec spec) {
        SigningKey first = storage().getOrCreate("ca-1", spec);
        SigningKey second = storage().get("ca-1");
        SignatureScheme scheme = SignatureScheme.forKey(spec);
        assertThat(second.publicKey()).isEqualTo(first.publicKey());
        assertThat(scheme.verify(first.publicKey(), DATA, second.sign(scheme, DATA)))
                .isTrue();
        assertThat(KeySpec.of(second.publicKey())).contains(spec);
        assertThat(first).hasToString("•••");
    }

    @Test
    void aKeyIsMadeOnce() {
        KeyStorage one = storage();
        KeyStorage two = storage();
        assertThat(one.exists("tsa")).isFalse();
        SigningKey key = one.getOrCreate("tsa", KeySpec.P256);
        assertThat(two.getOrCreate("tsa", KeySpec.P256).publicKey()).isEqualTo(key.publicKey());
        assertThat(one.getOrCreate("tsa", KeySpec.P384).publicKey()).isEqualTo(key.publicKey());
        assertThat(one.exists("tsa")).isTrue();
    }

    @Test
    void aRemovedKeyIsGoneAndItsNameIsFree() {
        KeyStorage storage = storage();
        SigningKey first = storage.getOrCreate("tls", KeySpec.P256);
        storage.remove("tls");
        storage.remove("never-made");
        assertThat(storage.exists("tls")).isFalse();
        assertThatThrownBy(() -> storage.get("tls")).isInstanceOf(IllegalStateException.class);
        assertThat(storage.getOrCreate("tls", KeySpec.P256).publicKey()).isNotEqualTo(first.publicKey());
    }

    @Test
    void aKeyThatAnotherProcessReplacedIsNotUsedFromMemory() {
        KeyStorage one = storage();
        one.getOrCreate("tls", KeySpec.P256);
        storage().remove("tls");
        SigningKey made = one.getOrCreate("tls", KeySpec.P256);
        assertThat(storage().get("tls").publicKey()).isEqualTo(made.publicKey());
    }

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
        var storage = new KeyStorage(config(Optional.of(other)), new SecureRandom());
        assertThatThrownBy(() -> storage.get("a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aShortKeyEncryptionKeyStopsTheStart() throws Exception {
        Path file = Files.writeString(directory.resolve("short"), "AAAA");
        assertThatThrownBy(() -> new KeyStorage(config(Optional.of(file)), new SecureRandom()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new KeyStorage(config(Optional.of(directory.resolve("missing"))), new SecureRandom()))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "A", "a/b", "a.b", "a\u0000"})
    void aNameStaysInTheDirectory(String name) {
        assertThatThrownBy(() -> storage().exists(name)).isInstanceOf(IllegalArgumentException.class);
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
        return new KeyStorage(config(Optional.empty()), new SecureRandom());
    }

    private KeysConfig config(Optional<Path> keyEncryptionKeyFile) {
        return new KeysConfig() {
            @Override
            public Path directory() {
                return keys();
            }

            @Override
            public Optional<Path> keyEncryptionKeyFile() {
                return keyEncryptionKeyFile;
            }
        };
    }
}

package io.shomei.keys;

import io.shomei.pki.KeySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** One encrypted file per key in the key directory. */
final class FileVault implements KeyVault {
    private static final String SUFFIX = ".key";
    /** Keeps key files apart from whatever else is wrapped under the same key. */
    private static final String SCOPE = "key/";

    private final Path directory;
    private final KeyEncryption encryption;
    private final SecureRandom entropy;

    FileVault(Path directory, KeyEncryption encryption, SecureRandom entropy) {
        this.directory = directory;
        this.encryption = encryption;
        this.entropy = entropy;
    }

    @Override
    public boolean holds(String name) {
        return Files.exists(file(name));
    }

    @Override
    public Optional<SigningKey> find(String name) {
        return holds(name)
                ? Optional.of(new FileSigningKey(
                        KeyPairBytes.read(encryption.unwrap(SCOPE + name, KeyFiles.read(file(name))))))
                : Optional.empty();
    }

    @Override
    public boolean makes(KeySpec spec) {
        return true;
    }

    @Override
    public void make(String name, KeySpec spec) {
        KeyFiles.create(file(name), encryption.wrap(SCOPE + name, KeyPairBytes.write(spec.generate(entropy))));
    }

    @Override
    public void remove(String name) {
        KeyFiles.remove(file(name));
    }

    @Override
    public void probe() {
        if (!Files.isReadable(directory)) {
            throw new IllegalStateException(this + " cannot be read");
        }
    }

    @Override
    public String toString() {
        return "the key directory " + directory;
    }

    private Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }
}

package io.shomei.keys;

import io.shomei.pki.KeySpec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** The installation's private keys by name, and secrets derived from the key-encryption key. */
@ApplicationScoped
public class KeyStorage {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final String SUFFIX = ".key";
    /** Keeps key files apart from whatever else is wrapped under the same key. */
    private static final String SCOPE = "key/";

    private final Path directory;
    private final KeyEncryption encryption;
    private final SecureRandom entropy;
    private final ConcurrentMap<String, SigningKey> opened = new ConcurrentHashMap<>();

    @Inject
    public KeyStorage(KeysConfig config, SecureRandom entropy) {
        this.directory = config.directory();
        this.entropy = entropy;
        KeyFiles.makeDirectory(directory);
        Path file = config.keyEncryptionKeyFile().orElse(directory.resolve("kek"));
        if (config.keyEncryptionKeyFile().isEmpty() && !Files.exists(file)) {
            makeKeyEncryptionKey(file, entropy);
        }
        this.encryption = new KeyEncryption(readKeyEncryptionKey(file), entropy);
    }

    public boolean exists(String name) {
        return Files.exists(file(name));
    }

    /**
     * The key with this name.
     *
     * @throws IllegalStateException where there is none
     */
    public SigningKey get(String name) {
        Path file = file(name);
        return opened.computeIfAbsent(name, key -> {
            if (!Files.exists(file)) {
                throw new IllegalStateException("no key " + key);
            }
            return open(key, file);
        });
    }

    /** The key with this name, made now where there is none. */
    public SigningKey getOrCreate(String name, KeySpec spec) {
        Path file = file(name);
        if (!Files.exists(file)) {
            KeyPair pair = spec.generate(entropy);
            // Another process may have been faster; then its key counts.
            KeyFiles.create(file, encryption.wrap(SCOPE + name, KeyPairBytes.write(pair)));
            // What was opened under this name before is removed by now.
            opened.remove(name);
        }
        return get(name);
    }

    /**
     * Destroys the key with this name, where there is one. Another process that opened it signs with it until its end, so a name is
     * best used once.
     */
    public void remove(String name) {
        KeyFiles.remove(file(name));
        opened.remove(name);
    }

    /** 32 octets that belong to this purpose and context alone. */
    public byte[] derive(String purpose, byte[] context) {
        return encryption.derive(purpose, context);
    }

    /** The secret of this purpose: the same at every start, another for every purpose. */
    public Secret secret(String purpose) {
        return new Secret(encryption.derive("secret " + purpose, new byte[0]));
    }

    /** Wraps what other features keep in the database. */
    public KeyEncryption encryption() {
        return encryption;
    }

    private SigningKey open(String name, Path file) {
        return new FileSigningKey(KeyPairBytes.read(encryption.unwrap(SCOPE + name, KeyFiles.read(file))));
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a key's name is 1 to 64 of a-z, 0-9 and hyphen");
        }
        return directory.resolve(name + SUFFIX);
    }

    private static void makeKeyEncryptionKey(Path file, SecureRandom entropy) {
        byte[] key = new byte[KeyEncryption.KEY_OCTETS];
        entropy.nextBytes(key);
        KeyFiles.create(file, Base64.getEncoder().encode(key));
    }

    private static byte[] readKeyEncryptionKey(Path file) {
        try {
            return Base64.getMimeDecoder().decode(KeyFiles.read(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is not base64", e);
        }
    }
}

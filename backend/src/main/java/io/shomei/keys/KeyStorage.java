package io.shomei.keys;

import io.micrometer.core.instrument.MeterRegistry;
import io.shomei.pki.KeySpec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** The installation's private keys by name, and secrets derived from the key-encryption key. */
@ApplicationScoped
public class KeyStorage {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    private final KeyEncryption encryption;
    private final KeyVaults vaults;
    private final MeterRegistry metrics;
    private final ConcurrentMap<String, SigningKey> opened = new ConcurrentHashMap<>();

    @Inject
    public KeyStorage(KeysConfig config, Pkcs11Config hsm, SecureRandom entropy, MeterRegistry metrics) {
        Path directory = config.directory();
        KeyFiles.makeDirectory(directory);
        Path file = config.keyEncryptionKeyFile().orElse(directory.resolve("kek"));
        if (config.keyEncryptionKeyFile().isEmpty() && !Files.exists(file)) {
            makeKeyEncryptionKey(file, entropy);
        }
        this.encryption = new KeyEncryption(readKeyEncryptionKey(file), entropy);
        this.vaults = KeyVaults.open(config, hsm, encryption, entropy);
        this.metrics = metrics;
        metrics.gauge("keys_vaults_up", vaults, KeyVaults::up);
    }

    public boolean exists(String name) {
        return vault(name).holds(name);
    }

    /**
     * The key with this name.
     *
     * @throws IllegalStateException where there is none
     */
    public SigningKey get(String name) {
        SigningKey key = opened.get(name);
        return key == null ? open(name, vault(name)) : key;
    }

    /** Whether the place where a key with this name belongs makes keys of this kind. */
    public boolean canMake(String name, KeySpec spec) {
        return vault(name).makes(spec);
    }

    /** The key with this name, made now where there is none. */
    public SigningKey getOrCreate(String name, KeySpec spec) {
        KeyVault vault = vault(name);
        if (!vault.holds(name)) {
            vault.make(name, spec);
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
        vault(name).remove(name);
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

    /**
     * Whether every place where keys lie answers.
     *
     * @throws IllegalStateException where one does not
     */
    void probe() {
        vaults.probe();
    }

    private SigningKey open(String name, KeyVault vault) {
        return opened.computeIfAbsent(
                name,
                _ -> new MeasuredSigningKey(
                        vault.find(name)
                                .orElseThrow(() -> new IllegalStateException("no key %s in %s".formatted(name, vault))),
                        metrics));
    }

    private KeyVault vault(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a key's name is 1 to 64 of a-z, 0-9 and hyphen");
        }
        return vaults.of(name);
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

package io.shomei.keys;

import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which key lies in which vault: all of them in files, or those that the configuration names in an HSM and the rest in files. */
final class KeyVaults {
    private static final Pattern NONE = Pattern.compile("(?!)");

    private final List<KeyVault> all;
    private final Pattern namesOfFirst;

    private KeyVaults(List<KeyVault> all, Pattern namesOfFirst) {
        this.all = all;
        this.namesOfFirst = namesOfFirst;
    }

    static KeyVaults open(KeysConfig config, Pkcs11Config hsm, KeyEncryption encryption, SecureRandom entropy) {
        KeyVault files = new FileVault(config.directory(), encryption, entropy);
        return switch (config.provider()) {
            case FILE -> new KeyVaults(List.of(files), NONE);
            case PKCS11 ->
                new KeyVaults(List.of(HsmVault.open(hsm, config.directory(), entropy), files), pattern(hsm.names()));
        };
    }

    /**
     * Whether every place where keys lie answers.
     *
     * @throws IllegalStateException where one does not
     */
    void probe() {
        all.forEach(KeyVault::probe);
    }

    /** 1 where every vault answers, otherwise 0. */
    double up() {
        try {
            probe();
            return 1;
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    /**
     * The vault that a key with this name belongs into.
     *
     * @throws IllegalStateException where such a key lies in another one, because two keys of one name would be mistaken for each other
     */
    KeyVault of(String name) {
        KeyVault vault = namesOfFirst.matcher(name).matches() ? all.getFirst() : all.getLast();
        for (KeyVault other : all) {
            if (!other.equals(vault) && !vault.holds(name) && other.holds(name)) {
                throw new IllegalStateException("key %s lies in %s, and keys.pkcs11.names says that it belongs into %s"
                        .formatted(name, other, vault));
            }
        }
        return vault;
    }

    private static Pattern pattern(String names) {
        try {
            return Pattern.compile(names);
        } catch (PatternSyntaxException e) {
            throw new IllegalStateException("keys.pkcs11.names is not a regular expression: " + names);
        }
    }
}

package io.shomei.keys;

import io.shomei.pki.KeySpec;
import java.util.Optional;

/** Where private keys lie: files, or an HSM. Names are checked before they come here. Its text names the place to people. */
interface KeyVault {

    boolean holds(String name);

    /** Opens the key with this name. */
    Optional<SigningKey> find(String name);

    /** Whether it makes keys of this kind. */
    boolean makes(KeySpec spec);

    /**
     * Makes a key with this name. Where another process was faster, its key counts.
     *
     * @throws IllegalStateException where the vault does not make keys of this kind
     */
    void make(String name, KeySpec spec);

    /** Destroys the key with this name, where there is one. */
    void remove(String name);

    /**
     * Whether the vault answers at all.
     *
     * @throws IllegalStateException where it does not
     */
    void probe();
}

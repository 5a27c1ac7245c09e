package io.shomei.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where keys are. */
@ConfigMapping(prefix = "keys")
public interface KeysConfig {

    /** Where private keys lie: {@code file}, encrypted in the key directory, or {@code pkcs11}, in an HSM; see keys.pkcs11. */
    @WithDefault("file")
    KeyProvider provider();

    /** Holds one encrypted file per key. Copies of the process that share a database share it, too. */
    @WithDefault("var/keys")
    Path directory();

    /**
     * The key-encryption key: a file with 32 octets in base64. Without this setting it is made at first start in the key directory,
     * which suits a trial; a real installation keeps it apart from the files it opens.
     */
    Optional<Path> keyEncryptionKeyFile();

    /**
     * Lists of keys that anybody can have, such as those of Debian's OpenSSL (CVE-2008-0166): files or directories, separated by commas;
     * docs/operations/weak-keys.md says where to get them. A request with such a key is refused.
     */
    Optional<List<Path>> weakKeyLists();
}

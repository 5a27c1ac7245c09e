package io.shomei.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The HSM, where keys.provider is {@code pkcs11}: one token of one PKCS#11 library. */
@ConfigMapping(prefix = "keys.pkcs11")
public interface Pkcs11Config {

    /** The library that the HSM's maker delivers, such as {@code /usr/lib/softhsm/libsofthsm2.so}. */
    Optional<Path> library();

    /** The token, by the label it was initialised with. Either this or the slot. */
    Optional<String> tokenLabel();

    /** The token, by the number of its slot. */
    Optional<Long> slot();

    /** A file with the user PIN of the token, readable by the service alone. */
    Optional<Path> pinFile();

    /**
     * Which keys lie in the HSM, as a regular expression for their whole names; all others are files. {@code authority-.*} leaves
     * the platform's own short-lived keys (TLS, OCSP, time stamps) to files.
     */
    @WithDefault(".*")
    String names();
}

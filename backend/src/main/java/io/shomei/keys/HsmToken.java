package io.shomei.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.List;

/** The one token of an HSM that the configuration names, found, and opened with its PIN. */
final class HsmToken {
    private final HsmSlots.Slot slot;
    private final Provider provider;
    private final KeyStore store;
    private final char[] pin;

    private HsmToken(HsmSlots.Slot slot, Provider provider, KeyStore store, char[] pin) {
        this.slot = slot;
        this.provider = provider;
        this.store = store;
        this.pin = pin;
    }

    /**
     * Finds the token and logs in.
     *
     * @throws IllegalStateException with a sentence for the operator
     */
    static HsmToken open(Pkcs11Config config) {
        Path library = config.library()
                .orElseThrow(() -> unset("keys.pkcs11.library names the HSM's library"))
                .toAbsolutePath();
        Path pinFile = config.pinFile().orElseThrow(() -> unset("keys.pkcs11.pin-file names a file with its PIN"));
        char[] pin = pin(pinFile);
        HsmSlots.Slot slot = choose(config, HsmSlots.of(library));
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure(settings(library, slot));
            var token = new HsmToken(slot, provider, KeyStore.getInstance("PKCS11", provider), pin);
            token.store.load(null, pin);
            return token;
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException("the HSM token %s cannot be used: %s".formatted(slot, reason(e)));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the HSM token %s refuses the PIN in %s: %s".formatted(slot, pinFile, reason(e)));
        }
    }

    Provider provider() {
        return provider;
    }

    KeyStore store() {
        return store;
    }

    /** Reads anew what the token holds, and logs in where it forgot us. */
    void reload() throws GeneralSecurityException {
        try {
            store.load(null, pin);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** What the token itself said, which stands at the bottom. */
    static String reason(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    @Override
    public String toString() {
        return "the HSM token " + slot;
    }

    private static HsmSlots.Slot choose(Pkcs11Config config, List<HsmSlots.Slot> slots) {
        if (config.tokenLabel().isPresent() == config.slot().isPresent()) {
            throw unset("the token is named either by keys.pkcs11.token-label or by keys.pkcs11.slot");
        }
        List<HsmSlots.Slot> fitting =
                slots.stream().filter(slot -> fits(config, slot)).toList();
        if (fitting.size() != 1) {
            throw new IllegalStateException("the HSM has %s token with %s; it has %s"
                    .formatted(
                            fitting.isEmpty() ? "no" : "more than one",
                            config.tokenLabel()
                                    .map("the label '%s'"::formatted)
                                    .orElseGet(() -> "slot " + config.slot().orElseThrow()),
                            slots));
        }
        return fitting.getFirst();
    }

    /** What is made in the token is secret and never leaves; it signs and does nothing else. */
    private static String settings(Path library, HsmSlots.Slot slot) {
        return """
                --name = shomei
                library = %s
                slot = %d
                attributes(generate, CKO_PRIVATE_KEY, *) = {
                  CKA_PRIVATE = true
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_SIGN = true
                  CKA_DECRYPT = false
                  CKA_UNWRAP = false
                }
                attributes(generate, CKO_PUBLIC_KEY, *) = {
                  CKA_VERIFY = true
                  CKA_ENCRYPT = false
                  CKA_WRAP = false
                }
                """.formatted(library, slot.number());
    }

    private static boolean fits(Pkcs11Config config, HsmSlots.Slot slot) {
        return config.tokenLabel().isPresent()
                ? slot.label().equals(config.tokenLabel().get())
                : slot.number() == config.slot().orElseThrow();
    }

    private static char[] pin(Path file) {
        try {
            char[] pin = Files.readString(file).strip().toCharArray();
            if (pin.length == 0) {
                throw new IllegalStateException("the PIN file " + file + " is empty");
            }
            return pin;
        } catch (IOException e) {
            throw new IllegalStateException("the PIN file " + file + " cannot be read");
        }
    }

    private static IllegalStateException unset(String sentence) {
        return new IllegalStateException("keys.provider is pkcs11, where " + sentence);
    }
}

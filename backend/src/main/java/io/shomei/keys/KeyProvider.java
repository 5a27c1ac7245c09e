package io.shomei.keys;

/** What keeps private keys. */
public enum KeyProvider {
    FILE,
    PKCS11
}

package io.shomei.authority;

import io.shomei.keys.SigningKey;

/** Authorities whose keys do what a test wants. */
public final class Signers {
    private Signers() {}

    public static SigningAuthority signer(Authority authority, SigningKey key) {
        return new SigningAuthority(authority, key);
    }
}

package io.shomei.keys;

import io.shomei.pki.CryptoProvider;
import io.shomei.pki.Message;
import io.shomei.pki.SignatureScheme;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;

/** A key inside an HSM: here is only its handle. */
final class HsmSigningKey implements SigningKey {
    private final Provider provider;
    private final PrivateKey handle;
    private final PublicKey publicKey;

    HsmSigningKey(Provider provider, PrivateKey handle, PublicKey publicKey) {
        this.provider = provider;
        this.handle = handle;
        this.publicKey = CryptoProvider.adopt(publicKey);
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(SignatureScheme scheme, byte[] toBeSigned) {
        return scheme.sign(provider, handle, toBeSigned);
    }

    @Override
    public byte[] sign(SignatureScheme scheme, Message toBeSigned) {
        return scheme.sign(provider, handle, toBeSigned);
    }

    @Override
    public String toString() {
        return "•••";
    }
}

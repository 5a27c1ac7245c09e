package io.shomei.keys;

import io.shomei.pki.CryptoProvider;
import io.shomei.pki.Message;
import io.shomei.pki.SignatureScheme;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;

/** A key whose encrypted file was opened at start; it lives in this process's memory. */
final class FileSigningKey implements SigningKey {
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    FileSigningKey(KeyPair pair) {
        this.privateKey = CryptoProvider.adopt(pair.getPrivate());
        this.publicKey = pair.getPublic();
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(SignatureScheme scheme, byte[] toBeSigned) {
        return scheme.sign(privateKey, toBeSigned);
    }

    @Override
    public byte[] sign(SignatureScheme scheme, Message toBeSigned) {
        return scheme.sign(privateKey, toBeSigned);
    }

    @Override
    public String toString() {
        return "•••";
    }
}

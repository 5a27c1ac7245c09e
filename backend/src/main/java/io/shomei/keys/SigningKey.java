package io.shomei.keys;

import io.shomei.pki.Message;
import io.shomei.pki.SignatureScheme;
import java.security.PublicKey;

/** A private key that signs and never leaves: a slot of an HSM, or a file. */
public interface SigningKey {
    PublicKey publicKey();

    byte[] sign(SignatureScheme scheme, byte[] toBeSigned);

    /** Signs what may be too long to be held at once; it is gone through once, or again where a signature fails. */
    byte[] sign(SignatureScheme scheme, Message toBeSigned);
}

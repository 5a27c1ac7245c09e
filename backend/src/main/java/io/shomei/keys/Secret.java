package io.shomei.keys;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A symmetric secret for one purpose. It authenticates and prints as dots. */
public final class Secret {
    private final SecretKeySpec key;

    Secret(byte[] octets) {
        this.key = new SecretKeySpec(octets, "HmacSHA256");
    }

    /** HMAC-SHA-256 (RFC 2104). */
    public byte[] hmac(byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The octets themselves, for a library that wants the key. Named so that a search finds every use. */
    public byte[] exposeOctets() {
        return key.getEncoded();
    }

    @Override
    public String toString() {
        return "•••";
    }
}

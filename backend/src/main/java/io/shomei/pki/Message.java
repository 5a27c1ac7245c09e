package io.shomei.pki;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/**
 * Bytes to be signed or sent that may be too many to be held at once: they are gone through piece by piece, and are the same
 * each time. Who gets a piece neither keeps nor changes it.
 */
@FunctionalInterface
public interface Message {
    void forEach(Consumer<byte[]> pieces);

    /** One piece. */
    static Message of(byte[] whole) {
        return pieces -> pieces.accept(whole);
    }

    /** All of it, where it is known to be short. */
    default byte[] whole() {
        var whole = new ByteArrayOutputStream();
        forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}

package io.shomei.pki;

import java.util.function.Consumer;

/**
 * A CertificateList (RFC 5280 5.1) in three parts, of which the middle one may be too long to be held at once.
 *
 * @param head everything up to the first entry
 * @param tail everything behind the last one
 */
// A record of DER is compared nowhere; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
public record SignedCrl(byte[] head, CrlEntries entries, byte[] tail) implements Message {

    @Override
    public void forEach(Consumer<byte[]> pieces) {
        pieces.accept(head);
        entries.forEach(pieces);
        pieces.accept(tail);
    }

    public long length() {
        return head.length + entries.length() + tail.length;
    }
}

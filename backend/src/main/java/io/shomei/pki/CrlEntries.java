package io.shomei.pki;

import java.util.function.Consumer;

/** The encoded entries of a revocation list (RFC 5280 5.3), one behind the other. Each piece holds whole entries. */
public interface CrlEntries extends Message {
    CrlEntries NONE = of(new byte[0], 0);

    long count();

    /** Octets of all entries together. */
    long length();

    /** Entries that are held in memory. */
    static CrlEntries of(byte[] encoded, long count) {
        return new CrlEntries() {
            @Override
            public long count() {
                return count;
            }

            @Override
            public long length() {
                return encoded.length;
            }

            @Override
            public void forEach(Consumer<byte[]> pieces) {
                if (encoded.length > 0) {
                    pieces.accept(encoded);
                }
            }
        };
    }
}

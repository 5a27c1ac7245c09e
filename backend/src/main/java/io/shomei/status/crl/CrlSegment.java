package io.shomei.status.crl;

import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Set;

/**
 * A piece of a full list: some entries, encoded.
 *
 * @param position where it stands among the others
 */
// A record of DER is compared nowhere; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
record CrlSegment(int position, int entries, byte[] der) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The same segment without the entries of these serial numbers; itself where it has none of them. */
    CrlSegment without(Set<String> serials) {
        var kept = new ByteArrayOutputStream(der.length);
        int left = 0;
        try {
            DerReader list = new DerReader(der);
            while (!list.atEnd()) {
                byte[] entry = list.element(Der.SEQUENCE);
                if (!serials.contains(serialOf(entry))) {
                    kept.writeBytes(entry);
                    left++;
                }
            }
        } catch (DerException impossible) {
            throw new IllegalStateException("a segment holds no entries", impossible);
        }
        return left == entries ? this : new CrlSegment(position, left, kept.toByteArray());
    }

    /** As the register writes serial numbers: without the octet that keeps them positive. */
    private static String serialOf(byte[] entry) throws DerException {
        byte[] serial = new DerReader(entry).sequence().integerContents();
        int sign = serial.length > 1 && serial[0] == 0 ? 1 : 0;
        return HEX.formatHex(serial, sign, serial.length);
    }
}

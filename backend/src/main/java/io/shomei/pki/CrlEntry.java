package io.shomei.pki;

import java.util.List;

/**
 * One entry of a revocation list as it was read (RFC 5280 5.1.2.6).
 *
 * @param serial contents of the INTEGER
 * @param revocationDate the Time in DER
 * @param hasExtensions whether the field is there, be it empty
 */
// A record of DER is compared nowhere; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
public record CrlEntry(byte[] serial, byte[] revocationDate, boolean hasExtensions, List<Extension> extensions) {

    /** Steps over the next entry of this list and reads it. */
    public static CrlEntry read(DerReader list) throws DerException {
        DerReader entry = list.sequence();
        byte[] serial = entry.integerContents();
        byte[] revocationDate = entry.anyElement();
        boolean hasExtensions = !entry.atEnd();
        List<Extension> extensions = hasExtensions ? Extension.list(entry) : List.of();
        return new CrlEntry(serial, revocationDate, hasExtensions, extensions);
    }
}

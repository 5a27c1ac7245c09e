package io.shomei.lint.crl;

import io.shomei.pki.CrlEntry;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Optional;

/** The number of a reason for a revocation (RFC 5280 5.3.1). */
final class EntryReason {
    static final int UNSPECIFIED = 0;
    static final int CERTIFICATE_HOLD = 6;
    static final int REMOVE_FROM_CRL = 8;

    private static final int UNREADABLE = -1;

    private EntryReason() {}

    /** The number an entry gives; -1 where it gives something else. */
    static Optional<Integer> of(CrlEntry entry) {
        for (Extension extension : entry.extensions()) {
            if (extension.oid().equals(Oids.REASON_CODE)) {
                return Optional.of(read(extension));
            }
        }
        return Optional.empty();
    }

    private static int read(Extension extension) {
        try {
            DerReader reader = extension.reader();
            byte[] contents = reader.contents(Der.ENUMERATED);
            reader.requireEnd();
            return contents.length == 1 ? contents[0] : UNREADABLE;
        } catch (DerException e) {
            return UNREADABLE;
        }
    }
}

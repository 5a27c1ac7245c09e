package io.shomei.pki;

import java.util.ArrayList;
import java.util.List;

/**
 * One extension of a certificate.
 *
 * @param value contents of extnValue: DER of what the identifier names
 */
// A record of DER is compared nowhere; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
public record Extension(String oid, boolean critical, byte[] value) {

    public DerReader reader() {
        return new DerReader(value);
    }

    static Extension read(DerReader extension) throws DerException {
        String oid = extension.oid();
        boolean critical = false;
        if (extension.nextIs(Der.BOOLEAN)) {
            critical = extension.bool();
            if (!critical) {
                throw new DerException("DEFAULT FALSE is written out");
            }
        }
        byte[] value = extension.contents(Der.OCTET_STRING);
        extension.requireEnd();
        return new Extension(oid, critical, value);
    }

    /** The Extensions inside an explicit tag (RFC 5280 4.1). */
    static List<Extension> list(DerReader explicit) throws DerException {
        DerReader sequence = explicit.sequence();
        explicit.requireEnd();
        List<Extension> extensions = new ArrayList<>(10);
        while (!sequence.atEnd()) {
            extensions.add(read(sequence.sequence()));
        }
        return extensions;
    }

    byte[] encoded() {
        byte[] id = Der.oid(oid);
        return critical ? Der.sequence(id, Der.bool(true), Der.octets(value)) : Der.sequence(id, Der.octets(value));
    }
}

package io.shomei.revocation.bulk;

import io.shomei.certificate.Certificate;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One certificate that somebody named, and what comes of it.
 *
 * @param number line of the file, or place in the selection
 * @param part 0, or which of the certificates it is where the line names several
 * @param name as it was given
 */
record BulkRevocationLine(
        long number,
        int part,
        String name,
        Outcome outcome,
        @Nullable Target target) {

    /** Which one of a bulk revocation it is. */
    record Key(long number, int part) {}

    Key key() {
        return new Key(number, part);
    }

    /** A certificate, which may be another tenant's where an operator revokes. */
    record Target(TenantId tenant, CertificateId certificate) {
        static Target of(Certificate certificate) {
            return new Target(certificate.tenant(), certificate.id());
        }
    }
}

package io.shomei.revocation.bulk;

import io.shomei.certificate.Certificate;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One certificate that somebody named, and what comes of it.
 *
 * @param number line of the file, or place in the selection
 * @param name as it was given
 */
record BulkRevocationLine(
        long number, String name, Outcome outcome, @Nullable Target target) {

    /** A certificate, which may be another tenant's where an operator revokes. */
    record Target(TenantId tenant, CertificateId certificate) {
        static Target of(Certificate certificate) {
            return new Target(certificate.tenant(), certificate.id());
        }
    }
}

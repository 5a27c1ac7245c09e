package io.shomei.request;

import io.shomei.pki.DistinguishedName;
import io.shomei.pki.VerifiedCsr;
import io.shomei.tenant.PermittedNames;
import org.jspecify.annotations.Nullable;

/**
 * A checked application for a certificate of a key that the applicant holds.
 *
 * @param subject CN, O, L, ST, C; a host name in lower case
 * @param names what the certificate's SAN holds, the CN of a server among them; without repetition
 * @param renews the certificate that it takes the place of; null for a new one
 */
public record CsrIssue(
        DistinguishedName subject,
        VerifiedCsr csr,
        PermittedNames names,
        String profile,
        Subscriber subscriber,
        @Nullable CertificateName renews)
        implements CheckedApplication {

    /** The same as a renewal. */
    public CsrIssue renewing(CertificateName earlier) {
        return new CsrIssue(subject, csr, names, profile, subscriber, earlier);
    }
}

package io.shomei.request;

import io.shomei.pki.DistinguishedName;
import io.shomei.pki.VerifiedCsr;
import io.shomei.tenant.PermittedNames;

/**
 * A checked application for a certificate of a key that the applicant holds.
 *
 * @param subject CN, O, L, ST, C; a host name in lower case
 * @param names what the certificate's SAN holds, the CN of a server among them; without repetition
 */
public record CsrIssue(
        DistinguishedName subject, VerifiedCsr csr, PermittedNames names, String profile, Subscriber subscriber)
        implements CheckedApplication {}

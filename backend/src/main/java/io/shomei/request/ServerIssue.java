package io.shomei.request;

import io.shomei.pki.DistinguishedName;
import io.shomei.pki.VerifiedCsr;
import io.shomei.tenant.PermittedNames;

/**
 * A checked application for a server certificate.
 *
 * @param subject CN in lower case, O, L, ST, C
 * @param names what the certificate's SAN holds, the CN among them; without repetition
 */
public record ServerIssue(
        DistinguishedName subject, VerifiedCsr csr, PermittedNames names, String profile, Subscriber subscriber)
        implements CheckedApplication {}

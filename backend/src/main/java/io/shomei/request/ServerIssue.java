package io.shomei.request;

import io.shomei.pki.DistinguishedName;
import io.shomei.pki.VerifiedCsr;
import java.util.List;

/**
 * A checked application for a server certificate.
 *
 * @param subject CN in lower case, O, L, ST, C
 * @param dnsNames what the certificate's SAN holds, the CN among them; lower case, without repetition
 */
public record ServerIssue(
        DistinguishedName subject, VerifiedCsr csr, List<String> dnsNames, String profile, Subscriber subscriber)
        implements CheckedApplication {

    public ServerIssue {
        dnsNames = List.copyOf(dnsNames);
    }
}

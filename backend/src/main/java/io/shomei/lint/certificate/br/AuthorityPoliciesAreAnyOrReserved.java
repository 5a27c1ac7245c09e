package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.PolicyInformation;
import io.shomei.pki.Oids;

/** An authority of ours is bound to no policy, and says anyPolicy alone, or is bound to reserved ones. */
final class AuthorityPoliciesAreAnyOrReserved implements CertificateRule {
    private static final String RESERVED = "2.23.140.1.2.";

    @Override
    public String source() {
        return "BR 7.1.2.10.5";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isAuthority() || certificate.isRoot()) {
            return;
        }
        boolean any = certificate.follows(Oids.ANY_POLICY);
        boolean reserved = false;
        for (PolicyInformation policy : certificate.policies()) {
            reserved |= policy.identifier().startsWith(RESERVED);
        }
        findings.require(
                any ? certificate.policies().size() == 1 : reserved, "neither anyPolicy alone nor a reserved policy");
    }
}

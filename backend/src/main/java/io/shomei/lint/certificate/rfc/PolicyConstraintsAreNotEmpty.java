package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.DerException;
import io.shomei.pki.Oids;

/** An empty constraint says nothing and is read differently by different readers. */
final class PolicyConstraintsAreNotEmpty implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.11";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        findings.require(
                !certificate.has(Oids.POLICY_CONSTRAINTS)
                        || !certificate.value(Oids.POLICY_CONSTRAINTS).atEnd(),
                "policy constraints are empty");
    }
}

package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** A certificate says where its revocation list or its OCSP answers are, unless it is a root's or nobody asks. */
final class StatusCanBeFound implements CertificateRule {
    @Override
    public String source() {
        return "CP 4.9.9, RFC 5280 4.2.1.13";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                certificate.isRoot()
                        || certificate.has(Oids.OCSP_NO_CHECK)
                        || certificate.has(Oids.CRL_DISTRIBUTION_POINTS)
                        || certificate.locates(Oids.ACCESS_OCSP),
                "neither a revocation list nor OCSP is named");
    }
}

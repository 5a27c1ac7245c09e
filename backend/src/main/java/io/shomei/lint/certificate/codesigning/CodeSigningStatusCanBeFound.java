package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** Revocation list and issuer's certificate are named, below a root everywhere. */
final class CodeSigningStatusCanBeFound implements CertificateRule {
    @Override
    public String source() {
        return "CSBR 7.1.2.2, 7.1.2.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isRoot() || certificate.isOcspSigner()) {
            return;
        }
        findings.require(certificate.has(Oids.CRL_DISTRIBUTION_POINTS), "no distribution point of a revocation list");
        findings.require(certificate.locates(Oids.ACCESS_CA_ISSUERS), "no address of the issuer's certificate");
    }
}

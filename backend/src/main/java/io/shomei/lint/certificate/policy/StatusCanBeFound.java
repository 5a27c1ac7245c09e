package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** A subscriber's certificate says where its revocation list or its OCSP answers are. */
final class StatusCanBeFound implements CertificateRule {
    @Override
    public String source() {
        return "CP 4.9.9, RFC 5280 4.2.1.13";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        boolean exempt =
                (certificate.isAuthority() && certificate.isSelfIssued()) || certificate.has(Oids.OCSP_NO_CHECK);
        findings.require(
                exempt
                        || certificate.has(Oids.CRL_DISTRIBUTION_POINTS)
                        || certificate.has(Oids.AUTHORITY_INFORMATION_ACCESS),
                "neither CRLDP nor AIA");
    }
}

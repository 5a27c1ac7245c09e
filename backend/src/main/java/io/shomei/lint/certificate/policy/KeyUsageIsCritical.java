package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;

/** Present, not empty and critical. */
final class KeyUsageIsCritical implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.2, RFC 5280 4.2.1.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        boolean critical = certificate
                .extension(Oids.KEY_USAGE)
                .filter(Extension::critical)
                .isPresent();
        findings.require(critical && !certificate.keyUsage().isEmpty(), "keyUsage is missing, empty or not critical");
    }
}

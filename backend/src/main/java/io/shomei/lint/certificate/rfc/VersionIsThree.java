package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** Extensions exist in version 3 only. */
final class VersionIsThree implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.tbs().version() != 3) {
            findings.add("version is %d", certificate.tbs().version());
        }
    }
}

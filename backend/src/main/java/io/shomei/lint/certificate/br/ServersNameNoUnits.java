package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.AttributeType;

/** Nobody can check what a unit of an organization is called (since 2022-09-01). */
final class ServersNameNoUnits implements CertificateRule {
    @Override
    public String source() {
        return "BR 7.1.2.7.4";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                !certificate.isSubscribers() || !certificate.names(AttributeType.OU),
                "the subject names an organizational unit");
    }
}

package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** The extension names at least one access. */
final class AuthorityInformationIsNotEmpty implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.2.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                !certificate.accessDescriptions().isEmpty() || !certificate.has(Oids.AUTHORITY_INFORMATION_ACCESS),
                "no access description");
    }
}

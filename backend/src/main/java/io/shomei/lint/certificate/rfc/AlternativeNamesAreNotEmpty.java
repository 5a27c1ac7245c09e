package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.Oids;

/** The extension holds at least one name, and no name is empty. */
final class AlternativeNamesAreNotEmpty implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.has(Oids.SUBJECT_ALTERNATIVE_NAME)) {
            findings.require(!certificate.alternativeNames().isEmpty(), "no alternative name");
            for (GeneralName name : certificate.alternativeNames()) {
                findings.require(!name.text().isEmpty(), "an alternative name is empty");
            }
        }
    }
}

package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** An authority that changes its key keeps its name. */
final class AuthorityKeyIdentifierIsPresent implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(
                certificate.isSelfIssued() || certificate.has(Oids.AUTHORITY_KEY_IDENTIFIER),
                "no authority key identifier");
    }
}

package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** A certificate serves for what it says, and anyExtendedKeyUsage says nothing. */
final class NoPurposeIsAny implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.2, BR 7.1.2.7.10, 7.1.2.10.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        findings.require(!certificate.purposes().contains(Oids.ANY_PURPOSE), "extKeyUsage is any");
    }
}

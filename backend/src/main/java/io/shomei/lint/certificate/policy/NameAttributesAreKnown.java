package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;

/** What stands in a name has a name itself: people must be able to read it. */
final class NameAttributesAreKnown implements CertificateRule {
    @Override
    public String source() {
        return "CP 3.1.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            if (AttributeType.ofOid(attribute.oid()).isEmpty()) {
                findings.add("attribute %s", attribute.oid());
            }
        }
    }
}

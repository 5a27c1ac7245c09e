package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;

/** No value stands for "nothing": a dash, a dot, a space. */
final class NameValuesMeanSomething implements CertificateRule {
    @Override
    public String source() {
        return "CP 3.1.2, BR 7.1.4.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            if (attribute.value().codePoints().noneMatch(Character::isLetterOrDigit)) {
                findings.add("%s says nothing", attribute.oid());
            }
        }
    }
}

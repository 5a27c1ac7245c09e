package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;

/** The upper bounds ub-common-name and its kin; at least one character. */
final class NameAttributesFitTheirLimits implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 A.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            int length = attribute.value().codePointCount(0, attribute.value().length());
            int limit = AttributeType.ofOid(attribute.oid())
                    .map(AttributeType::maxLength)
                    .orElse(Integer.MAX_VALUE);
            if (length == 0 || length > limit) {
                findings.add("%s has %d characters", attribute.oid(), length);
            }
        }
    }
}

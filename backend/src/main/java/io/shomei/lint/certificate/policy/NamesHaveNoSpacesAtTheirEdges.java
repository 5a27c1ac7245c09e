package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;

/** Names that differ in spaces only are equal to some readers and different to others. */
final class NamesHaveNoSpacesAtTheirEdges implements CertificateRule {
    @Override
    public String source() {
        return "CP 3.1.2, RFC 5280 7.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            String value = attribute.value();
            if (!value.isEmpty() && (isSpace(value.charAt(0)) || isSpace(value.charAt(value.length() - 1)))) {
                findings.add("%s begins or ends with a space", attribute.oid());
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || Character.isSpaceChar(c);
    }
}

package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;

/** An IP address has four or sixteen octets; a mask stands in constraints only. */
final class AddressesHaveTheirLength implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (GeneralName name : certificate.alternativeNames()) {
            int length = name.text().length();
            if (name.tag() == AlternativeName.IP_TAG && length != 4 && length != 16) {
                findings.add("iPAddress of %d octets", length);
            }
        }
    }
}

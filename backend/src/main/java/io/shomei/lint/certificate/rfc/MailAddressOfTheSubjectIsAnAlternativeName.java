package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.AttributeType;
import java.util.List;

/** Readers look for mail addresses among the alternative names; in the subject they stand for old readers only. */
final class MailAddressOfTheSubjectIsAnAlternativeName implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            if (attribute.is(AttributeType.EMAIL_ADDRESS)
                    && !isNamed(attribute.value(), certificate.alternativeNames())) {
                findings.add("%s is no rfc822Name", attribute.value());
            }
        }
    }

    private static boolean isNamed(String address, List<GeneralName> names) {
        for (GeneralName name : names) {
            if (name.tag() == AlternativeName.EMAIL_TAG && name.text().equals(address)) {
                return true;
            }
        }
        return false;
    }
}

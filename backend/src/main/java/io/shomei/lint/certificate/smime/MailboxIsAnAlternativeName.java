package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AlternativeName;

/** Readers take the sender from the alternative names: every mailbox of the subject stands there. */
final class MailboxIsAnAlternativeName implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.4.2.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        boolean named = false;
        for (GeneralName name : certificate.alternativeNames()) {
            named |= name.tag() == AlternativeName.EMAIL_TAG;
        }
        findings.require(named, "no rfc822Name");
        for (NameAttribute attribute : certificate.subject()) {
            if (attribute.value().indexOf('@') >= 0 && !isNamed(attribute.value(), certificate)) {
                findings.add("%s is no rfc822Name", attribute.value());
            }
        }
    }

    static boolean isNamed(String mailbox, CertificateTarget certificate) {
        for (GeneralName name : certificate.alternativeNames()) {
            if (name.tag() == AlternativeName.EMAIL_TAG && name.text().equals(mailbox)) {
                return true;
            }
        }
        return false;
    }
}

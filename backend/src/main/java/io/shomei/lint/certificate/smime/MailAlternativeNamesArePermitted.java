package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;

/** Mailboxes; outside the strict generation also other names, such as the one Windows logs in with. */
final class MailAlternativeNamesArePermitted implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.4.2.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        boolean strict = MailType.of(certificate)
                .filter(type -> type.generation() == MailType.Generation.STRICT)
                .isPresent();
        for (GeneralName name : certificate.alternativeNames()) {
            boolean permitted =
                    name.tag() == AlternativeName.EMAIL_TAG || (!strict && name.tag() == AlternativeName.OTHER_TAG);
            findings.require(permitted, "an alternative name that is no mailbox");
        }
    }
}

package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;
import java.util.regex.Pattern;

/** A mailbox: local part, at sign, domain; no display name. */
final class MailAddressesAreWellFormed implements CertificateRule {
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    @Override
    public String source() {
        return "RFC 5280 4.2.1.6, RFC 5321 4.1.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (GeneralName name : certificate.alternativeNames()) {
            if (name.tag() == AlternativeName.EMAIL_TAG
                    && !MAILBOX.matcher(name.text()).matches()) {
                findings.add("rfc822Name %s", name.text());
            }
        }
    }
}

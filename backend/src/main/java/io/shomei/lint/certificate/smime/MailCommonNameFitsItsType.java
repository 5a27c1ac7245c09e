package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;
import java.util.Optional;

/** A mailbox of the certificate, the organization, or the name of the person, as was checked. */
final class MailCommonNameFitsItsType implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.4.2.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        Optional<MailType> type = MailType.of(certificate);
        if (!certificate.isSubscribers() || type.isEmpty()) {
            return;
        }
        for (NameAttribute name : certificate.subject()) {
            if (name.is(AttributeType.CN) && !fits(name.value(), type.get(), certificate)) {
                findings.add("CN %s", name.value());
            }
        }
    }

    private static boolean fits(String name, MailType type, CertificateTarget certificate) {
        if (MailboxIsAnAlternativeName.isNamed(name, certificate)) {
            return true;
        }
        if (type.isOfPerson()) {
            return name.indexOf('@') < 0;
        }
        return type.isOfOrganization()
                && certificate.subject().stream()
                        .anyMatch(attribute -> attribute.is(AttributeType.O)
                                && attribute.value().equals(name));
    }
}

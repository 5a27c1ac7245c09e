package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;
import java.util.Optional;

/** Each type of certificate has attributes that must, may and must not stand in the subject. */
final class MailSubjectFitsItsType implements CertificateRule {
    @Override
    public String source() {
        return "SBR 7.1.4.2.3, 7.1.4.2.4, 7.1.4.2.5, 7.1.4.2.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        Optional<MailType> type = MailType.of(certificate);
        if (!certificate.isSubscribers() || type.isEmpty()) {
            return;
        }
        for (NameAttribute attribute : certificate.subject()) {
            if (!type.get().permits(attribute.oid())) {
                findings.add("attribute %s", attribute.oid());
            }
        }
        if (type.get().isOfOrganization()) {
            findings.require(certificate.names(AttributeType.O), "no organization");
            findings.require(
                    certificate.names(AttributeType.ORGANIZATION_IDENTIFIER), "no identifier of the organization");
        }
        if (type.get().isOfPerson() && type.get().generation() != MailType.Generation.LEGACY) {
            findings.require(
                    certificate.names(AttributeType.SURNAME)
                            || certificate.names(AttributeType.GIVEN_NAME)
                            || certificate.names(AttributeType.PSEUDONYM),
                    "no name of the person");
        }
    }
}

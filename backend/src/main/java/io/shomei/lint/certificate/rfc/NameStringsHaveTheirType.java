package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.Der;

/** PrintableString for country and serialNumber, IA5String for mail, UTF8String or PrintableString otherwise. */
final class NameStringsHaveTheirType implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.4, A.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            if (!isRight(attribute)) {
                findings.add("%s is in a string of type %d", attribute.oid(), attribute.tag());
            }
        }
    }

    private static boolean isRight(NameAttribute attribute) {
        if (attribute.is(AttributeType.C) || attribute.is(AttributeType.SERIAL_NUMBER)) {
            return attribute.tag() == Der.PRINTABLE_STRING;
        }
        if (attribute.is(AttributeType.EMAIL_ADDRESS) || attribute.is(AttributeType.DC)) {
            return attribute.tag() == Der.IA5_STRING;
        }
        return attribute.tag() == Der.UTF8_STRING || attribute.tag() == Der.PRINTABLE_STRING;
    }
}

package io.shomei.lint;

import io.shomei.pki.AttributeType;
import io.shomei.pki.Der;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** PrintableString for country and serialNumber, IA5String for mail, UTF8String or PrintableString otherwise. */
@Singleton
final class NameStringsHaveTheirType implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.1.2.4, A.1";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return certificate.subject().stream()
                .filter(attribute -> !isRight(attribute))
                .flatMap(attribute -> finding("%s is in a string of type %d", attribute.oid(), attribute.tag()));
    }

    private static boolean isRight(NameAttribute attribute) {
        String oid = attribute.oid();
        if (oid.equals(AttributeType.C.oid()) || oid.equals(AttributeType.SERIAL_NUMBER.oid())) {
            return attribute.tag() == Der.PRINTABLE_STRING;
        }
        if (oid.equals(AttributeType.EMAIL_ADDRESS.oid()) || oid.equals(AttributeType.DC.oid())) {
            return attribute.tag() == Der.IA5_STRING;
        }
        return attribute.tag() == Der.UTF8_STRING || attribute.tag() == Der.PRINTABLE_STRING;
    }
}

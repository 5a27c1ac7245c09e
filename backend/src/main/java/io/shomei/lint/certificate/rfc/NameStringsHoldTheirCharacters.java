package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.Der;

/** A string has only characters of its type: printable ones, ASCII, or well-formed UTF-8. */
final class NameStringsHoldTheirCharacters implements CertificateRule {
    private static final String PRINTABLE_MARKS = " '()+,-./:=?";
    private static final char NOT_UTF_8 = '\uFFFD';

    @Override
    public String source() {
        return "RFC 5280 4.1.2.4, X.680 41.4";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            if (!holds(attribute.tag(), attribute.value())) {
                findings.add("%s holds characters its string cannot have", attribute.oid());
            }
        }
    }

    private static boolean holds(int tag, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean fits = switch (tag) {
                case Der.PRINTABLE_STRING -> isPrintable(c);
                case Der.IA5_STRING -> c < 0x80;
                default -> c != NOT_UTF_8;
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PRINTABLE_MARKS.indexOf(c) >= 0;
    }
}

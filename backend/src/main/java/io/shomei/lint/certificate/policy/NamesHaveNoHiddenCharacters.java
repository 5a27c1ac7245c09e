package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;

/** Control, formatting and unassigned characters make two different names look alike. */
final class NamesHaveNoHiddenCharacters implements CertificateRule {
    @Override
    public String source() {
        return "CP 3.1.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            if (hides(attribute.value())) {
                findings.add("%s holds a character nobody sees", attribute.oid());
            }
        }
    }

    private static boolean hides(String value) {
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            // Nearly all values are plain ASCII, of which this is all that has to be known.
            if (c < 0x20 || (c >= 0x7F && isHidden(c))) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}

package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;
import java.util.regex.Pattern;

/** An ISO 3166-1 code in upper case. */
final class CountryIsTwoLetters implements CertificateRule {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    @Override
    public String source() {
        return "RFC 5280 A.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            if (attribute.is(AttributeType.C)
                    && !CODE.matcher(attribute.value()).matches()) {
                findings.add("country is %s", attribute.value());
            }
        }
    }
}

package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;
import java.util.regex.Pattern;

/** Scheme, country, perhaps a subdivision, and the number there: NTRJP-1234567890123. */
final class OrganizationIdentifierIsWellFormed implements CertificateRule {
    private static final Pattern IDENTIFIER =
            Pattern.compile("(NTR|VAT|PSD|LEI)[A-Z]{2}(\\+[A-Z0-9]{1,3})?-.+|GOV[A-Z]{2}(\\+[A-Z0-9]{1,3})?|INTXG");

    @Override
    public String source() {
        return "SBR 7.1.4.2.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (NameAttribute attribute : certificate.subject()) {
            if (attribute.is(AttributeType.ORGANIZATION_IDENTIFIER)
                    && !IDENTIFIER.matcher(attribute.value()).matches()) {
                findings.add("organizationIdentifier %s", attribute.value());
            }
        }
    }
}

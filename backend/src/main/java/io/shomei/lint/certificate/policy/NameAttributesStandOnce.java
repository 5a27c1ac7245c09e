package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;
import java.util.List;

/** A second common name would be read by some and overlooked by others; units, domain components and street lines may be several, but not equal. */
final class NameAttributesStandOnce implements CertificateRule {
    @Override
    public String source() {
        return "CP 3.1.1, BR 7.1.4.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        List<NameAttribute> subject = certificate.subject();
        for (int i = 1; i < subject.size(); i++) {
            NameAttribute attribute = subject.get(i);
            for (int j = 0; j < i; j++) {
                NameAttribute before = subject.get(j);
                if (attribute.oid().equals(before.oid())
                        && (!mayRepeat(attribute) || attribute.value().equals(before.value()))) {
                    findings.add("attribute %s occurs twice", attribute.oid());
                }
            }
        }
    }

    private static boolean mayRepeat(NameAttribute attribute) {
        return attribute.is(AttributeType.OU) || attribute.is(AttributeType.DC) || attribute.is(AttributeType.STREET);
    }
}

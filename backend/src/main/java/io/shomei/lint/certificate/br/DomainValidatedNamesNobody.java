package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;

/** Where only domains were checked the subject tells nothing that was not: a country and one of the names. */
final class DomainValidatedNamesNobody implements CertificateRule {
    @Override
    public String source() {
        return "BR 7.1.2.7.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers() || !certificate.follows(ReservedPolicyIsTheOneWeValidate.DOMAIN_VALIDATED)) {
            return;
        }
        for (NameAttribute attribute : certificate.subject()) {
            if (!attribute.is(AttributeType.C) && !attribute.is(AttributeType.CN)) {
                findings.add("attribute %s", attribute.oid());
            }
        }
    }
}

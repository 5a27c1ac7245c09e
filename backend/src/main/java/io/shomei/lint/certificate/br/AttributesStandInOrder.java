package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AttributeType;
import java.util.List;

/** From the country down to the host, in the one order all authorities use. */
final class AttributesStandInOrder implements CertificateRule {
    private static final List<String> ORDER = List.of(
            AttributeType.DC.oid(),
            AttributeType.C.oid(),
            AttributeType.ST.oid(),
            AttributeType.L.oid(),
            AttributeType.POSTAL_CODE.oid(),
            AttributeType.STREET.oid(),
            AttributeType.O.oid(),
            AttributeType.SURNAME.oid(),
            AttributeType.GIVEN_NAME.oid(),
            AttributeType.OU.oid(),
            AttributeType.CN.oid());

    @Override
    public String source() {
        return "BR 7.1.4.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        int before = -1;
        for (NameAttribute attribute : certificate.subject()) {
            int place = ORDER.indexOf(attribute.oid());
            if (place >= 0) {
                if (place < before) {
                    findings.add("attribute %s stands too late", attribute.oid());
                }
                before = place;
            }
        }
    }
}

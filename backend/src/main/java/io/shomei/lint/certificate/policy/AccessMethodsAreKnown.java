package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.AccessDescription;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;
import java.util.List;

/** Status answers and the issuer's certificate, each at an address of its own. */
final class AccessMethodsAreKnown implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.2, BR 7.1.2.7.7, 7.1.2.10.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        List<AccessDescription> descriptions = certificate.accessDescriptions();
        for (int i = 0; i < descriptions.size(); i++) {
            String method = descriptions.get(i).method();
            if (!method.equals(Oids.ACCESS_OCSP) && !method.equals(Oids.ACCESS_CA_ISSUERS)) {
                findings.add("access method %s", method);
            }
            findings.require(descriptions.indexOf(descriptions.get(i)) == i, "an access occurs twice");
        }
    }
}

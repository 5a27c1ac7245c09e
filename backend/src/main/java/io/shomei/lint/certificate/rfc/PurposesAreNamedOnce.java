package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;
import java.util.List;

/** A list of purposes has at least one, and none twice. */
final class PurposesAreNamedOnce implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.12";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        List<String> purposes = certificate.purposes();
        findings.require(!purposes.isEmpty() || !certificate.has(Oids.EXTENDED_KEY_USAGE), "no purpose");
        for (int i = 1; i < purposes.size(); i++) {
            findings.require(purposes.indexOf(purposes.get(i)) == i, "a purpose occurs twice");
        }
    }
}

package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Extension;
import java.util.List;

/** Two of a kind are read differently by different readers. */
final class ExtensionsAreUnique implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        List<Extension> extensions = certificate.tbs().extensions();
        for (int i = 1; i < extensions.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (extensions.get(i).oid().equals(extensions.get(j).oid())) {
                    findings.add("extension %s occurs twice", extensions.get(i).oid());
                }
            }
        }
    }
}

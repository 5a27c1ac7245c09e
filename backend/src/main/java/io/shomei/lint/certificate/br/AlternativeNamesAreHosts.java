package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;

/** Browsers read host names and IP addresses, and nothing else; at least one of them. */
final class AlternativeNamesAreHosts implements CertificateRule {
    @Override
    public String source() {
        return "BR 7.1.2.7.12";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        findings.require(!certificate.alternativeNames().isEmpty(), "a server without a name");
        for (GeneralName name : certificate.alternativeNames()) {
            if (name.tag() != AlternativeName.DNS_TAG && name.tag() != AlternativeName.IP_TAG) {
                findings.add("alternative name of kind %02X", name.tag());
            }
        }
    }
}

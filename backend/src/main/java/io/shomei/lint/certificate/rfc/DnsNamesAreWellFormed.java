package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.DnsName;

/** Letters, digits, hyphens and dots; A-labels; a wildcard for the whole of the first label only. */
final class DnsNamesAreWellFormed implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.6, RFC 9525 6.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (GeneralName name : certificate.alternativeNames()) {
            if (name.tag() == AlternativeName.DNS_TAG) {
                String host = name.text().startsWith("*.") ? name.text().substring(2) : name.text();
                DnsName.faultOf(host).ifPresent(fault -> findings.add("dNSName %s: %s", name.text(), fault));
            }
        }
    }
}

package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.AttributeType;

/** The CN repeats one of the names that were checked. */
final class ServerCommonNameIsAnAlternativeName implements CertificateRule {
    @Override
    public String source() {
        return "BR 7.1.4.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isServer()) {
            return;
        }
        for (NameAttribute name : certificate.subject()) {
            if (name.is(AttributeType.CN)
                    && certificate.alternativeNames().stream()
                            .noneMatch(other -> other.tag() == AlternativeName.DNS_TAG
                                    && other.text().equalsIgnoreCase(name.value()))) {
                findings.add("CN %s is no dNSName", name.value());
            }
        }
    }
}

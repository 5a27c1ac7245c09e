package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.lint.certificate.NameAttribute;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.AttributeType;
import java.util.List;

/** The CN is a copy of one of the names that were checked. */
final class ServerCommonNameIsAnAlternativeName implements CertificateRule {
    @Override
    public String source() {
        return "BR 7.1.4.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        for (NameAttribute attribute : certificate.subject()) {
            if (attribute.is(AttributeType.CN) && !isNamed(attribute.value(), certificate.alternativeNames())) {
                findings.add("CN %s is no alternative name", attribute.value());
            }
        }
    }

    private static boolean isNamed(String common, List<GeneralName> names) {
        for (GeneralName name : names) {
            if (common.equals(name.tag() == AlternativeName.IP_TAG ? address(name) : name.text())) {
                return true;
            }
        }
        return false;
    }

    /** RFC 3986 3.2.2. An address of version 6 has several texts, so none of them stands in a CN of ours. */
    private static String address(GeneralName name) {
        byte[] octets = name.octets();
        return octets.length == 4
                ? "%d.%d.%d.%d".formatted(octets[0] & 0xFF, octets[1] & 0xFF, octets[2] & 0xFF, octets[3] & 0xFF)
                : "";
    }
}

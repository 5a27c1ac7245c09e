package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;
import java.net.URI;
import java.net.URISyntaxException;

/** Scheme and specific part, in ASCII; where there is a host, it is a name or an address. */
final class UrisAreAbsolute implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (GeneralName name : certificate.alternativeNames()) {
            if (name.tag() == AlternativeName.URI_TAG && !isAbsolute(name.text())) {
                findings.add("uniformResourceIdentifier %s", name.text());
            }
        }
    }

    private static boolean isAbsolute(String text) {
        try {
            URI uri = new URI(text);
            boolean hostIsGood = uri.getRawAuthority() == null || uri.getHost() != null;
            return uri.isAbsolute() && hostIsGood && text.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

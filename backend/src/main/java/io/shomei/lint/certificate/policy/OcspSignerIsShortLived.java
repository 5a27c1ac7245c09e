package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;
import java.time.Duration;

/** Nobody asks for its status, so a stolen key is good until the end. */
final class OcspSignerIsShortLived implements CertificateRule {
    private static final Duration LONGEST = Duration.ofDays(90);

    @Override
    public String source() {
        return "CP 6.3.2, RFC 6960 4.2.2.2.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.has(Oids.OCSP_NO_CHECK) && certificate.validity().compareTo(LONGEST) > 0) {
            findings.add("validity of %s", certificate.validity());
        }
    }
}

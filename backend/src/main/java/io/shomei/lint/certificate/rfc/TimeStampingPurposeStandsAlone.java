package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;

/** Critical and alone, in the certificate of whoever stamps; an authority's only says what stands below it. */
final class TimeStampingPurposeStandsAlone implements CertificateRule {
    @Override
    public String source() {
        return "RFC 3161 2.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isAuthority() && certificate.serves(ExtendedKeyUsage.TIME_STAMPING)) {
            boolean critical = certificate
                    .extension(Oids.EXTENDED_KEY_USAGE)
                    .filter(Extension::critical)
                    .isPresent();
            findings.require(critical && certificate.purposes().size() == 1, "timeStamping is not critical and alone");
        }
    }
}

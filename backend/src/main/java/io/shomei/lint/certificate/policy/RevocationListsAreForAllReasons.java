package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.CrlLocation;

/** Our lists hold every revocation, whatever its reason, and the issuer signs them itself. */
final class RevocationListsAreForAllReasons implements CertificateRule {
    @Override
    public String source() {
        return "CP 4.9.7, BR 7.1.2.11.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        for (CrlLocation location : certificate.crlLocations()) {
            findings.require(
                    !location.hasReasons() && !location.hasIssuer(), "a distribution point names reasons or an issuer");
        }
    }
}

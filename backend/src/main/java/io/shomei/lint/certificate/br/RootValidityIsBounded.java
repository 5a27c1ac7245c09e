package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** From eight to twenty-five years. */
final class RootValidityIsBounded implements CertificateRule {
    private static final int SHORTEST = 2922;
    private static final int LONGEST = 9132;

    @Override
    public String source() {
        return "BR 7.1.2.1.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (certificate.isRoot()) {
            long days = certificate.validity().toDays();
            if (days < SHORTEST || days > LONGEST) {
                findings.add("validity of %d days", days);
            }
        }
    }
}

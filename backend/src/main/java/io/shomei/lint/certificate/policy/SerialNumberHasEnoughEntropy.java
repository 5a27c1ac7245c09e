package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;

/** A serial number nobody can guess keeps a hash collision from becoming a certificate. */
final class SerialNumberHasEnoughEntropy implements CertificateRule {
    private static final int MIN_BITS = 64;

    @Override
    public String source() {
        return "CP 7.1, BR 7.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        int bits = certificate.tbs().serial().bitLength();
        if (bits < MIN_BITS) {
            findings.add("serial number has only %d bits", bits);
        }
    }
}

package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.DerException;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.math.BigInteger;
import java.util.Optional;

/** In every list, not critical, not negative, at most 20 octets. */
final class NumberIsPresentAndShort implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.2.3, BR 7.2.2";
    }

    private static final int MOST_BITS = 159;

    @Override
    public void check(CrlTarget target, Findings findings) throws DerException {
        Optional<Extension> extension = target.list().extension(Oids.CRL_NUMBER);
        if (extension.isEmpty()) {
            findings.add("it is missing");
            return;
        }
        findings.require(!extension.get().critical(), "it is critical");
        BigInteger number = target.list().number(Oids.CRL_NUMBER).orElseThrow();
        findings.require(number.signum() >= 0 && number.bitLength() <= MOST_BITS, "it is negative or too long");
    }
}

package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.DerException;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.math.BigInteger;
import java.util.Optional;

/** Who does not know deltas must not take one for a full list; its base was there before it, or with it. */
final class DeltaNamesItsBaseCritically implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.2.4";
    }

    @Override
    public void check(CrlTarget target, Findings findings) throws DerException {
        Optional<Extension> indicator = target.list().extension(Oids.DELTA_CRL_INDICATOR);
        if (indicator.isEmpty()) {
            return;
        }
        findings.require(indicator.get().critical(), "the indicator is not critical");
        Optional<BigInteger> base = target.list().number(Oids.DELTA_CRL_INDICATOR);
        Optional<BigInteger> own = target.list().number(Oids.CRL_NUMBER);
        findings.require(
                base.isPresent() && own.isPresent() && base.get().compareTo(own.get()) <= 0,
                "the base is not an earlier list");
    }
}

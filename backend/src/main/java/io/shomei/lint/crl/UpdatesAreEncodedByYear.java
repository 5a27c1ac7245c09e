package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.DerException;

/** UTCTime through 2049, GeneralizedTime from 2050. */
final class UpdatesAreEncodedByYear implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.1.2.4, 5.1.2.5";
    }

    @Override
    public void check(CrlTarget target, Findings findings) throws DerException {
        findings.require(TimeByYear.holds(target.list().thisUpdate()), "thisUpdate is in the wrong type of time");
        byte[] nextUpdate = target.list().nextUpdate();
        findings.require(nextUpdate == null || TimeByYear.holds(nextUpdate), "nextUpdate is in the wrong type of time");
    }
}

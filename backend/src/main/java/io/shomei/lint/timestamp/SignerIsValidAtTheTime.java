package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import java.time.Instant;

/** A stamp from outside the validity of its signer is refused by everybody. */
final class SignerIsValidAtTheTime implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.5";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        Instant time = stamp.info().time().orElse(Instant.MIN);
        findings.require(
                !time.isBefore(stamp.signer().notBefore())
                        && time.isBefore(stamp.signer().notAfter().plusSeconds(1)),
                "the time is outside the validity of the signer's certificate");
    }
}

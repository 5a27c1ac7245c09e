package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import java.util.Objects;

/** It tells an answer from an older one that somebody kept. */
final class NonceIsThatOfTheRequest implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        findings.require(
                Objects.equals(stamp.info().nonce(), stamp.request().nonce()), "the nonce is not that of the request");
    }
}

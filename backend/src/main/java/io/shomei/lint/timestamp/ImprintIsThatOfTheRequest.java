package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import java.util.Arrays;

/** What is stamped is what was sent, to the last octet: a stamp of anything else would prove nothing. */
final class ImprintIsThatOfTheRequest implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        findings.require(
                Arrays.equals(stamp.info().imprint(), stamp.request().imprint().encoded()),
                "the imprint is not that of the request");
    }
}

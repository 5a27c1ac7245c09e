package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;

/** Whoever names a policy relies on it. */
final class PolicyIsTheOneAskedFor implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        String asked = stamp.request().policy();
        findings.require(
                asked == null || asked.equals(stamp.info().policy()), "the policy is not the one that was asked for");
    }
}

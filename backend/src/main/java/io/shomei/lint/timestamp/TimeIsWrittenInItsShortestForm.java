package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;

/** UTC with seconds; a fraction neither ends with a zero nor is empty, so that a moment has one form. */
final class TimeIsWrittenInItsShortestForm implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        if (stamp.info().time().isEmpty()) {
            findings.add("genTime is %s", stamp.info().generalizedTime());
        }
    }
}

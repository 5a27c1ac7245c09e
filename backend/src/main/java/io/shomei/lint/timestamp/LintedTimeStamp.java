package io.shomei.lint.timestamp;

import io.shomei.lint.Linter;
import io.shomei.pki.TimeStampRequest;
import io.shomei.pki.UnsignedTimeStamp;

/** Proof that a time stamp passed every rule and answers the request it was checked with. What signs takes nothing else. */
public final class LintedTimeStamp {
    private static final Linter<TimeStampTarget> LINTER = new Linter<>(TimeStampRules.all());

    private final UnsignedTimeStamp stamp;

    private LintedTimeStamp(UnsignedTimeStamp stamp) {
        this.stamp = stamp;
    }

    /** Refuses with {@code LINT_FAILED}, naming every finding. */
    public static LintedTimeStamp check(UnsignedTimeStamp stamp, TimeStampRequest request) {
        LINTER.require(() -> TimeStampTarget.of(stamp, request));
        return new LintedTimeStamp(stamp);
    }

    public UnsignedTimeStamp stamp() {
        return stamp;
    }
}

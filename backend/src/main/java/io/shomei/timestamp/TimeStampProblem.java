package io.shomei.timestamp;

import io.shomei.kernel.ProblemCode;

/** How this feature refuses people. Programs that ask for a time stamp are refused in the protocol's own words. */
public enum TimeStampProblem implements ProblemCode {
    TIME_STAMPS_NOT_OFFERED(Kind.FORBIDDEN);

    private final Kind kind;

    TimeStampProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

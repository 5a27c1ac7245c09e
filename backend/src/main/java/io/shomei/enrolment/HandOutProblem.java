package io.shomei.enrolment;

import io.shomei.kernel.ProblemCode;

enum HandOutProblem implements ProblemCode {
    HAND_OUT_NOT_OFFERED(Kind.FORBIDDEN),
    HAND_OUT_MISSING(Kind.NOT_FOUND),
    /** It was revoked, has expired, or its key was never kept. */
    KEY_NOT_KEPT(Kind.CONFLICT);

    private final Kind kind;

    HandOutProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

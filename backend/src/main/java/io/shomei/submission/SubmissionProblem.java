package io.shomei.submission;

import io.shomei.kernel.ProblemCode;

enum SubmissionProblem implements ProblemCode {
    SUBMISSIONS_NOT_OFFERED(Kind.FORBIDDEN),
    SUBMISSION_LINK_UNKNOWN(Kind.NOT_FOUND),
    SUBMISSION_LINK_OVER(Kind.GONE),
    SUBMISSION_LINK_OTHER(Kind.INVALID),
    SUBMISSION_HAS_REFUSED_ROWS(Kind.INVALID),
    SUBMISSION_DECIDED(Kind.CONFLICT),
    SUBMISSION_LINES_UNKNOWN(Kind.INVALID),
    SUBMISSION_CHECKS_TOO_MANY(Kind.TOO_MANY);

    private final Kind kind;

    SubmissionProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

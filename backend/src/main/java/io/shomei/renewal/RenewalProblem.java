package io.shomei.renewal;

import io.shomei.kernel.ProblemCode;

enum RenewalProblem implements ProblemCode {
    RENEWAL_NOTHING_TO_DO(Kind.CONFLICT);

    private final Kind kind;

    RenewalProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

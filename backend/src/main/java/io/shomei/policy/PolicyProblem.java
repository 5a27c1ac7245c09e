package io.shomei.policy;

import io.shomei.kernel.ProblemCode;

enum PolicyProblem implements ProblemCode {
    POLICY_FAULTY(Kind.INVALID);

    private final Kind kind;

    PolicyProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

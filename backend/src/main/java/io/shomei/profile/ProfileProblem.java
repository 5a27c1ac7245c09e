package io.shomei.profile;

import io.shomei.kernel.ProblemCode;

enum ProfileProblem implements ProblemCode {
    PROFILE_FAULTY(Kind.INVALID);

    private final Kind kind;

    ProfileProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

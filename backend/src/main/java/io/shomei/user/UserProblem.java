package io.shomei.user;

import io.shomei.kernel.ProblemCode;

enum UserProblem implements ProblemCode {
    CERTIFICATE_CHOICE_NOT_OFFERED(Kind.CONFLICT);

    private final Kind kind;

    UserProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

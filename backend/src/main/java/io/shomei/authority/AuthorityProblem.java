package io.shomei.authority;

import io.shomei.kernel.ProblemCode;

enum AuthorityProblem implements ProblemCode {
    AUTHORITY_NOT_ACTIVE(Kind.UNAVAILABLE);

    private final Kind kind;

    AuthorityProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

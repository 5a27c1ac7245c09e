package io.shomei.status.crl;

import io.shomei.kernel.ProblemCode;

enum CrlProblem implements ProblemCode {
    CRL_SIGNED_ELSEWHERE(Kind.CONFLICT);

    private final Kind kind;

    CrlProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.shomei.request;

import io.shomei.kernel.ProblemCode;

enum RequestProblem implements ProblemCode {
    REQUEST_REFUSED(Kind.INVALID);

    private final Kind kind;

    RequestProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.shomei.apitoken;

import io.shomei.kernel.ProblemCode;

enum ApiTokenProblem implements ProblemCode {
    API_TOKEN_ENDED(Kind.UNAUTHENTICATED),
    API_TOKEN_FAULTY(Kind.INVALID),
    API_TOKENS_TOO_MANY(Kind.CONFLICT);

    private final Kind kind;

    ApiTokenProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

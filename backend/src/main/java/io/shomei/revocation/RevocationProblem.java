package io.shomei.revocation;

import io.shomei.kernel.ProblemCode;

enum RevocationProblem implements ProblemCode {
    CERTIFICATE_ALREADY_REVOKED(Kind.CONFLICT),
    CERTIFICATE_ALREADY_EXPIRED(Kind.CONFLICT);

    private final Kind kind;

    RevocationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

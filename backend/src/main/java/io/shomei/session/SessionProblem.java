package io.shomei.session;

import io.shomei.kernel.ProblemCode;

enum SessionProblem implements ProblemCode {
    CERTIFICATE_MISSING(Kind.UNAUTHENTICATED),
    CERTIFICATE_FOREIGN(Kind.UNAUTHENTICATED),
    CERTIFICATE_EXPIRED(Kind.UNAUTHENTICATED),
    CERTIFICATE_NOT_YET_VALID(Kind.UNAUTHENTICATED),
    CERTIFICATE_REVOKED(Kind.UNAUTHENTICATED),
    CERTIFICATE_SUPERSEDED(Kind.UNAUTHENTICATED),
    CERTIFICATE_WITHOUT_ACCOUNT(Kind.UNAUTHENTICATED),
    LOG_IN_FAILED(Kind.UNAUTHENTICATED),
    LOG_IN_METHOD_OFF(Kind.FORBIDDEN),
    SESSION_ENDED(Kind.UNAUTHENTICATED),
    SESSION_CERTIFICATE_MISMATCH(Kind.UNAUTHENTICATED);

    private final Kind kind;

    SessionProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

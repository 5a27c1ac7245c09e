package io.shomei.web;

import io.shomei.kernel.ProblemCode;

/** Refusals of the HTTP edge. */
public enum WebProblem implements ProblemCode {
    NOT_HERE(Kind.NOT_FOUND),
    METHOD_NOT_OFFERED(Kind.UNSUPPORTED),
    MEDIA_TYPE_NOT_OFFERED(Kind.UNSUPPORTED),
    NOT_ACCEPTABLE(Kind.UNSUPPORTED),
    TLS_REQUIRED(Kind.FORBIDDEN),
    COMPRESSED_BODY(Kind.UNSUPPORTED),
    BODY_TOO_LARGE(Kind.TOO_LARGE),
    CSRF_HEADER_MISSING(Kind.FORBIDDEN),
    SESSION_REQUIRED(Kind.UNAUTHENTICATED),
    SCOPE_MISSING(Kind.FORBIDDEN),
    TOO_MANY_REQUESTS(Kind.TOO_MANY),
    IDEMPOTENCY_KEY_REUSED(Kind.CONFLICT),
    IDEMPOTENCY_KEY_IN_USE(Kind.CONFLICT),
    INTERNAL_ERROR(Kind.INTERNAL);

    private final Kind kind;

    WebProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.shomei.revocation;

import io.shomei.kernel.ProblemCode;

enum RevocationProblem implements ProblemCode {
    CERTIFICATE_ALREADY_REVOKED(Kind.CONFLICT),
    CERTIFICATE_ALREADY_EXPIRED(Kind.CONFLICT),
    /** The policy of the tenant leaves it to others. */
    REVOCATION_NOT_OFFERED(Kind.FORBIDDEN),
    INVALIDITY_DATE_WRONG(Kind.INVALID),
    REVOCATION_REFERENCE_MISSING(Kind.INVALID);

    private final Kind kind;

    RevocationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

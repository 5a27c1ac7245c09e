package io.shomei.issuancejob;

import io.shomei.kernel.ProblemCode;

enum IssuanceJobProblem implements ProblemCode {
    ISSUANCE_NOT_OFFERED(Kind.FORBIDDEN),
    /** One job a tenant, where the policy says so. */
    ISSUANCE_RUNNING(Kind.CONFLICT),
    LICENCES_EXHAUSTED(Kind.CONFLICT),
    NOTHING_TO_RENEW(Kind.CONFLICT),
    ISSUANCE_NOT_RUNNING(Kind.CONFLICT),
    ISSUANCE_TOO_LARGE(Kind.INVALID),
    KEY_NOT_OFFERED(Kind.INVALID),
    CERTIFICATES_NOT_RENEWABLE(Kind.INVALID);

    private final Kind kind;

    IssuanceJobProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

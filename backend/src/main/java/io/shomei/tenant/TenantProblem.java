package io.shomei.tenant;

import io.shomei.kernel.ProblemCode;

enum TenantProblem implements ProblemCode {
    TENANT_NOT_ACTIVE(Kind.FORBIDDEN),
    TENANT_CODE_TAKEN(Kind.CONFLICT),
    TENANT_ENDED(Kind.CONFLICT),
    TENANT_STATE_WRONG(Kind.CONFLICT),
    TENANT_IS_PLATFORM(Kind.CONFLICT),
    TENANT_CONFIRMATION_WRONG(Kind.INVALID),
    TENANT_FAULTY(Kind.INVALID),
    REVIEW_NOT_OFFERED(Kind.FORBIDDEN),
    REVIEW_UNDER_WAY(Kind.CONFLICT),
    REVIEW_NOT_UNDER_WAY(Kind.CONFLICT);

    private final Kind kind;

    TenantProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

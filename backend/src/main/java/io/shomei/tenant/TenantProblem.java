package io.shomei.tenant;

import io.shomei.kernel.ProblemCode;

enum TenantProblem implements ProblemCode {
    TENANT_NOT_ACTIVE(Kind.FORBIDDEN);

    private final Kind kind;

    TenantProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.shomei.permission;

import io.shomei.kernel.ProblemCode;

/** Refusals that concern what users may do. */
public enum PermissionProblem implements ProblemCode {
    FUNCTION_NOT_PERMITTED(Kind.FORBIDDEN),
    PERMISSIONS_OFF(Kind.FORBIDDEN),
    PERMISSIONS_FAULTY(Kind.INVALID);

    private final Kind kind;

    PermissionProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

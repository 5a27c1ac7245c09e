package io.shomei.account.secret;

import io.shomei.kernel.ProblemCode;

/** Refusals that concern what somebody proves themself with. */
public enum SecretProblem implements ProblemCode {
    SECRET_RULES_BROKEN(Kind.INVALID),
    REPROOF_WRONG(Kind.FORBIDDEN),
    REPROOF_LOCKED(Kind.LOCKED);

    private final Kind kind;

    SecretProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

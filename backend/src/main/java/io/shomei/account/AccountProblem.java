package io.shomei.account;

import io.shomei.kernel.ProblemCode;

/** Refusals that concern an account itself. */
public enum AccountProblem implements ProblemCode {
    ACCOUNT_FAULTY(Kind.INVALID),
    ACCOUNT_WITHDRAWN(Kind.CONFLICT),
    REISSUE_COOLING_DOWN(Kind.CONFLICT),
    TOO_FEW_ADMINISTRATORS(Kind.CONFLICT);

    private final Kind kind;

    AccountProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

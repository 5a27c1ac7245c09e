package io.shomei.revocation.bulk;

import io.shomei.kernel.ProblemCode;

/** Why a bulk revocation as a whole is refused. What a single line leads to is its {@link Outcome}. */
enum BulkRevocationProblem implements ProblemCode {
    NAME_LIST_MISSING(Kind.INVALID),
    NAME_LIST_EMPTY(Kind.INVALID),
    NAME_LIST_TOO_LONG(Kind.INVALID),
    NAME_LIST_UNREADABLE(Kind.INVALID),
    NAME_LIST_TOO_LARGE(Kind.TOO_LARGE),
    NOTHING_TO_REVOKE(Kind.CONFLICT),
    BULK_REVOCATION_LAPSED(Kind.GONE);

    private final Kind kind;

    BulkRevocationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

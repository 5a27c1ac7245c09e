package io.shomei.desk;

import io.shomei.kernel.ProblemCode;

enum DeskProblem implements ProblemCode {
    OWN_ACCOUNT(Kind.FORBIDDEN),
    DESK_ACTION_NOT_OFFERED(Kind.FORBIDDEN),
    REQUEST_DOCUMENT_MISSING(Kind.INVALID),
    DESK_ACTION_WITHOUT_EFFECT(Kind.CONFLICT),
    DESK_ACTION_WAITING(Kind.CONFLICT),
    DESK_ACTION_DECIDED(Kind.CONFLICT),
    DESK_ACTION_LAPSED(Kind.CONFLICT),
    MAIL_ADDRESS_MISSING(Kind.CONFLICT),
    LETTER_NOT_DUE(Kind.CONFLICT),
    LETTER_PRINTED(Kind.CONFLICT);

    private final Kind kind;

    DeskProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

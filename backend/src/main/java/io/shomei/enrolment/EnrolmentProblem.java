package io.shomei.enrolment;

import io.shomei.kernel.ProblemCode;

enum EnrolmentProblem implements ProblemCode {
    ENROLMENT_UNKNOWN(Kind.NOT_FOUND),
    ENROLMENT_USED(Kind.GONE),
    ENROLMENT_LAPSED(Kind.GONE),
    ENROLMENT_REVOKED(Kind.GONE),
    ACCESS_PIN_WRONG(Kind.FORBIDDEN),
    ACCESS_PIN_LOCKED(Kind.LOCKED),
    NAME_NOT_CERTIFIABLE(Kind.CONFLICT),
    FORMAT_NOT_OFFERED(Kind.INVALID);

    private final Kind kind;

    EnrolmentProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

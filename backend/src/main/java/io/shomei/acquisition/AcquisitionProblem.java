package io.shomei.acquisition;

import io.shomei.kernel.ProblemCode;

enum AcquisitionProblem implements ProblemCode {
    /** Log-in ID, password or acquisition password is wrong; nobody is told which. */
    ACQUISITION_FAILED(Kind.UNAUTHENTICATED),
    ACQUISITION_NOT_OFFERED(Kind.FORBIDDEN),
    ACQUISITION_PASSWORD_WRONG(Kind.FORBIDDEN),
    ACQUISITION_PASSWORD_LOCKED(Kind.LOCKED),
    CERTIFICATE_ISSUING(Kind.CONFLICT),
    CERTIFICATE_ACQUIRED(Kind.CONFLICT),
    CERTIFICATE_RENEWED(Kind.CONFLICT),
    RENEWAL_NOT_OFFERED(Kind.FORBIDDEN),
    RENEWAL_NOT_OPEN(Kind.CONFLICT);

    private final Kind kind;

    AcquisitionProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

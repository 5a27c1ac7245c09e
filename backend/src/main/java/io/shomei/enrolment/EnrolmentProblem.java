package io.shomei.enrolment;

import io.shomei.kernel.ProblemCode;

public enum EnrolmentProblem implements ProblemCode {
    ENROLMENT_UNKNOWN(Kind.NOT_FOUND),
    /** Nobody has the access PIN yet. */
    ENROLMENT_DORMANT(Kind.CONFLICT),
    ENROLMENT_USED(Kind.GONE),
    ENROLMENT_LAPSED(Kind.GONE),
    ENROLMENT_REVOKED(Kind.GONE),
    ENROLMENT_WITHDRAWN(Kind.GONE),
    /** It is what the certificate is for. */
    ADDRESS_IN_CERTIFICATE(Kind.CONFLICT),
    /** It is revoked rather than withdrawn. */
    INVITATION_HAS_CERTIFICATE(Kind.CONFLICT),
    ACCESS_PIN_WRONG(Kind.FORBIDDEN),
    ACCESS_PIN_LOCKED(Kind.LOCKED),
    NAME_NOT_CERTIFIABLE(Kind.CONFLICT),
    FORMAT_NOT_OFFERED(Kind.INVALID),
    /** What the browser sent is no sound certificate request with a key that the profile takes. */
    BROWSER_REQUEST_REFUSED(Kind.INVALID),
    /** The name, the key or the contract stands against it by now. */
    CERTIFICATE_NOT_ISSUABLE(Kind.CONFLICT);

    private final Kind kind;

    EnrolmentProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

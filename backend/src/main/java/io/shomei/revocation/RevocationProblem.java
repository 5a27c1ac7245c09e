package io.shomei.revocation;

import io.shomei.kernel.ProblemCode;

enum RevocationProblem implements ProblemCode {
    CERTIFICATE_ALREADY_REVOKED(Kind.CONFLICT),
    CERTIFICATE_ALREADY_EXPIRED(Kind.CONFLICT),
    /** It issues still: the authority is retired, or marked as compromised, and all that follows follows from that. */
    CERTIFICATE_OF_ACTIVE_AUTHORITY(Kind.CONFLICT),
    /** The policy of the tenant leaves it to others. */
    REVOCATION_NOT_OFFERED(Kind.FORBIDDEN),
    INVALIDITY_DATE_WRONG(Kind.INVALID),
    REVOCATION_REFERENCE_MISSING(Kind.INVALID);

    private final Kind kind;

    RevocationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

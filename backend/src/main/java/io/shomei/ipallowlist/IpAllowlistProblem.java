package io.shomei.ipallowlist;

import io.shomei.kernel.ProblemCode;

enum IpAllowlistProblem implements ProblemCode {
    ADDRESS_NOT_ALLOWED(Kind.FORBIDDEN),
    OWN_ADDRESS_MISSING(Kind.INVALID),
    IP_ALLOWLIST_OFF(Kind.FORBIDDEN),
    IP_ALLOWLIST_FAULTY(Kind.INVALID),
    IP_ALLOWLIST_NOT_ON_TRIAL(Kind.CONFLICT),
    IP_ALLOWLIST_FILE_MISSING(Kind.INVALID),
    IP_ALLOWLIST_FILE_UNREADABLE(Kind.INVALID);

    private final Kind kind;

    IpAllowlistProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

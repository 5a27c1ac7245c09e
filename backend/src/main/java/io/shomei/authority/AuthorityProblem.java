package io.shomei.authority;

import io.shomei.kernel.ProblemCode;

enum AuthorityProblem implements ProblemCode {
    AUTHORITY_NOT_ACTIVE(Kind.UNAVAILABLE),
    /** The state of this generation does not allow it, perhaps since a moment ago. */
    AUTHORITY_STATE_FORBIDS(Kind.CONFLICT),
    /** Nothing would issue for the line any more. */
    AUTHORITY_IS_LAST(Kind.CONFLICT),
    /** Chains lead through it: it signed other authorities that are known here. */
    AUTHORITY_SIGNED_OTHERS(Kind.CONFLICT),
    /** The certificate that was brought for a pending generation is not the one it waits for. */
    AUTHORITY_CERTIFICATE_REFUSED(Kind.INVALID),
    /** Whoever asks logged in with a certificate that would be worth nothing afterwards. */
    AUTHORITY_VOUCHES_FOR_CALLER(Kind.CONFLICT),
    /** What was typed is not the name of the authority. */
    AUTHORITY_NAME_DIFFERS(Kind.INVALID),
    /** The generation that was asked for is not the next one: somebody else may have been faster. */
    GENERATION_NOT_NEXT(Kind.CONFLICT),
    /** One generation of the line waits for its certificate already. */
    GENERATION_PENDING(Kind.CONFLICT),
    /** The authority that was to sign cannot sign this one. */
    ISSUER_UNSUITABLE(Kind.INVALID),
    CRL_SHARDS_ONLY_GROW(Kind.CONFLICT);

    private final Kind kind;

    AuthorityProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

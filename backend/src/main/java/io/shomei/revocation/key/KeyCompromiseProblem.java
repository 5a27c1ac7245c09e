package io.shomei.revocation.key;

import io.shomei.kernel.ProblemCode;

enum KeyCompromiseProblem implements ProblemCode {
    /** Whoever sends one has given it away; it is not kept. */
    PRIVATE_KEY_NOT_ACCEPTED(Kind.INVALID),
    KEY_UNREADABLE(Kind.INVALID),
    /** Why, is said by {@link io.shomei.pki.KeyPossession}. */
    KEY_PROOF_WRONG(Kind.INVALID),
    KEY_COMPROMISE_LAPSED(Kind.GONE);

    private final Kind kind;

    KeyCompromiseProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

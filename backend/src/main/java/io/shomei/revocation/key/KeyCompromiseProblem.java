package io.shomei.revocation.key;

import io.shomei.kernel.ProblemCode;
import java.time.Duration;
import java.util.Optional;

enum KeyCompromiseProblem implements ProblemCode {
    /** Whoever sends one has given it away; it is not kept. */
    PRIVATE_KEY_NOT_ACCEPTED(Kind.INVALID),
    KEY_UNREADABLE(Kind.INVALID),
    /** Why, is said by {@link io.shomei.pki.KeyPossession}. */
    KEY_PROOF_WRONG(Kind.INVALID),
    KEY_COMPROMISE_LAPSED(Kind.GONE),
    /** From one network within an hour. */
    KEY_REPORTS_TOO_MANY(Kind.TOO_MANY),
    /** For one report: whoever has the key needs one, or a few. */
    KEY_PROOFS_TOO_MANY(Kind.TOO_MANY);

    private final Kind kind;

    KeyCompromiseProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return this == KEY_REPORTS_TOO_MANY ? Optional.of(KeyReports.COUNTED) : Optional.empty();
    }
}

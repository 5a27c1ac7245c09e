package io.shomei.status.crl;

import io.shomei.kernel.ProblemCode;
import java.time.Duration;
import java.util.Optional;

enum CrlProblem implements ProblemCode {
    CRL_SIGNED_ELSEWHERE(Kind.CONFLICT),
    CRL_NOT_MADE_YET(Kind.UNAVAILABLE);

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Kind kind;

    CrlProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return this == CRL_NOT_MADE_YET ? Optional.of(SOON) : Optional.empty();
    }
}

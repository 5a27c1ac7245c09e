package io.shomei.kernel;

/** Refusals that are the same in every feature. */
public enum KernelProblem implements ProblemCode {
    MALFORMED_REQUEST(Kind.MALFORMED),
    NOT_PERMITTED(Kind.FORBIDDEN),
    SAME_PERSON(Kind.FORBIDDEN),
    NOT_FOUND(Kind.NOT_FOUND),
    CHANGED_MEANWHILE(Kind.STALE);

    private final Kind kind;

    KernelProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

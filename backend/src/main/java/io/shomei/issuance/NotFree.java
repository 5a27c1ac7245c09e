package io.shomei.issuance;

/** Rolls a claim back because a name or key was taken before; who threw it finds out which. */
final class NotFree extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFree() {
        super(null, null, false, false);
    }
}

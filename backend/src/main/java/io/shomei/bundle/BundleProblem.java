package io.shomei.bundle;

import io.shomei.kernel.ProblemCode;

enum BundleProblem implements ProblemCode {
    BUNDLE_NOT_OFFERED(Kind.FORBIDDEN),
    BUNDLE_EMPTY(Kind.CONFLICT),
    KEY_FILES_NOT_KEPT(Kind.CONFLICT);

    private final Kind kind;

    BundleProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

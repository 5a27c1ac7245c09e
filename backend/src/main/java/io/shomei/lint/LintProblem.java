package io.shomei.lint;

import io.shomei.kernel.ProblemCode;

/** How this feature refuses. */
public enum LintProblem implements ProblemCode {
    LINT_FAILED(Kind.INVALID);

    private final Kind kind;

    LintProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.shomei.announcement;

import io.shomei.kernel.ProblemCode;

enum AnnouncementProblem implements ProblemCode {
    ANNOUNCEMENT_FAULTY(Kind.INVALID);

    private final Kind kind;

    AnnouncementProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.shomei.notification;

import io.shomei.kernel.ProblemCode;

enum NotificationProblem implements ProblemCode {
    NOTICE_ALREADY_SENT(Kind.CONFLICT);

    private final Kind kind;

    NotificationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

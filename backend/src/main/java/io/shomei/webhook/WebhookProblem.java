package io.shomei.webhook;

import io.shomei.kernel.ProblemCode;

enum WebhookProblem implements ProblemCode {
    TOO_MANY_WEBHOOKS(Kind.CONFLICT);

    private final Kind kind;

    WebhookProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

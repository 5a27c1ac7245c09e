package io.shomei.apitoken;

import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Has people told of tokens that end soon. */
@ApplicationScoped
class EndingTokensJob implements RecurringJob {
    private final ApiTokens tokens;

    EndingTokensJob(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "ending-api-tokens";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        tokens.warn();
    }
}

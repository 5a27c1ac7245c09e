package io.shomei.web;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class IdempotentAnswerRepository {
    private static final String BELONGS_TO_SENDER = "an answer belongs to whoever asked, who belongs to one tenant";

    private static final Duration LONGEST_WORK = Duration.ofMinutes(15);

    private final TenantScope scope;

    IdempotentAnswerRepository(TenantScope scope) {
        this.scope = scope;
    }

    sealed interface Claim {
        record New() implements Claim {}

        record Other() implements Claim {}

        record Running() implements Claim {}

        record Answered(String json) implements Claim {}
    }

    @AcrossTenants(BELONGS_TO_SENDER)
    Claim claim(UUID sender, String key, String operation, String fingerprint, Instant now, Instant forgetBefore) {
        Sql sql = scope.untenanted();
        // A request that has not ended for this long never will: its copy of the platform stopped in the middle.
        sql.update(
                "delete from idempotent_answer where created_at < ? or (answer is null and created_at < ?)",
                forgetBefore,
                now.minus(LONGEST_WORK));
        int added = sql.update("""
                insert into idempotent_answer (account_id, key, operation, fingerprint, created_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""", sender, key, operation, fingerprint, now);
        if (added == 1) {
            return new Claim.New();
        }
        return sql.one(
                        "select operation, fingerprint, answer from idempotent_answer where account_id = ? and key = ?",
                        row -> {
                            boolean same = operation.equals(row.getString(1)) && fingerprint.equals(row.getString(2));
                            String answer = row.getString(3);
                            if (!same) {
                                return new Claim.Other();
                            }
                            return answer == null ? new Claim.Running() : new Claim.Answered(answer);
                        },
                        sender,
                        key)
                .orElseGet(Claim.Running::new);
    }

    @AcrossTenants(BELONGS_TO_SENDER)
    void answer(UUID sender, String key, String json) {
        scope.untenanted()
                .update(
                        "update idempotent_answer set answer = ?::jsonb where account_id = ? and key = ?",
                        json,
                        sender,
                        key);
    }

    @AcrossTenants(BELONGS_TO_SENDER)
    void release(UUID sender, String key) {
        scope.untenanted().update("delete from idempotent_answer where account_id = ? and key = ?", sender, key);
    }
}

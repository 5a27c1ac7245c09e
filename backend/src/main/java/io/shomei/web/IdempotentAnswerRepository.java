package io.shomei.web;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

@ApplicationScoped
class IdempotentAnswerRepository {
    private static final String BELONGS_TO_ACCOUNT = "an answer belongs to an account, which belongs to one tenant";

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

    @AcrossTenants(BELONGS_TO_ACCOUNT)
    Claim claim(
            AccountId account, String key, String operation, String fingerprint, Instant now, Instant forgetBefore) {
        Sql sql = scope.untenanted();
        // A request that has not ended for this long never will: its copy of the platform stopped in the middle.
        sql.update(
                "delete from idempotent_answer where created_at < ? or (answer is null and created_at < ?)",
                forgetBefore,
                now.minus(LONGEST_WORK));
        int added = sql.update("""
                insert into idempotent_answer (account_id, key, operation, fingerprint, created_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""", account.value(), key, operation, fingerprint, now);
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
                        account.value(),
                        key)
                .orElseGet(Claim.Running::new);
    }

    @AcrossTenants(BELONGS_TO_ACCOUNT)
    void answer(AccountId account, String key, String json) {
        scope.untenanted()
                .update(
                        "update idempotent_answer set answer = ?::jsonb where account_id = ? and key = ?",
                        json,
                        account.value(),
                        key);
    }

    @AcrossTenants(BELONGS_TO_ACCOUNT)
    void release(AccountId account, String key) {
        scope.untenanted()
                .update("delete from idempotent_answer where account_id = ? and key = ?", account.value(), key);
    }
}

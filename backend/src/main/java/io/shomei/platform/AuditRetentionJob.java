package io.shomei.platform;

import io.shomei.audit.AuditLog;
import io.shomei.jobs.RecurringJob;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;

/** Removes from the history what the tenants' policies keep no longer. */
@ApplicationScoped
class AuditRetentionJob implements RecurringJob {
    private final Tenants tenants;
    private final Policies policies;
    private final AuditLog audit;
    private final InstantSource clock;

    AuditRetentionJob(Tenants tenants, Policies policies, AuditLog audit, InstantSource clock) {
        this.tenants = tenants;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-retention";
    }

    @Override
    public Duration pause() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (TenantId tenant : tenants.ids()) {
            Period kept = policies.of(tenant).audit().retention();
            audit.expire(tenant, now.atOffset(ZoneOffset.UTC).minus(kept).toInstant());
        }
    }
}

package io.shomei.tenant;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.tenant.TenantProblem.TENANT_CONFIRMATION_WRONG;
import static io.shomei.tenant.TenantProblem.TENANT_IS_PLATFORM;
import static io.shomei.tenant.TenantProblem.TENANT_STATE_WRONG;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.jobs.Jobs;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes tenants out of work and back. While a tenant is suspended nobody of it logs in and nothing is issued for it, at once in this
 * copy of the platform and within seconds in the others; what was issued stays valid, can still be collected, and its status is told.
 * The end is for ever: as the operator decides, the certificates stay valid until they expire or are revoked.
 */
@ApplicationScoped
public class TenantStates {
    private final Tenants tenants;
    private final TenantRepository repository;
    private final AuditLog audit;
    private final Jobs jobs;
    private final InstantSource clock;

    TenantStates(Tenants tenants, TenantRepository repository, AuditLog audit, Jobs jobs, InstantSource clock) {
        this.tenants = tenants;
        this.repository = repository;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What becomes of the valid certificates of a tenant that ends. */
    public enum Certificates {
        KEEP,
        REVOKE
    }

    public void suspend(Actor actor, TenantId id, String reason) {
        change(id, () -> become(actor, id, Tenant.State.SUSPENDED, AuditOperation.TENANT_SUSPEND, reason, Map.of()));
    }

    public void resume(Actor actor, TenantId id, String reason) {
        change(id, () -> become(actor, id, Tenant.State.ACTIVE, AuditOperation.TENANT_RESUME, reason, Map.of()));
    }

    /**
     * @param confirmation the tenant's code, typed by whoever knows what they end
     */
    public void end(Actor actor, TenantId id, String reason, String confirmation, Certificates certificates) {
        if (!tenants.get(id).code().equals(confirmation.strip())) {
            throw TENANT_CONFIRMATION_WRONG.because("");
        }
        change(id, () -> {
            become(
                    actor,
                    id,
                    Tenant.State.ENDED,
                    AuditOperation.TENANT_END,
                    reason,
                    Map.of("certificates", certificates.name()));
            if (certificates == Certificates.REVOKE) {
                jobs.start(Tenants.END_JOB, id.toString());
            }
        });
    }

    private void change(TenantId id, Runnable work) {
        if (id.equals(TenantId.PLATFORM)) {
            throw TENANT_IS_PLATFORM.because("");
        }
        QuarkusTransaction.requiringNew().run(work);
        tenants.forget(id);
    }

    private void become(
            Actor actor,
            TenantId id,
            Tenant.State next,
            AuditOperation operation,
            String reason,
            Map<String, String> facts) {
        TenantEntity present = repository.lock(id).orElseThrow(() -> NOT_FOUND.because(""));
        if (!present.state.mayBecome(next)) {
            throw TENANT_STATE_WRONG.because("%s", present.state);
        }
        repository.become(id, next, clock.instant(), next == Tenant.State.ACTIVE ? null : reason);
        Map<String, String> told = new HashMap<>(facts);
        told.put("reason", reason);
        audit.append(AuditEntry.done(id, operation, actor)
                .on(present.code, id.value())
                .with(told));
    }
}

package io.shomei.issuancejob;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.issuance.Issuance;
import io.shomei.jobs.Chunks;
import io.shomei.jobs.Job;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.TenantId;
import io.shomei.licence.Licences;
import io.shomei.policy.Policies;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Carries out an issuance job on all cores. The certificate ids of its lines were fixed when it began, so after a crash it goes on with
 * exactly the lines that have no certificate.
 */
@ApplicationScoped
class IssuanceWork implements Job {
    static final String NAME = "issuance-job";
    /** RSA keys take long to make: two share a transaction, so that all cores work on few of them and people see them come. */
    private static final int CHUNK_OF_RSA = 2;

    private static final int CHUNK = 64;
    private static final int ALL = Integer.MAX_VALUE;

    private final IssuanceJobRepository jobs;
    private final IssuanceChunks chunks;
    private final JobLicences jobLicences;
    private final Licences licences;
    private final Issuance issuance;
    private final Profiles profiles;
    private final Policies policies;
    private final Tenants tenants;
    private final AuditLog audit;
    private final InstantSource clock;

    IssuanceWork(
            IssuanceJobRepository jobs,
            IssuanceChunks chunks,
            JobLicences jobLicences,
            Licences licences,
            Issuance issuance,
            Profiles profiles,
            Policies policies,
            Tenants tenants,
            AuditLog audit,
            InstantSource clock) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.jobLicences = jobLicences;
        this.licences = licences;
        this.issuance = issuance;
        this.profiles = profiles;
        this.policies = policies;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    static String instance(IssuanceJob job) {
        return job.tenant() + "/" + job.id();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        String[] parts = instance.split("/", 2);
        TenantId tenant = TenantId.parse(parts[0]).orElseThrow();
        IssuanceJobId id = IssuanceJobId.parse(parts[1]).orElseThrow();
        IssuanceJob job = QuarkusTransaction.requiringNew().call(() -> begin(tenant, id));
        if (job.state().hasEnded()) {
            return;
        }
        IssuanceJob.State end = IssuanceJob.State.DONE;
        try {
            tenants.recent(tenant).requireActive();
            carryOut(job);
        } catch (ProblemException refused) {
            // What passes, such as an authority that cannot sign for a while, is tried again.
            if (tenants.recent(tenant).state() == Tenant.State.ACTIVE) {
                throw refused;
            }
            Log.warnf("issuance job %s does not go on: %s", id, refused.code().slug());
            end = IssuanceJob.State.FAILED;
        }
        IssuanceJob.State wanted = end;
        QuarkusTransaction.requiringNew().run(() -> finish(tenant, id, wanted));
    }

    /** After an interruption the history tells of it, and licences that were given back meanwhile are taken again. */
    private IssuanceJob begin(TenantId tenant, IssuanceJobId id) {
        IssuanceJob job = jobs.lock(tenant, id).orElseThrow();
        if (job.state() != IssuanceJob.State.RUNNING) {
            return job;
        }
        if (job.startedAt() != null) {
            List<JobLine> left = jobs.pending(tenant, id, 0, ALL);
            Tenant owner = tenants.get(tenant);
            jobLicences.claim(owner, policies.of(tenant), profiles.get(job.profile()), left);
            int abandoned = issuance.tellAbandoned(
                    tenant, left.stream().map(JobLine::certificate).toList());
            audit.append(AuditEntry.done(tenant, AuditOperation.ISSUANCEJOB_RESUME, Actor.PLATFORM)
                    .on(IssuanceJobs.named(job), id.value())
                    .with(Map.of(
                            "done", String.valueOf(job.done()),
                            "abandoned", String.valueOf(abandoned))));
        }
        jobs.resumed(tenant, id, clock.instant());
        return job;
    }

    private void carryOut(IssuanceJob job) {
        int size = job.key().isRsa() ? CHUNK_OF_RSA : CHUNK;
        Chunks.<JobLine>carryOut(
                NAME,
                last -> jobs.pending(job.tenant(), job.id(), last == null ? 0 : last.number(), size),
                lines -> chunks.carryOut(job, lines));
    }

    /** What is left by now was cancelled, or the tenant may not work any more: its licences are given back, its names are not. */
    private void finish(TenantId tenant, IssuanceJobId id, IssuanceJob.State wanted) {
        IssuanceJob job = jobs.lock(tenant, id).orElseThrow();
        List<CertificateId> left = jobs.giveUp(tenant, id);
        licences.release(tenant, left);
        IssuanceJob.State end =
                wanted == IssuanceJob.State.DONE && !left.isEmpty() ? IssuanceJob.State.CANCELLED : wanted;
        jobs.become(tenant, id, end, clock.instant());
        audit.append(AuditEntry.done(tenant, AuditOperation.ISSUANCEJOB_FINISH, IssuanceChunks.actor(job))
                .on(IssuanceJobs.named(job), id.value())
                .with(Map.of(
                        "state", end.name(),
                        "done", String.valueOf(job.done()),
                        "failed", String.valueOf(job.failed()),
                        "cancelled", String.valueOf(left.size()))));
    }
}

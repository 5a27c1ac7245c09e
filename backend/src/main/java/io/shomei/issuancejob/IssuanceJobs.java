package io.shomei.issuancejob;

import static io.shomei.issuancejob.IssuanceJobProblem.ISSUANCE_NOT_RUNNING;
import static io.shomei.issuancejob.IssuanceJobProblem.ISSUANCE_RUNNING;
import static io.shomei.issuancejob.IssuanceJobProblem.ISSUANCE_TOO_LARGE;
import static io.shomei.issuancejob.IssuanceJobProblem.LICENCES_EXHAUSTED;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.secret.Reproofs;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.escrow.KeptKeys;
import io.shomei.jobs.Jobs;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.licence.LicenceStanding;
import io.shomei.licence.Licences;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Begins and ends issuance jobs, and tells how they stand. {@link IssuanceWork} carries them out. */
@ApplicationScoped
class IssuanceJobs {
    /** Names and licences of ten thousand certificates. */
    private static final int BEGIN_TIMEOUT_SECONDS = 120;

    private final IssuanceJobRepository repository;
    private final SequentialNames names;
    private final Successors successors;
    private final JobLicences jobLicences;
    private final Licences licences;
    private final KeptKeys keptKeys;
    private final Reproofs reproofs;
    private final Profiles profiles;
    private final Policies policies;
    private final Tenants tenants;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    IssuanceJobs(
            IssuanceJobRepository repository,
            SequentialNames names,
            Successors successors,
            JobLicences jobLicences,
            Licences licences,
            KeptKeys keptKeys,
            Reproofs reproofs,
            Profiles profiles,
            Policies policies,
            Tenants tenants,
            Jobs jobs,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.names = names;
        this.successors = successors;
        this.jobLicences = jobLicences;
        this.licences = licences;
        this.keptKeys = keptKeys;
        this.reproofs = reproofs;
        this.profiles = profiles;
        this.policies = policies;
        this.tenants = tenants;
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a job: names, licences and lines are there with the commit, or the job is refused as a whole. From then on it ends, whatever
     * happens to this copy of the platform.
     *
     * @param wanted kind of key; null for the first that the profile takes
     * @param reproof null where nothing was typed
     */
    IssuanceJob begin(Caller caller, Wish wish, @Nullable KeySpec wanted, @Nullable String reproof, Language language) {
        return begin(
                caller,
                wish,
                wanted,
                reproof,
                language,
                job -> jobs.start(IssuanceWork.NAME, IssuanceWork.instance(job)));
    }

    /**
     * As above.
     *
     * @param start has the job carried out once the running transaction commits
     */
    IssuanceJob begin(
            Caller caller,
            Wish wish,
            @Nullable KeySpec wanted,
            @Nullable String reproof,
            Language language,
            Consumer<IssuanceJob> start) {
        // 1. The policy offers it, and the caller proves themself again where it says so.
        Policy policy = policies.of(caller.tenant());
        Offer offer = Offer.require(policy, profiles);
        KeySpec key = offer.key(wanted);
        reproofs.require(caller, policy.auth().stepUp().issuance(), reproof);
        return QuarkusTransaction.requiringNew().timeout(BEGIN_TIMEOUT_SECONDS).call(() -> {
            // 2. Whoever begins for the same tenant waits here, so that one job runs.
            Tenant tenant = tenants.get(caller.tenant());
            tenant.requireActive();
            licences.begin(tenant.id(), policy);
            names.lock(tenant.id());
            requireAlone(tenant, policy);
            // 3. Names, by number or those of what is renewed, and a licence for each.
            List<JobLine> lines = lines(tenant, policy, offer, wish, language);
            LicenceStanding standing = licences.standing(tenant.id());
            if (!jobLicences.claim(tenant, policy, offer.profile(), lines).isEmpty()) {
                throw LICENCES_EXHAUSTED.because("%s", standing.available() == null ? 0 : standing.available());
            }
            // 4. The job with its lines, the history, and the work in the background: one transaction.
            IssuanceJob job = new IssuanceJob(
                    tenant.id(),
                    new IssuanceJobId(ids.next()),
                    IssuanceJob.State.RUNNING,
                    !(wish instanceof Wish.Fresh),
                    offer.profile().id(),
                    key,
                    lines.size(),
                    0,
                    0,
                    lines.getFirst().commonName(),
                    lines.getLast().commonName(),
                    new IssuanceJob.Begun(clock.instant(), caller.account(), caller.name(), caller.address()),
                    null,
                    null,
                    null);
            repository.add(job);
            repository.addLines(tenant.id(), job.id(), lines);
            audit.append(AuditEntry.done(tenant.id(), AuditOperation.ISSUANCEJOB_BEGIN, Actor.of(caller))
                    .on(named(job), job.id().value())
                    .with(Map.of(
                            "count", String.valueOf(job.total()),
                            "key", key.name(),
                            "renewal", String.valueOf(job.renewal()))));
            start.accept(job);
            return job;
        });
    }

    /** What the history calls a job: the names it has issued. */
    static String named(IssuanceJob job) {
        return job.total() == 1 ? job.firstName() : job.firstName() + " – " + job.lastName();
    }

    /** Has nothing else issued by a job, also where it waits to be tried again; the same again gives the same answer. */
    @Transactional
    IssuanceJob cancel(Caller caller, String id) {
        IssuanceJob job = IssuanceJobId.parse(id)
                .flatMap(known -> repository.lock(caller.tenant(), known))
                .orElseThrow(() -> NOT_FOUND.because(""));
        return switch (job.state()) {
            case DONE, CANCELLED, FAILED -> throw ISSUANCE_NOT_RUNNING.because("%s", job.state());
            case CANCELLING -> job;
            case RUNNING -> {
                repository.become(job.tenant(), job.id(), IssuanceJob.State.CANCELLING, null);
                jobs.hasten(IssuanceWork.NAME, IssuanceWork.instance(job));
                audit.append(AuditEntry.done(job.tenant(), AuditOperation.ISSUANCEJOB_CANCEL, Actor.of(caller))
                        .on(named(job), job.id().value()));
                yield get(caller, id);
            }
        };
    }

    @Transactional
    IssuanceJob get(Caller caller, String id) {
        return IssuanceJobId.parse(id)
                .flatMap(known -> repository.findJob(caller.tenant(), known))
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    @Transactional
    Page<IssuanceJob> list(Caller caller, IssuanceJob.@Nullable State state, PageRequest page) {
        return repository.page(caller.tenant(), state, page);
    }

    @Transactional
    Page<JobLine> lines(Caller caller, String id, JobLine.@Nullable State state, PageRequest page) {
        return repository.lines(caller.tenant(), get(caller, id).id(), state, page);
    }

    /**
     * What the caller's tenant may have issued now.
     *
     * @param offer null where the policy offers nothing
     * @param most how many one job may have
     * @param keyFiles how many certificates can be downloaded
     */
    record Standing(
            Policy policy,
            @Nullable Offer offer,
            LicenceStanding licences,
            int most,
            int keyFiles,
            Optional<IssuanceJob> running) {}

    @Transactional
    Standing standing(Caller caller) {
        Policy policy = policies.of(caller.tenant());
        LicenceStanding standing = licences.standing(caller.tenant());
        Integer available = standing.available();
        int batch = policy.issuance().batchMax();
        Offer offer = Offer.of(policy, profiles).orElse(null);
        return new Standing(
                policy,
                offer,
                standing,
                offer == null ? 0 : available == null ? batch : Math.min(available, batch),
                offer == null ? 0 : keptKeys.count(caller.tenant()),
                repository.running(caller.tenant()));
    }

    private void requireAlone(Tenant tenant, Policy policy) {
        if (policy.issuance().concurrency() == Policy.Issuance.Concurrency.PER_TENANT) {
            repository.running(tenant.id()).ifPresent(running -> {
                throw ISSUANCE_RUNNING.because("%s", running.id());
            });
        }
    }

    private List<JobLine> lines(Tenant tenant, Policy policy, Offer offer, Wish wish, Language language) {
        return switch (wish) {
            case Wish.Fresh(int count) -> {
                requireNotTooLarge(policy, count);
                yield fresh(names.take(tenant, offer, count));
            }
            case Wish.Successors(List<String> named) ->
                successors(
                        policy, successors.named(tenant, policy, offer.profile().kind(), named, language));
            case Wish.Ending(var until) ->
                successors(
                        policy,
                        successors.ending(tenant, policy, offer.profile().kind(), until));
        };
    }

    private static List<JobLine> fresh(Map<CertificateId, String> names) {
        List<JobLine> lines = new ArrayList<>(names.size());
        names.forEach((id, name) -> lines.add(new JobLine(lines.size() + 1, id, name, null, null, null)));
        return lines;
    }

    private List<JobLine> successors(Policy policy, List<Certificate> earlier) {
        requireNotTooLarge(policy, earlier.size());
        Iterator<UUID> fresh = ids.next(earlier.size()).iterator();
        List<JobLine> lines = new ArrayList<>(earlier.size());
        for (Certificate each : earlier) {
            lines.add(new JobLine(
                    lines.size() + 1, new CertificateId(fresh.next()), each.commonName(), each.id(), null, null));
        }
        return lines;
    }

    private static void requireNotTooLarge(Policy policy, int count) {
        int most = policy.issuance().batchMax();
        if (count > most) {
            throw ISSUANCE_TOO_LARGE.because("%d", most);
        }
    }
}

package io.shomei.issuancejob;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;

import io.shomei.api.IssuanceJobApi;
import io.shomei.api.IssuanceJobPage;
import io.shomei.api.IssuanceJobRequest;
import io.shomei.api.IssuanceJobState;
import io.shomei.api.IssuanceOffer;
import io.shomei.api.JobCertificate;
import io.shomei.api.JobCertificatePage;
import io.shomei.api.JobCertificateState;
import io.shomei.api.JobFailure;
import io.shomei.api.KeyAlgorithm;
import io.shomei.api.LicenceModel;
import io.shomei.api.P12Profile;
import io.shomei.api.Progress;
import io.shomei.api.ReproofKind;
import io.shomei.kernel.Caller;
import io.shomei.kernel.PageRequest;
import io.shomei.licence.LicenceStanding;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policy;
import io.shomei.session.RecentProofs;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Idempotency;
import io.shomei.web.InputFaults;
import io.shomei.web.Pages;
import io.shomei.web.ProgressEvents;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_ADMINISTRATOR)
class IssuanceJobResource implements IssuanceJobApi {
    private static final String OPERATION = "beginIssuanceJob";
    private static final Set<IssuanceJobState> ENDED =
            Set.of(IssuanceJobState.DONE, IssuanceJobState.CANCELLED, IssuanceJobState.FAILED);

    private final IssuanceJobs jobs;
    private final RecentProofs proofs;
    private final ProgressEvents events;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final InstantSource clock;

    IssuanceJobResource(
            IssuanceJobs jobs,
            RecentProofs proofs,
            ProgressEvents events,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request,
            InstantSource clock) {
        this.jobs = jobs;
        this.proofs = proofs;
        this.events = events;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public IssuanceOffer getIssuanceOffer() {
        IssuanceJobs.Standing standing = jobs.standing(caller.get());
        Policy policy = standing.policy();
        Offer offer = standing.offer();
        Period overlap = policy.quota().renewalOverlap();
        Duration refresh = policy.issuance().autoRefresh();
        return new IssuanceOffer(
                offer != null,
                licences(standing.licences()),
                standing.most(),
                standing.keyFiles(),
                standing.running().map(this::job).orElse(null),
                offer == null
                        ? List.of()
                        : offer.profile().keys().stream()
                                .map(key -> KeyAlgorithm.valueOf(key.name()))
                                .toList(),
                overlap == null ? null : overlap.toString(),
                ReproofKind.valueOf(policy.auth().stepUp().issuance().name()),
                ReproofKind.valueOf(proofs.due(caller.get()).name()),
                refresh == null ? null : refresh.toSeconds(),
                policy.issuance().pageSize(),
                P12Profile.valueOf(policy.p12().proposed().name()),
                policy.revocation().propagation().toSeconds());
    }

    @Override
    public IssuanceJobPage listIssuanceJobs(
            @Nullable IssuanceJobState state, @Nullable Integer limit, @Nullable String cursor) {
        var page = jobs.list(
                caller.get(),
                state == null ? null : IssuanceJob.State.valueOf(state.name()),
                PageRequest.of(limit, cursor));
        return new IssuanceJobPage(
                page.items().stream().map(this::job).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    public io.shomei.api.IssuanceJob beginIssuanceJob(IssuanceJobRequest body, @Nullable String idempotencyKey) {
        Wish wish = wish(body);
        KeySpec key = body.key() == null ? null : KeySpec.valueOf(body.key().name());
        Caller by = caller.get();
        String id = idempotency.once(
                by,
                idempotencyKey,
                OPERATION,
                wish + "/" + key,
                String.class,
                () -> jobs.begin(by, wish, key, body.reproof(), request.language())
                        .id()
                        .toString());
        return job(jobs.get(by, id));
    }

    @Override
    public io.shomei.api.IssuanceJob getIssuanceJob(String id) {
        return job(jobs.get(caller.get(), id));
    }

    @Override
    public JobCertificatePage listIssuanceJobCertificates(
            String id, @Nullable JobCertificateState state, @Nullable Integer limit, @Nullable String cursor) {
        var page = jobs.lines(
                caller.get(),
                id,
                state == null ? null : JobLine.State.valueOf(state.name()),
                PageRequest.of(limit, cursor));
        return new JobCertificatePage(
                page.items().stream().map(IssuanceJobResource::line).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public io.shomei.api.IssuanceJob cancelIssuanceJob(String id) {
        return job(jobs.cancel(caller.get(), id));
    }

    @Override
    public Response streamIssuanceJobEvents(String id) {
        Caller by = caller.get();
        jobs.get(by, id);
        return events.stream(() -> job(jobs.get(by, id)), job -> ENDED.contains(job.state()));
    }

    /** Exactly one of three; which of them are too many, or that all are missing, is told at each. */
    private Wish wish(IssuanceJobRequest body) {
        List<String> certificates = body.certificates();
        List<Wish> wishes = new ArrayList<>();
        if (body.count() != null) {
            wishes.add(new Wish.Fresh(body.count()));
        }
        if (certificates != null && !certificates.isEmpty()) {
            wishes.add(new Wish.Successors(certificates));
        }
        if (body.expiresTo() != null) {
            wishes.add(new Wish.Ending(body.expiresTo()));
        }
        if (wishes.size() != 1) {
            throw MALFORMED_REQUEST.with(List.of("count", "certificates", "expiresTo").stream()
                    .map(member -> InputFaults.of("/" + member, "ExactlyOne", request.language()))
                    .toList());
        }
        return wishes.getFirst();
    }

    private io.shomei.api.IssuanceJob job(IssuanceJob job) {
        return new io.shomei.api.IssuanceJob(
                job.id().toString(),
                IssuanceJobState.valueOf(job.state().name()),
                job.renewal(),
                KeyAlgorithm.valueOf(job.key().name()),
                new Progress((long) job.behind(), (long) job.total()),
                job.failed(),
                job.firstName(),
                job.lastName(),
                job.begun().at(),
                job.begun().name(),
                job.startedAt(),
                job.finishedAt(),
                job.remaining(clock.instant()).map(Duration::toSeconds).orElse(null));
    }

    private static JobCertificate line(JobLine line) {
        JobLine.Issued issued = line.issued();
        boolean failed = line.state() == JobLine.State.FAILED;
        return new JobCertificate(
                line.number(),
                line.commonName(),
                JobCertificateState.valueOf(line.state().name()),
                issued == null ? null : line.certificate().toString(),
                issued == null ? null : issued.at(),
                issued == null ? null : issued.notAfter(),
                issued == null ? null : issued.revokedAt(),
                failed
                        ? JobFailure.valueOf(
                                Objects.requireNonNull(line.failure()).name())
                        : null);
    }

    private static io.shomei.api.Licences licences(LicenceStanding standing) {
        return new io.shomei.api.Licences(
                LicenceModel.valueOf(standing.model().name()),
                standing.contracted(),
                standing.valid(),
                standing.issuing(),
                standing.available());
    }
}

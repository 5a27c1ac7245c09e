package io.shomei.revocation.bulk;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.BulkRevocationApi;
import io.shomei.api.BulkRevocationLinePage;
import io.shomei.api.BulkRevocationPage;
import io.shomei.api.BulkRevocationRequest;
import io.shomei.api.BulkRevocationState;
import io.shomei.api.CertificateKind;
import io.shomei.api.NamedCertificate;
import io.shomei.api.OutcomeCount;
import io.shomei.api.Progress;
import io.shomei.api.RevocationOutcome;
import io.shomei.api.RevocationSource;
import io.shomei.api.TenantName;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Language;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.policy.Policies;
import io.shomei.revocation.Grounds;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.text.TextEncoding;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.Idempotency;
import io.shomei.web.Pages;
import io.shomei.web.ProgressEvents;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of names come in as files, to {@link NameListResource}. */
@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
class BulkRevocationResource implements BulkRevocationApi {
    static final String OPERATION = "checkBulkRevocation";

    private final BulkRevocations bulks;
    private final NamedCertificates named;
    private final Tenants tenants;
    private final Policies policies;
    private final ProgressEvents events;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final InstantSource clock;

    BulkRevocationResource(
            BulkRevocations bulks,
            NamedCertificates named,
            Tenants tenants,
            Policies policies,
            ProgressEvents events,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request,
            InstantSource clock) {
        this.bulks = bulks;
        this.named = named;
        this.tenants = tenants;
        this.policies = policies;
        this.events = events;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public io.shomei.api.BulkRevocation checkBulkRevocation(
            BulkRevocationRequest body, @Nullable String idempotencyKey) {
        var grounds = new Grounds(
                RevocationReason.valueOf(body.reason().name()),
                body.invalidityDate(),
                body.comment(),
                body.reference());
        String id = idempotency.once(
                caller.get(),
                idempotencyKey,
                OPERATION,
                String.join("/", grounds.toString(), String.join(",", body.certificates())),
                String.class,
                () -> bulks.checkSelection(caller.get(), body.certificates(), grounds)
                        .id()
                        .toString());
        return getBulkRevocation(id);
    }

    @Override
    public io.shomei.api.BulkRevocation getBulkRevocation(String id) {
        return bulk(bulks.get(caller.get(), id));
    }

    @Override
    public BulkRevocationPage listBulkRevocations(
            @Nullable BulkRevocationState state, @Nullable Integer limit, @Nullable String cursor) {
        var page = bulks.list(
                caller.get(),
                state == null ? null : BulkRevocation.State.valueOf(state.name()),
                PageRequest.of(limit, cursor));
        return new BulkRevocationPage(
                page.items().stream().map(this::bulk).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    public BulkRevocationLinePage listBulkRevocationLines(
            String id, @Nullable RevocationOutcome outcome, @Nullable Integer limit, @Nullable String cursor) {
        Caller by = caller.get();
        Page<BulkRevocationLine> page = bulks.lines(
                by, id, outcome == null ? null : Outcome.valueOf(outcome.name()), PageRequest.of(limit, cursor));
        Map<CertificateId, Certificate> certificates = named.ofLines(by, page.items());
        return new BulkRevocationLinePage(
                page.items().stream().map(line -> line(line, certificates, by)).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public io.shomei.api.BulkRevocation submitBulkRevocation(String id) {
        return bulk(bulks.submit(caller.get(), id));
    }

    @Override
    public Response downloadBulkRevocationResult(
            String id, @Nullable RevocationOutcome outcome, @Nullable String encoding) {
        Caller by = caller.get();
        BulkRevocation bulk = bulks.get(by, id);
        String named = encoding == null ? policies.of(by.tenant()).lists().encoding() : encoding;
        Language language = request.language();
        Outcome wanted = outcome == null ? null : Outcome.valueOf(outcome.name());
        return Downloads.stream("text/csv;charset=" + named, "revocation-result.csv", out -> {
            try (var file = new ResultFile(out, TextEncoding.ofLabel(named).orElseThrow(), language)) {
                bulks.everyLine(by, bulk.id(), wanted, file::write);
            }
        });
    }

    @Override
    public Response streamBulkRevocationEvents(String id) {
        Caller by = caller.get();
        bulks.get(by, id);
        return events.stream(() -> bulk(bulks.get(by, id)), bulk -> bulk.state() != BulkRevocationState.RUNNING);
    }

    private io.shomei.api.BulkRevocation bulk(BulkRevocation bulk) {
        Grounds grounds = bulk.grounds();
        BulkRevocation.Submission submission = bulk.submission();
        long total = bulk.left() + bulk.count(Outcome.REVOKED);
        return new io.shomei.api.BulkRevocation(
                bulk.id().toString(),
                BulkRevocationState.valueOf(bulk.stateAt(clock.instant()).name()),
                RevocationSource.valueOf(bulk.source().name()),
                bulk.fileName(),
                bulk.encoding() == null ? null : bulk.encoding().label(),
                io.shomei.api.RevocationReason.valueOf(grounds.reason().name()),
                grounds.invalidityDate(),
                grounds.comment(),
                grounds.reference(),
                bulk.lines(),
                bulk.outcomes().entrySet().stream()
                        .map(each -> new OutcomeCount(
                                RevocationOutcome.valueOf(each.getKey().name()), each.getValue()))
                        .toList(),
                bulk.tellsSubscribers(),
                new Progress(total - bulk.left(), total),
                bulk.createdAt(),
                bulk.creator(),
                bulk.expiresAt(),
                submission == null ? null : submission.at(),
                submission == null ? null : submission.name(),
                bulk.startedAt(),
                bulk.finishedAt(),
                effectiveBy(bulk),
                bulk.resultMailed());
    }

    /** An operator's is about tenants with policies of their own. */
    private @Nullable Instant effectiveBy(BulkRevocation bulk) {
        return bulk.finishedAt() == null || bulk.tenant().equals(TenantId.PLATFORM)
                ? null
                : bulk.finishedAt().plus(policies.of(bulk.tenant()).revocation().propagation());
    }

    private io.shomei.api.BulkRevocationLine line(
            BulkRevocationLine line, Map<CertificateId, Certificate> certificates, Caller by) {
        BulkRevocationLine.Target target = line.target();
        Certificate certificate = target == null ? null : certificates.get(target.certificate());
        return new io.shomei.api.BulkRevocationLine(
                line.number(),
                line.name(),
                RevocationOutcome.valueOf(line.outcome().name()),
                certificate == null ? null : named(certificate, by));
    }

    private NamedCertificate named(Certificate certificate, Caller by) {
        Subscriber subscriber = certificate.subscriber();
        return new NamedCertificate(
                certificate.id().toString(),
                certificate.commonName(),
                certificate.serial().hex(),
                CertificateKind.valueOf(certificate.kind().name()),
                certificate.notAfter(),
                subscriber.email() == null
                        ? null
                        : new io.shomei.api.Subscriber(
                                subscriber.name(), subscriber.unit(), subscriber.email(), subscriber.software()),
                by.role() == Role.OPERATOR ? name(tenants.recent(certificate.tenant())) : null);
    }

    private static TenantName name(Tenant tenant) {
        return new TenantName(tenant.id().toString(), tenant.nameJa(), tenant.nameEn());
    }
}

package io.shomei.submission;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.submission.SubmissionProblem.SUBMISSION_LINK_OTHER;

import io.shomei.api.HandedInCsr;
import io.shomei.api.HandedInFile;
import io.shomei.api.HandedInRenewal;
import io.shomei.api.HandedInSubscriber;
import io.shomei.api.OwnSubmission;
import io.shomei.api.Progress;
import io.shomei.api.RequestFileState;
import io.shomei.api.RequestKind;
import io.shomei.api.SubmissionCheck;
import io.shomei.api.SubmissionDoor;
import io.shomei.api.SubmissionDoorApi;
import io.shomei.api.SubmissionDoorCertificate;
import io.shomei.api.SubmissionDoorCertificateState;
import io.shomei.api.SubmissionLinkState;
import io.shomei.api.SubmissionState;
import io.shomei.kernel.CertificateId;
import io.shomei.policy.Policies;
import io.shomei.request.RegisteredSubject;
import io.shomei.request.Subscriber;
import io.shomei.request.bulk.RequestFileOperation;
import io.shomei.request.bulk.SubmittedFiles;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.Idempotency;
import io.shomei.web.InputFaults;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever has a link can do. */
@RunOnVirtualThread
@PermitAll
class SubmissionDoorResource implements SubmissionDoorApi {
    private final SubmissionLinks links;
    private final Submissions submissions;
    private final LinkedCertificates certificates;
    private final Tenants tenants;
    private final Policies policies;
    private final Idempotency idempotency;
    private final RequestFacts request;
    private final InstantSource clock;

    SubmissionDoorResource(
            SubmissionLinks links,
            Submissions submissions,
            LinkedCertificates certificates,
            Tenants tenants,
            Policies policies,
            Idempotency idempotency,
            RequestFacts request,
            InstantSource clock) {
        this.links = links;
        this.submissions = submissions;
        this.certificates = certificates;
        this.tenants = tenants;
        this.policies = policies;
        this.idempotency = idempotency;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public SubmissionDoor getSubmissionDoor(String token) {
        SubmissionLink link = links.find(token);
        Tenant tenant = tenants.get(link.tenant());
        SubmissionLink.State state = link.stateAt(clock.instant());
        return new SubmissionDoor(
                SubmissionLinkState.valueOf(state.name()),
                RequestKind.valueOf(link.kind().name()),
                tenant.nameJa(),
                tenant.nameEn(),
                link.holder().name(),
                state == SubmissionLink.State.OPEN ? link.holder().email() : null,
                link.expiresAt(),
                link.most() - link.used(),
                policies.of(link.tenant()).submission().maxRows(),
                certificates.of(link).stream()
                        .map(each -> linked(each, RegisteredSubject.of(tenant)))
                        .toList(),
                submissions.of(link).stream().map(SubmissionDoorResource::own).toList());
    }

    @Override
    public SubmissionCheck checkAtSubmissionDoor(String token, io.shomei.api.HandedIn body) {
        return FoundResource.check(submissions.check(links.find(token), handedIn(body)), request.language());
    }

    @Override
    public OwnSubmission handIn(String token, io.shomei.api.HandedIn body, @Nullable String idempotencyKey) {
        SubmissionLink link = links.find(token);
        return idempotency.once(
                link.id(),
                idempotencyKey,
                "handIn",
                body.toString(),
                OwnSubmission.class,
                () -> own(submissions.submit(link, handedIn(body), request.address(), request.requestId())));
    }

    private HandedIn handedIn(io.shomei.api.HandedIn body) {
        HandedInFile file = body.tsv();
        HandedInCsr csr = body.csr();
        List<HandedInRenewal> renewals = body.renewals();
        if (renewals != null && file == null && csr == null) {
            return new HandedIn.Renewals(
                    renewals.stream().map(SubmissionDoorResource::renewal).toList());
        }
        if (file != null && csr == null && renewals == null) {
            return new HandedIn.File(
                    RequestFileOperation.valueOf(file.operation().name()), file.name(), content(file));
        }
        if (csr != null && file == null && renewals == null) {
            HandedInSubscriber subscriber = csr.subscriber();
            return new HandedIn.Csr(
                    csr.csr(),
                    new Subscriber(
                            text(subscriber.name()),
                            text(subscriber.unit()),
                            subscriber.email().strip(),
                            text(subscriber.software())),
                    csr.dnsNames() == null ? List.of() : csr.dnsNames());
        }
        throw MALFORMED_REQUEST.with(List.of(InputFaults.of("tsv", "NotNull", request.language())));
    }

    private static HandedIn.Renewal renewal(HandedInRenewal renewal) {
        String software = renewal.software();
        return new HandedIn.Renewal(
                CertificateId.parse(renewal.certificate())
                        .orElseThrow(() -> SUBMISSION_LINK_OTHER.because("%s", renewal.certificate())),
                renewal.csr(),
                software == null || software.isBlank() ? null : software.strip(),
                renewal.dnsNames());
    }

    private static SubmissionDoorCertificate linked(LinkedCertificate of, RegisteredSubject registered) {
        return new SubmissionDoorCertificate(
                of.id().toString(),
                of.serial().hex(),
                of.commonName(),
                registered.named(of.commonName()).text(),
                of.furtherNames(),
                of.notAfter(),
                of.subscriber().software(),
                SubmissionDoorCertificateState.valueOf(of.state().name()));
    }

    private byte[] content(HandedInFile file) {
        try {
            return Base64.getDecoder().decode(file.content());
        } catch (IllegalArgumentException notBase64) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("tsv/content", "Pattern", request.language())));
        }
    }

    private static OwnSubmission own(Submissions.View view) {
        Submission submission = view.submission();
        SubmittedFiles.Stage stage = view.stage();
        Submission.Decision decision = submission.decision();
        return new OwnSubmission(
                submission.fileName(),
                submission.rows(),
                submission.submittedAt(),
                SubmissionState.valueOf(submission.state().name()),
                decision == null ? null : decision.at(),
                submission.reason(),
                SubmissionResource.refusedLines(submission),
                stage == null ? null : RequestFileState.valueOf(stage.state()),
                stage == null ? null : new Progress(stage.done() + stage.failed(), stage.accepted()),
                stage == null ? null : stage.failed());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}

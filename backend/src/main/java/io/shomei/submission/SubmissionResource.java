package io.shomei.submission;

import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.submission.SubmissionProblem.SUBMISSION_LINK_OTHER;

import io.shomei.api.CreatedSubmissionLink;
import io.shomei.api.NewSubmissionLink;
import io.shomei.api.RefusedLine;
import io.shomei.api.RequestFileState;
import io.shomei.api.RequestKind;
import io.shomei.api.RequestOperation;
import io.shomei.api.ReviewItem;
import io.shomei.api.SubmissionApi;
import io.shomei.api.SubmissionApproval;
import io.shomei.api.SubmissionCheck;
import io.shomei.api.SubmissionLinkPage;
import io.shomei.api.SubmissionLinkState;
import io.shomei.api.SubmissionPage;
import io.shomei.api.SubmissionPartRefusal;
import io.shomei.api.SubmissionRefusal;
import io.shomei.api.SubmissionState;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.RequestFileId;
import io.shomei.request.bulk.RequestFileKind;
import io.shomei.request.bulk.ReviewItems;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What officers do with links and with what comes through them. */
@RunOnVirtualThread
@RolesAllowed(IS_OFFICER)
class SubmissionResource implements SubmissionApi {
    private final SubmissionLinks links;
    private final Submissions submissions;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final InstantSource clock;

    SubmissionResource(
            SubmissionLinks links,
            Submissions submissions,
            CurrentCaller caller,
            RequestFacts request,
            InstantSource clock) {
        this.links = links;
        this.submissions = submissions;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public SubmissionLinkPage listSubmissionLinks(@Nullable Integer limit, @Nullable String cursor) {
        var page = links.list(caller.get(), PageRequest.of(limit, cursor));
        return new SubmissionLinkPage(
                page.items().stream().map(this::link).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    public CreatedSubmissionLink createSubmissionLink(NewSubmissionLink body) {
        SubmissionLinks.Created created = links.create(
                caller.get(),
                RequestFileKind.valueOf(body.kind().name()),
                new SubmissionLink.Holder(body.name().strip(), body.email()),
                body.uses(),
                certificates(body.renews()));
        return new CreatedSubmissionLink(link(created.link()), created.url());
    }

    private static List<CertificateId> certificates(@Nullable List<String> ids) {
        return ids == null
                ? List.of()
                : ids.stream()
                        .map(id -> CertificateId.parse(id).orElseThrow(() -> SUBMISSION_LINK_OTHER.because("%s", id)))
                        .distinct()
                        .toList();
    }

    @Override
    public void revokeSubmissionLink(String id) {
        links.revoke(caller.get(), id);
    }

    @Override
    public SubmissionPage listSubmissions(
            @Nullable SubmissionState state, @Nullable Integer limit, @Nullable String cursor) {
        var page = submissions.list(caller.get(), state == null ? null : state.name(), PageRequest.of(limit, cursor));
        return new SubmissionPage(
                page.items().stream().map(this::submission).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    public io.shomei.api.Submission getSubmission(String id) {
        return submission(submissions.get(caller.get(), id));
    }

    @Override
    public SubmissionCheck checkSubmission(String id) {
        return FoundResource.check(submissions.found(caller.get(), id), request.language());
    }

    @Override
    public io.shomei.api.Submission approveSubmission(String id, SubmissionApproval body) {
        SubmissionPartRefusal but = body.refused();
        return submission(submissions.approve(
                caller.get(),
                id,
                body.confirmed(),
                but == null
                        ? null
                        : new Submissions.PartRefused(
                                new HashSet<>(but.lines()), but.reason().strip())));
    }

    @Override
    public io.shomei.api.Submission refuseSubmission(String id, SubmissionRefusal body) {
        return submission(submissions.refuse(caller.get(), id, body.reason().strip()));
    }

    private io.shomei.api.SubmissionLink link(SubmissionLink link) {
        return new io.shomei.api.SubmissionLink(
                link.id().toString(),
                RequestKind.valueOf(link.kind().name()),
                link.holder().name(),
                link.holder().email(),
                SubmissionLinkState.valueOf(link.stateAt(clock.instant()).name()),
                link.most(),
                link.used(),
                link.expiresAt(),
                link.renews().size(),
                link.createdAt(),
                link.createdBy());
    }

    private io.shomei.api.Submission submission(Submissions.View view) {
        Submission submission = view.submission();
        Submission.Decision decision = submission.decision();
        RequestFileId file = submission.file();
        return new io.shomei.api.Submission(
                submission.id().toString(),
                RequestKind.valueOf(submission.kind().name()),
                RequestOperation.valueOf(submission.operation().name()),
                submission.holder().name(),
                submission.holder().email(),
                submission.fileName(),
                submission.rows(),
                submission.submittedAt(),
                submission.from(),
                SubmissionState.valueOf(submission.state().name()),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                submission.reason(),
                refusedLines(submission),
                file == null ? null : file.toString(),
                view.stage() == null
                        ? null
                        : RequestFileState.valueOf(view.stage().state()),
                reviewItems(submission));
    }

    /** Null where nothing was refused of what was approved. */
    static @Nullable List<RefusedLine> refusedLines(Submission submission) {
        return submission.refusedLines().isEmpty()
                ? null
                : submission.refusedLines().entrySet().stream()
                        .map(each -> new RefusedLine(each.getKey(), each.getValue()))
                        .toList();
    }

    private List<ReviewItem> reviewItems(Submission submission) {
        boolean affirmed = submission.state() instanceof Submission.State.Approved;
        return submissions.reviewItems(caller.get()).stream()
                .map(item -> new ReviewItem(item, ReviewItems.text(item, request.language()), affirmed))
                .toList();
    }
}

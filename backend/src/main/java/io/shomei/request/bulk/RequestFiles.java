package io.shomei.request.bulk;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_HAS_REFUSED_ROWS;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_LAPSED;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_NOTHING_TO_ISSUE;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_NOT_CHECKED;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_NOT_PROPOSED;
import static io.shomei.request.bulk.RequestFileProblem.REVIEW_ITEMS_NOT_CONFIRMED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.jobs.Jobs;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Outbox;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.request.CheckContexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Request files after their check: confirmed by an officer, and carried out in the background. */
@ApplicationScoped
class RequestFiles {
    private final RequestFileRepository files;
    private final CheckContexts contexts;
    private final RowWorks works;
    private final Policies policies;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Jobs jobs;
    private final AuditLog audit;
    private final InstantSource clock;

    RequestFiles(
            RequestFileRepository files,
            CheckContexts contexts,
            RowWorks works,
            Policies policies,
            Accounts accounts,
            Outbox outbox,
            Jobs jobs,
            AuditLog audit,
            InstantSource clock) {
        this.files = files;
        this.contexts = contexts;
        this.works = works;
        this.policies = policies;
        this.accounts = accounts;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The officer's confirmation; from here on the file is carried out, or waits for a second officer where the policy wants one for so
     * many rows; the others who may be that are told, once. Two officers who confirm at once start it once.
     *
     * @param confirmed the review items that were affirmed: all of them, or it is refused
     */
    @Transactional
    RequestFile submit(Caller caller, String id, List<String> confirmed) {
        RequestFile file = lock(caller, id);
        if (file.state() != RequestFile.State.CHECKED) {
            throw REQUEST_FILE_NOT_CHECKED.because("%s", file.state());
        }
        if (file.onError() == RequestFile.OnError.ABORT && file.refused() > 0) {
            throw REQUEST_FILE_HAS_REFUSED_ROWS.because("%d", file.refused());
        }
        if (file.accepted() == 0) {
            throw REQUEST_FILE_NOTHING_TO_ISSUE.because("");
        }
        if (!new HashSet<>(confirmed).equals(new HashSet<>(file.reviewItems()))) {
            throw REVIEW_ITEMS_NOT_CONFIRMED.because("");
        }
        requireOffered(file);
        Policy.RequestFiles policy = policies.of(caller.tenant()).requestFile();
        Instant now = clock.instant();
        Instant lapsesAt = policy.isForTwo(file.accepted())
                ? now.atOffset(ZoneOffset.UTC).plus(policy.proposalLifetime()).toInstant()
                : null;
        files.submitted(
                caller.tenant(),
                file.id(),
                new RequestFile.Submission(now, caller.account(), caller.name(), caller.address(), null),
                lapsesAt == null ? RequestFile.State.RUNNING : RequestFile.State.PROPOSED,
                lapsesAt);
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.REQUESTFILE_SUBMIT, Actor.of(caller))
                .on(file.fileName(), file.id().value())
                .with(Map.of("confirmed", String.join(",", file.reviewItems()))));
        if (lapsesAt == null) {
            jobs.start(RequestFileJob.NAME, RequestFileJob.instance(file));
        } else {
            tell(caller, file, lapsesAt);
        }
        return get(caller, id);
    }

    /** To the other officers who may approve it. */
    private void tell(Caller caller, RequestFile file, Instant lapsesAt) {
        outbox.enqueue(
                caller.tenant(),
                accounts.officers(caller.tenant()).stream()
                        .filter(officer -> officer.rights().contains(file.kind().right()))
                        .filter(officer -> !officer.id().equals(caller.account()))
                        .map(officer -> RequestFileMail.proposed(file, caller, lapsesAt, officer))
                        .toList());
    }

    /** A second officer agrees, and it is carried out. */
    @Transactional
    RequestFile approve(Caller caller, String id) {
        RequestFile file = lock(caller, id);
        RequestFile.Submission submission = file.submission();
        if (file.isLapsedAt(clock.instant())) {
            throw REQUEST_FILE_LAPSED.because("");
        }
        if (file.state() != RequestFile.State.PROPOSED || submission == null) {
            throw REQUEST_FILE_NOT_PROPOSED.because("%s", file.state());
        }
        caller.requireOtherThan(submission.by());
        requireOffered(file);
        files.approved(
                caller.tenant(), file.id(), new RequestFile.Approval(clock.instant(), caller.account(), caller.name()));
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.REQUESTFILE_APPROVE, Actor.of(caller))
                .on(file.fileName(), file.id().value()));
        jobs.start(RequestFileJob.NAME, RequestFileJob.instance(file));
        return get(caller, id);
    }

    /** Gives up a file that was not confirmed, or to which no second officer agreed. */
    @Transactional
    void discard(Caller caller, String id) {
        RequestFile file = lock(caller, id);
        if (file.state() != RequestFile.State.CHECKED && file.state() != RequestFile.State.PROPOSED) {
            throw REQUEST_FILE_NOT_CHECKED.because("%s", file.state());
        }
        files.ended(caller.tenant(), file.id(), RequestFile.State.DISCARDED, clock.instant());
        files.forgetSecrets(caller.tenant(), file.id());
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.REQUESTFILE_DISCARD, Actor.of(caller))
                .on(file.fileName(), file.id().value()));
    }

    /** Ends files to which no second officer agreed in time; how many there were. */
    @Transactional
    int endLapsed(int limit) {
        List<RequestFile> lapsed = files.endLapsed(clock.instant(), limit);
        for (RequestFile file : lapsed) {
            files.forgetSecrets(file.tenant(), file.id());
            audit.append(AuditEntry.done(file.tenant(), AuditOperation.REQUESTFILE_LAPSE, Actor.PLATFORM)
                    .on(file.fileName(), file.id().value()));
        }
        return lapsed.size();
    }

    /** For those who know which files they are. */
    @Transactional
    List<RequestFile> find(TenantId tenant, List<RequestFileId> ids) {
        return files.findFiles(tenant, ids);
    }

    @Transactional
    RequestFile get(Caller caller, String id) {
        return permitted(
                caller,
                RequestFileId.parse(id)
                        .flatMap(known -> files.findFile(caller.tenant(), known))
                        .orElseThrow(() -> NOT_FOUND.because("")));
    }

    /**
     * Files of the kinds that the caller has the right to.
     *
     * @param failedSince where given, only those that ended since then and could not be carried out in full
     */
    @Transactional
    Page<RequestFile> list(
            Caller caller,
            @Nullable RequestFileKind kind,
            RequestFile.@Nullable State state,
            @Nullable Instant failedSince,
            PageRequest page) {
        Set<RequestFileKind> kinds = Arrays.stream(RequestFileKind.values())
                .filter(each -> kind == null || each == kind)
                .filter(each -> caller.rights().contains(each.right()))
                .collect(Collectors.toSet());
        return files.page(caller.tenant(), kinds, state, failedSince, page);
    }

    @Transactional
    Page<RequestFileRow> rows(
            Caller caller,
            String id,
            RequestFileRow.@Nullable Outcome outcome,
            @Nullable String code,
            PageRequest page) {
        return files.rows(caller.tenant(), get(caller, id).id(), outcome, code, page);
    }

    /** Hands on the rows in file order; memory stays the same however many there are. */
    void stream(RequestFile file, RequestFileRow.@Nullable Outcome outcome, Consumer<RequestFileRow> consumer) {
        QuarkusTransaction.requiringNew()
                .timeout(RequestFileChecks.TIMEOUT_SECONDS)
                .run(() -> files.streamRows(file.tenant(), file.id(), outcome, consumer));
    }

    /** The tenant may work, and its policy still lets officers do this. */
    private void requireOffered(RequestFile file) {
        contexts.of(file.tenant(), file.kind().certificates());
        works.offered(RequestFileFormat.of(file.kind(), file.operation()), policies.of(file.tenant()));
    }

    private RequestFile lock(Caller caller, String id) {
        return permitted(
                caller,
                RequestFileId.parse(id)
                        .flatMap(known -> files.lock(caller.tenant(), known))
                        .orElseThrow(() -> NOT_FOUND.because("")));
    }

    private static RequestFile permitted(Caller caller, RequestFile file) {
        caller.require(file.kind().right());
        return file;
    }
}

package io.shomei.submission;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.submission.SubmissionProblem.SUBMISSIONS_NOT_OFFERED;
import static io.shomei.submission.SubmissionProblem.SUBMISSION_CHECKS_TOO_MANY;
import static io.shomei.submission.SubmissionProblem.SUBMISSION_HAS_REFUSED_ROWS;
import static io.shomei.submission.SubmissionProblem.SUBMISSION_LINES_UNKNOWN;
import static io.shomei.submission.SubmissionProblem.SUBMISSION_LINK_OVER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.notification.Outbox;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.request.bulk.SubmittedFiles;
import io.shomei.request.bulk.SubmittedFiles.Found;
import io.shomei.request.bulk.SubmittedFiles.Source;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applications from subscriber administrators. They are checked as an officer's upload is, wait for an officer, and become a request file
 * under the officer's name, or nothing.
 */
@ApplicationScoped
class Submissions {
    /** Checks that one submission may take: as many as somebody who corrects a file needs. */
    private static final int CHECKS_PER_USE = 20;

    private final SubmissionRepository repository;
    private final SubmissionLinkRepository links;
    private final LinkedCertificates certificates;
    private final SubmittedFiles files;
    private final Accounts accounts;
    private final Policies policies;
    private final KeyStorage keys;
    private final Outbox outbox;
    private final EventOutbox events;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    Submissions(
            SubmissionRepository repository,
            SubmissionLinkRepository links,
            LinkedCertificates certificates,
            SubmittedFiles files,
            Accounts accounts,
            Policies policies,
            KeyStorage keys,
            Outbox outbox,
            EventOutbox events,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.links = links;
        this.certificates = certificates;
        this.files = files;
        this.accounts = accounts;
        this.policies = policies;
        this.keys = keys;
        this.outbox = outbox;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A submission, and how far its request file has come, where it has one. */
    record View(Submission submission, SubmittedFiles.@Nullable Stage stage) {}

    /** What the officer would find; nothing is kept. */
    Found check(SubmissionLink link, HandedIn handed) {
        admit(link);
        return check(link.tenant(), source(link, handed));
    }

    /**
     * Takes it for an officer to look at.
     *
     * @param address where it came from
     */
    View submit(SubmissionLink link, HandedIn handed, String address, String requestId) {
        admit(link);
        // 1. Nothing that an officer could only refuse.
        Source source = source(link, handed);
        Found found = check(link.tenant(), source);
        if (found.refused() > 0) {
            throw SUBMISSION_HAS_REFUSED_ROWS.because("%d", found.refused());
        }
        Submission submission = new Submission(
                ids.next(),
                link.tenant(),
                link.id(),
                link.holder(),
                link.kind(),
                source.operation(),
                source.fileName(),
                found.rows(),
                handed instanceof HandedIn.Renewals renewals ? renewals.certificates() : List.of(),
                clock.instant(),
                address,
                new Submission.State.Waiting());
        // 2. Counted, kept, told and written down together.
        QuarkusTransaction.requiringNew().run(() -> {
            if (!links.use(link)) {
                throw SUBMISSION_LINK_OVER.because("");
            }
            certificates.requireStillOpen(link, handed);
            repository.add(submission, keys.encryption().wrap(nameOf(submission.id()), source.content()));
            outbox.enqueue(
                    link.tenant(),
                    accounts.officers(link.tenant()).stream()
                            .filter(officer -> mayDecide(officer, submission))
                            .map(officer -> SubmissionMail.received(submission, officer))
                            .toList());
            events.tell(
                    link.tenant(),
                    () -> List.of(Event.submissionReceived(submission.id(), submission.fileName(), submission.rows())));
            note(
                    AuditOperation.SUBMISSION_RECEIVE,
                    Actor.anonymous(link.holder().email(), address, requestId),
                    submission,
                    Map.of("rows", String.valueOf(submission.rows())));
        });
        return new View(submission, null);
    }

    /** Everything that came through a link. */
    @Transactional
    List<View> of(SubmissionLink link) {
        List<Submission> found = repository.of(link);
        Map<RequestFileId, SubmittedFiles.Stage> stages = stages(link.tenant(), found);
        return found.stream()
                .map(each -> new View(each, stages.get(each.file())))
                .toList();
    }

    @Transactional
    Page<View> list(Caller caller, @Nullable String state, PageRequest page) {
        Page<Submission> found = repository.page(caller.tenant(), caller.rights(), state, page);
        Map<RequestFileId, SubmittedFiles.Stage> stages = stages(caller.tenant(), found.items());
        return found.map(each -> new View(each, stages.get(each.file())));
    }

    @Transactional
    View get(Caller caller, String id) {
        return view(find(caller, id));
    }

    /** What stands in it and what is wrong with it as things are now. */
    Found found(Caller caller, String id) {
        Submission submission = QuarkusTransaction.requiringNew().call(() -> find(caller, id));
        Source source = QuarkusTransaction.requiringNew().call(() -> source(submission));
        return files.check(submission.tenant(), source, Math.toIntExact(submission.rows()));
    }

    /** Lines that an officer refuses while approving the others. */
    record PartRefused(Set<Long> lines, String reason) {
        PartRefused {
            lines = Set.copyOf(lines);
        }
    }

    /**
     * Agrees: from here on it is a request file that the officer uploaded and confirmed.
     *
     * @param confirmed the review items that were affirmed
     * @param but what is left out of it, and why; null where it is approved as a whole
     */
    View approve(Caller caller, String id, List<String> confirmed, @Nullable PartRefused but) {
        return QuarkusTransaction.requiringNew()
                .timeout(SubmittedFiles.TIMEOUT_SECONDS)
                .call(() -> {
                    // 1. Of two officers who agree at once one does.
                    Submission submission = lock(find(caller, id));
                    submission.requireWaiting();
                    Source source = source(submission);
                    Submission.Refusal refusal = but == null ? null : refusal(source, but);
                    // 2. Checked anew, under the officer's name and rights; nothing stays of what is refused.
                    RequestFileId file = files.confirm(caller, source, but == null ? Set.of() : but.lines(), confirmed);
                    Submission approved = submission.in(new Submission.State.Approved(
                            new Submission.Decision(caller.name(), clock.instant()), file, refusal));
                    repository.become(approved);
                    outbox.enqueue(
                            caller.tenant(),
                            List.of(
                                    refusal == null
                                            ? SubmissionMail.approved(approved)
                                            : SubmissionMail.approvedInPart(approved, refusal)));
                    note(AuditOperation.SUBMISSION_APPROVE, Actor.of(caller), approved, facts(file, refusal));
                    return view(approved);
                });
    }

    /** The lines by their names: some of the file's, and not all of them, which would be a refusal. */
    private Submission.Refusal refusal(Source source, PartRefused but) {
        Map<Long, String> names = files.names(source);
        if (!names.keySet().containsAll(but.lines()) || but.lines().size() == names.size()) {
            throw SUBMISSION_LINES_UNKNOWN.because("%s", new TreeSet<>(but.lines()));
        }
        SortedMap<Long, String> lines = new TreeMap<>(names);
        lines.keySet().retainAll(but.lines());
        return new Submission.Refusal(lines, but.reason());
    }

    private static Map<String, String> facts(RequestFileId file, Submission.@Nullable Refusal refusal) {
        if (refusal == null) {
            return Map.of("file", file.toString());
        }
        String lines = refusal.lines().keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        return Map.of("file", file.toString(), "refusedLines", lines, "reason", refusal.reason());
    }

    /** Does not agree, and says why to whoever handed it in. */
    @Transactional
    View refuse(Caller caller, String id, String reason) {
        Submission submission = lock(find(caller, id));
        submission.requireWaiting();
        Submission refused = submission.in(
                new Submission.State.Refused(new Submission.Decision(caller.name(), clock.instant()), reason));
        repository.become(refused);
        outbox.enqueue(caller.tenant(), List.of(SubmissionMail.refused(refused, reason)));
        note(AuditOperation.SUBMISSION_REFUSE, Actor.of(caller), refused, Map.of("reason", reason));
        return new View(refused, null);
    }

    /** What an officer affirms with an approval. */
    List<String> reviewItems(Caller caller) {
        return policies.of(caller.tenant()).requestFile().reviewItems();
    }

    /** Refuses unless something can be handed in now, and counts the check before anything is looked at: signatures and keys cost time. */
    private void admit(SubmissionLink link) {
        link.requireOpen(clock.instant());
        if (policies.of(link.tenant()).submission().linkLifetime() == null) {
            throw SUBMISSIONS_NOT_OFFERED.because("");
        }
        if (!QuarkusTransaction.requiringNew().call(() -> links.check(link, link.most() * CHECKS_PER_USE))) {
            throw SUBMISSION_CHECKS_TOO_MANY.because("");
        }
    }

    private Found check(TenantId tenant, Source source) {
        return files.check(tenant, source, maxRows(tenant));
    }

    /** Never more than the request file that it is to become. */
    private int maxRows(TenantId tenant) {
        Policy policy = policies.of(tenant);
        return Math.min(policy.submission().maxRows(), policy.requestFile().maxRows());
    }

    private Source source(SubmissionLink link, HandedIn handed) {
        certificates.require(link, handed);
        return switch (handed) {
            case HandedIn.File(var operation, String name, byte[] content) ->
                new Source(link.kind(), operation, name, content);
            case HandedIn.Csr csr ->
                files.ofCsr(link.tenant(), link.kind(), csr.csr(), csr.subscriber(), csr.dnsNames());
            case HandedIn.Renewals renewals -> certificates.source(link, renewals);
        };
    }

    private Source source(Submission submission) {
        byte[] content = repository.content(submission.tenant(), submission.id());
        return new Source(
                submission.kind(),
                submission.operation(),
                submission.fileName(),
                keys.encryption().unwrap(nameOf(submission.id()), content));
    }

    /** Whose content it is, so that one cannot be put in another's place. */
    private static String nameOf(UUID id) {
        return "submission " + id;
    }

    private View view(Submission submission) {
        return new View(
                submission, stages(submission.tenant(), List.of(submission)).get(submission.file()));
    }

    /** How far their request files have come. */
    private Map<RequestFileId, SubmittedFiles.Stage> stages(TenantId tenant, List<Submission> submissions) {
        return files.stages(
                tenant,
                submissions.stream()
                        .flatMap(submission -> Stream.ofNullable(submission.file()))
                        .toList());
    }

    /** A submission of a kind that the caller may handle. */
    private Submission find(Caller caller, String id) {
        Submission submission = Ids.parse(id)
                .flatMap(known -> repository.find(caller.tenant(), known))
                .orElseThrow(() -> NOT_FOUND.because(""));
        caller.require(submission.kind().right());
        return submission;
    }

    private Submission lock(Submission found) {
        return repository.lock(found.tenant(), found.id()).orElseThrow();
    }

    private static boolean mayDecide(Account officer, Submission submission) {
        return officer.email() != null
                && officer.rights().contains(submission.kind().right());
    }

    private void note(AuditOperation operation, Actor actor, Submission submission, Map<String, String> facts) {
        audit.append(AuditEntry.done(submission.tenant(), operation, actor)
                .on(submission.fileName(), submission.id())
                .with(facts));
    }
}

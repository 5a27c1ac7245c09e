package io.shomei.request.bulk;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_HAS_REFUSED_ROWS;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_NOTHING_TO_ISSUE;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_NOT_CHECKED;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_NOT_PROPOSED;
import static io.shomei.request.bulk.RequestFileProblem.REVIEW_ITEMS_NOT_CONFIRMED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.jobs.Jobs;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.request.CheckContext;
import io.shomei.request.CheckContexts;
import io.shomei.text.TabbedFile;
import io.shomei.text.TabbedFileLimits;
import io.shomei.text.TabbedLine;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Request files: checked as a whole, confirmed by an officer, and carried out in the background. */
@ApplicationScoped
class RequestFiles {
    /** Rows that are checked, compared with the register and stored together. */
    private static final int CHUNK = 500;

    static final int CHECK_TIMEOUT_SECONDS = 600;

    private final RequestFileRepository files;
    private final CheckContexts contexts;
    private final RowWorks works;
    private final RowSecrets secrets;
    private final Policies policies;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    RequestFiles(
            RequestFileRepository files,
            CheckContexts contexts,
            RowWorks works,
            RowSecrets secrets,
            Policies policies,
            Jobs jobs,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.files = files;
        this.contexts = contexts;
        this.works = works;
        this.secrets = secrets;
        this.policies = policies;
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was uploaded: a file under another name, and what the officer chose. */
    record Upload(
            RequestFileKind kind,
            RequestFileOperation operation,
            RequestFile.OnError onError,
            Path content,
            String fileName,
            String sha256) {}

    /**
     * Checks every row and keeps the file with all that was found; nothing is issued. The file is there as a whole or not at
     * all.
     *
     * @throws io.shomei.kernel.ProblemException a {@link RequestFileProblem} where the file cannot be read as one
     */
    RequestFile check(Caller caller, Upload upload) {
        return QuarkusTransaction.requiringNew().timeout(CHECK_TIMEOUT_SECONDS).call(() -> checkNow(caller, upload));
    }

    /** As {@link #check}, in the running transaction. */
    RequestFile checkNow(Caller caller, Upload upload) {
        caller.require(upload.kind().right());
        RequestFileFormat format = RequestFileFormat.of(upload.kind(), upload.operation());
        Policy policy = policies.of(caller.tenant());
        RowWork work = offered(format, policy);
        CheckContext context = contexts.of(caller.tenant(), upload.kind().certificates());
        RequestFileId id = new RequestFileId(ids.next());
        try (TabbedFile reader = RequestFileReader.open(
                upload.content(),
                upload.fileName(),
                TabbedFileLimits.ofRows(policy.requestFile().maxRows()))) {
            Tally tally = checkRows(
                    caller.tenant(), format, work, context, reader, rows -> add(caller.tenant(), id, format, rows));
            RequestFile file = checked(caller, id, upload, reader.encoding(), tally, policy);
            files.add(file);
            audit.append(AuditEntry.done(caller.tenant(), AuditOperation.REQUESTFILE_UPLOAD, Actor.of(caller))
                    .on(upload.fileName(), id.value())
                    .with(Map.of("rows", String.valueOf(file.rows()), "refused", String.valueOf(file.refused()))));
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a check of a file found that nobody uploaded. */
    record Preview(TextEncoding encoding, long refused, Map<String, Long> codes, List<CheckedRow> rows) {}

    /** Checks as {@link #check} does, for whoever may not upload; nothing is kept. */
    Preview preview(TenantId tenant, Upload upload, int maxRows) {
        RequestFileFormat format = RequestFileFormat.of(upload.kind(), upload.operation());
        RowWork work = offered(format, policies.of(tenant));
        return QuarkusTransaction.requiringNew().timeout(CHECK_TIMEOUT_SECONDS).call(() -> {
            CheckContext context = contexts.of(tenant, upload.kind().certificates());
            try (TabbedFile reader =
                    RequestFileReader.open(upload.content(), upload.fileName(), TabbedFileLimits.ofRows(maxRows))) {
                List<CheckedRow> rows = new ArrayList<>();
                Tally tally = checkRows(tenant, format, work, context, reader, rows::addAll);
                return new Preview(reader.encoding(), tally.refused, tally.codes, rows);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private Tally checkRows(
            TenantId tenant,
            RequestFileFormat format,
            RowWork work,
            CheckContext context,
            TabbedFile reader,
            Consumer<List<CheckedRow>> keep)
            throws IOException {
        Tally tally = new Tally();
        DuplicateGuard duplicates = new DuplicateGuard();
        for (List<TabbedLine> lines = reader.read(CHUNK); !lines.isEmpty(); lines = reader.read(CHUNK)) {
            // The costly part, signatures and keys, on all cores; what depends on order, in order.
            List<CheckedRow> alone = lines.parallelStream()
                    .map(line -> format.check(line.number(), line.cells(), context))
                    .toList();
            List<CheckedRow> rows = work.compare(
                    tenant, format, alone.stream().map(duplicates::pass).toList());
            keep.accept(rows);
            rows.forEach(tally::add);
        }
        return tally;
    }

    private void add(TenantId tenant, RequestFileId id, RequestFileFormat format, List<CheckedRow> rows) {
        List<CertificateId> certificates = rows.stream().map(this::certificate).toList();
        List<byte @Nullable []> sealed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            sealed.add(secrets.sealed(tenant, format, rows.get(i), certificates.get(i)));
        }
        files.addRows(
                tenant,
                id,
                rows,
                rows.stream().map(row -> RowSecrets.shown(format, row.cells())).toList(),
                sealed,
                certificates);
    }

    /** The row's one certificate: that which it is about, or the id that a new one will have. */
    private CertificateId certificate(CheckedRow row) {
        return row.certificate() == null ? new CertificateId(ids.next()) : row.certificate();
    }

    private RequestFile checked(
            Caller caller, RequestFileId id, Upload upload, TextEncoding encoding, Tally tally, Policy policy)
            throws IOException {
        return new RequestFile(
                id,
                caller.tenant(),
                upload.kind(),
                upload.operation(),
                upload.onError(),
                RequestFile.State.CHECKED,
                upload.fileName(),
                Files.size(upload.content()),
                upload.sha256(),
                encoding,
                tally.rows,
                tally.refused,
                tally.codes,
                0,
                0,
                policy.requestFile().reviewItems(),
                clock.instant(),
                caller.account(),
                caller.name(),
                null,
                null,
                null);
    }

    /**
     * The officer's confirmation; from here on the file is carried out, or waits for a second officer where the policy wants one for so
     * many rows. Two officers who confirm at once start it once.
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
        boolean two = policies.of(caller.tenant()).requestFile().isForTwo(file.accepted());
        files.submitted(
                caller.tenant(),
                file.id(),
                new RequestFile.Submission(clock.instant(), caller.account(), caller.name(), caller.address(), null),
                two ? RequestFile.State.PROPOSED : RequestFile.State.RUNNING);
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.REQUESTFILE_SUBMIT, Actor.of(caller))
                .on(file.fileName(), file.id().value())
                .with(Map.of("confirmed", String.join(",", file.reviewItems()))));
        if (!two) {
            jobs.start(RequestFileJob.NAME, RequestFileJob.instance(file));
        }
        return get(caller, id);
    }

    /** A second officer agrees, and it is carried out. */
    @Transactional
    RequestFile approve(Caller caller, String id) {
        RequestFile file = lock(caller, id);
        RequestFile.Submission submission = file.submission();
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

    /** For those who know which file it is. */
    @Transactional
    Optional<RequestFile> find(TenantId tenant, RequestFileId id) {
        return files.findFile(tenant, id);
    }

    @Transactional
    RequestFile get(Caller caller, String id) {
        return permitted(
                caller,
                RequestFileId.parse(id)
                        .flatMap(known -> files.findFile(caller.tenant(), known))
                        .orElseThrow(() -> NOT_FOUND.because("")));
    }

    /** Files of the kinds that the caller has the right to. */
    @Transactional
    Page<RequestFile> list(
            Caller caller, @Nullable RequestFileKind kind, RequestFile.@Nullable State state, PageRequest page) {
        Set<RequestFileKind> kinds = Arrays.stream(RequestFileKind.values())
                .filter(each -> kind == null || each == kind)
                .filter(each -> caller.rights().contains(each.right()))
                .collect(Collectors.toSet());
        return files.page(caller.tenant(), kinds, state, page);
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
                .timeout(CHECK_TIMEOUT_SECONDS)
                .run(() -> files.streamRows(file.tenant(), file.id(), outcome, consumer));
    }

    /** The tenant may work, and its policy still lets officers do this. */
    private void requireOffered(RequestFile file) {
        contexts.of(file.tenant(), file.kind().certificates());
        offered(RequestFileFormat.of(file.kind(), file.operation()), policies.of(file.tenant()));
    }

    /** What works on the rows of a format, where the policy lets officers have that done. */
    private RowWork offered(RequestFileFormat format, Policy policy) {
        RowWork work = works.of(format);
        work.require(policy);
        return work;
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

    /** Counts while the rows go by. */
    private static final class Tally {
        private final Map<String, Long> codes = new TreeMap<>();
        private long rows;
        private long refused;

        void add(CheckedRow row) {
            rows++;
            if (row.isAccepted()) {
                return;
            }
            refused++;
            Set<String> numbers = new HashSet<>();
            row.errors().forEach(error -> numbers.add(error.code().number()));
            numbers.forEach(number -> codes.merge(number, 1L, Long::sum));
        }
    }
}

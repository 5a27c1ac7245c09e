package io.shomei.request.bulk;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_MISSING;

import io.shomei.api.ErrorCodeCount;
import io.shomei.api.OnError;
import io.shomei.api.Progress;
import io.shomei.api.RequestFileApi;
import io.shomei.api.RequestFileColumn;
import io.shomei.api.RequestFileColumnList;
import io.shomei.api.RequestFilePage;
import io.shomei.api.RequestFileState;
import io.shomei.api.RequestFileSubmission;
import io.shomei.api.RequestKind;
import io.shomei.api.RequestOperation;
import io.shomei.api.RequestRow;
import io.shomei.api.RequestRowPage;
import io.shomei.api.ReviewItem;
import io.shomei.api.RowCounts;
import io.shomei.api.RowOutcome;
import io.shomei.kernel.Caller;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.PageRequest;
import io.shomei.pki.SerialNumber;
import io.shomei.policy.Policies;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorText;
import io.shomei.text.Excerpt;
import io.shomei.text.TextEncoding;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.Idempotency;
import io.shomei.web.InputFaults;
import io.shomei.web.Pages;
import io.shomei.web.ProgressEvents;
import io.shomei.web.RequestFacts;
import io.shomei.web.Uploads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_OFFICER)
class RequestFileResource implements RequestFileApi {
    private static final Set<RequestFileState> ENDED =
            Set.of(RequestFileState.DONE, RequestFileState.FAILED, RequestFileState.DISCARDED, RequestFileState.LAPSED);
    private static final String OPERATION = "uploadRequestFile";

    private final RequestFileChecks checks;
    private final RequestFiles files;
    private final ProgressEvents events;
    private final Policies policies;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;

    RequestFileResource(
            RequestFileChecks checks,
            RequestFiles files,
            ProgressEvents events,
            Policies policies,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request) {
        this.checks = checks;
        this.files = files;
        this.events = events;
        this.policies = policies;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
    }

    @Override
    public io.shomei.api.RequestFile uploadRequestFile(
            @Nullable RequestKind kind,
            @Nullable RequestOperation operation,
            @Nullable OnError onError,
            @Nullable FileUpload file,
            @Nullable String idempotencyKey) {
        if (kind == null || operation == null || onError == null) {
            throw MALFORMED_REQUEST.with(missing(kind, operation, onError));
        }
        if (file == null || file.fileName() == null) {
            throw REQUEST_FILE_MISSING.because("");
        }
        String sha256 = Uploads.sha256(file);
        var upload = new RequestFileChecks.Upload(
                RequestFileKind.valueOf(kind.name()),
                RequestFileOperation.valueOf(operation.name()),
                RequestFile.OnError.valueOf(onError.name()),
                file.uploadedFile(),
                Uploads.baseName(file),
                sha256,
                Set.of());
        String fingerprint = String.join("/", kind.name(), operation.name(), onError.name(), sha256);
        String id = idempotency.once(
                caller.get(),
                idempotencyKey,
                OPERATION,
                fingerprint,
                String.class,
                () -> checks.check(caller.get(), upload).id().toString());
        return file(files.get(caller.get(), id));
    }

    @Override
    public RequestFilePage listRequestFiles(
            @Nullable RequestKind kind,
            @Nullable RequestFileState state,
            @Nullable Instant failedSince,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = files.list(
                caller.get(),
                kind == null ? null : RequestFileKind.valueOf(kind.name()),
                state == null ? null : RequestFile.State.valueOf(state.name()),
                failedSince,
                PageRequest.of(limit, cursor));
        return new RequestFilePage(
                page.items().stream().map(this::file).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    @PermitAll
    public RequestFileColumnList listRequestFileColumns(RequestKind kind, RequestOperation operation) {
        Locale language = request.language().locale();
        var format = RequestFileFormat.of(
                RequestFileKind.valueOf(kind.name()), RequestFileOperation.valueOf(operation.name()));
        return new RequestFileColumnList(format.columns().stream()
                .map(column -> column(column, language))
                .toList());
    }

    @Override
    public io.shomei.api.RequestFile getRequestFile(String id) {
        return file(files.get(caller.get(), id));
    }

    @Override
    public void discardRequestFile(String id) {
        files.discard(caller.get(), id);
    }

    @Override
    public RequestRowPage listRequestFileRows(
            String id,
            @Nullable RowOutcome outcome,
            @Nullable String code,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = files.rows(caller.get(), id, outcome(outcome), code, PageRequest.of(limit, cursor));
        RowErrorText texts = RowErrorText.in(request.language().locale());
        return new RequestRowPage(
                page.items().stream().map(row -> row(row, texts)).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public io.shomei.api.RequestFile submitRequestFile(String id, RequestFileSubmission body) {
        return file(files.submit(caller.get(), id, body.confirmed()));
    }

    @Override
    public io.shomei.api.RequestFile approveRequestFile(String id) {
        return file(files.approve(caller.get(), id));
    }

    @Override
    public Response streamRequestFileEvents(String id) {
        Caller by = caller.get();
        files.get(by, id);
        return events.stream(() -> file(files.get(by, id)), file -> ENDED.contains(file.state()));
    }

    @Override
    public Response downloadRequestFileResult(String id, @Nullable RowOutcome outcome, @Nullable String encoding) {
        Caller by = caller.get();
        RequestFile file = files.get(by, id);
        String named = encoding == null ? policies.of(by.tenant()).lists().encoding() : encoding;
        Locale language = request.language().locale();
        return Downloads.stream(
                "text/tab-separated-values;charset=" + named,
                "result-" + file.fileName(),
                out -> write(file, outcome(outcome), TextEncoding.ofLabel(named).orElseThrow(), language, out));
    }

    private void write(
            RequestFile file,
            RequestFileRow.@Nullable Outcome outcome,
            TextEncoding encoding,
            Locale language,
            OutputStream out)
            throws IOException {
        int columns =
                RequestFileFormat.of(file.kind(), file.operation()).columns().size();
        try (RequestFileWriter writer = new RequestFileWriter(out, encoding)) {
            files.stream(file, outcome, row -> {
                try {
                    boolean wrong = !row.errors().isEmpty();
                    String serial = row.serial() == null
                            ? ""
                            : SerialNumber.ofHex(row.serial()).decimal();
                    writer.result(row.cells(), columns, wrong ? "NG" : "OK", row.errors(), serial, language);
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        }
    }

    private io.shomei.api.RequestFile file(RequestFile file) {
        RowErrorText texts = RowErrorText.in(request.language().locale());
        RequestFile.Submission submission = file.submission();
        RequestFile.Approval approval = submission == null ? null : submission.approval();
        return new io.shomei.api.RequestFile(
                file.id().toString(),
                RequestKind.valueOf(file.kind().name()),
                RequestOperation.valueOf(file.operation().name()),
                OnError.valueOf(file.onError().name()),
                RequestFileState.valueOf(file.state().name()),
                file.fileName(),
                file.size(),
                file.sha256(),
                file.encoding().label(),
                new RowCounts(file.rows(), file.accepted(), file.refused()),
                file.errorCodes().entrySet().stream()
                        .map(each -> new ErrorCodeCount(each.getKey(), texts.title(each.getKey()), each.getValue()))
                        .toList(),
                new Progress(file.done() + file.failed(), file.accepted()),
                file.failed(),
                file.reviewItems().stream()
                        .map(item ->
                                new ReviewItem(item, ReviewItems.text(item, request.language()), submission != null))
                        .toList(),
                file.uploadedAt(),
                file.uploader(),
                submission == null ? null : submission.at(),
                submission == null ? null : submission.name(),
                approval == null ? null : approval.at(),
                approval == null ? null : approval.name(),
                submission != null && submission.by().equals(caller.get().account()),
                file.lapsesAt(),
                file.startedAt(),
                file.finishedAt());
    }

    private static RequestRow row(RequestFileRow row, RowErrorText texts) {
        List<String> cells = row.cells();
        String names = cell(cells, RequestField.DNS_NAMES);
        return new RequestRow(
                row.line(),
                RowOutcome.valueOf(row.outcome().name()),
                cell(cells, RequestField.SUBJECT_DN),
                cell(cells, RequestField.FQDN),
                cell(cells, RequestField.SUBSCRIBER_EMAIL),
                names == null ? List.of() : StatedNames.in(names),
                row.serial() == null ? null : row.certificate().toString(),
                row.serial(),
                cell(cells, RequestField.SERIAL),
                row.errors().stream().map(error -> error(error, cells, texts)).toList());
    }

    private static io.shomei.api.RowError error(RowError error, List<String> cells, RowErrorText texts) {
        String value = error.field().isSecret() ? null : cell(cells, error.field());
        return new io.shomei.api.RowError(
                error.column(),
                texts.field(error.field()),
                error.code().number(),
                texts.message(error),
                texts.cure(error),
                value == null ? null : Excerpt.of(value));
    }

    private static RequestFileColumn column(ColumnRule column, Locale language) {
        return new RequestFileColumn(
                column.number(),
                RequestFileColumn.FieldEnum.valueOf(column.field().name()),
                column.name(language),
                RequestFileColumn.RequirementEnum.valueOf(column.requirement().name()),
                column.maxLength() == 0 ? null : column.maxLength(),
                column.rule(language),
                column.example(language));
    }

    private static @Nullable String cell(List<String> cells, RequestField field) {
        int index = field.column() - 1;
        return index >= 0 && index < cells.size() ? cells.get(index) : null;
    }

    private static RequestFileRow.@Nullable Outcome outcome(@Nullable RowOutcome outcome) {
        return outcome == null ? null : RequestFileRow.Outcome.valueOf(outcome.name());
    }

    /** Form fields have no constraints of their own in the framework. */
    private List<InputFault> missing(
            @Nullable RequestKind kind, @Nullable RequestOperation operation, @Nullable OnError onError) {
        List<InputFault> faults = new ArrayList<>();
        addMissing(faults, "kind", kind);
        addMissing(faults, "operation", operation);
        addMissing(faults, "onError", onError);
        return faults;
    }

    private void addMissing(List<InputFault> faults, String field, @Nullable Object value) {
        if (value == null) {
            faults.add(InputFaults.of(field, "NotNull", request.language()));
        }
    }
}

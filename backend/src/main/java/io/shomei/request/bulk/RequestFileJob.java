package io.shomei.request.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.jobs.Chunks;
import io.shomei.jobs.Job;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.request.CheckContext;
import io.shomei.request.CheckContexts;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Carries out a confirmed file, some hundred rows at a time, on all cores. A row's certificate id was fixed at the check, so
 * after a crash it goes on with exactly the rows that have no certificate; rows that leave none are marked when they are done.
 */
@ApplicationScoped
class RequestFileJob implements Job {
    static final String NAME = "request-file";
    /** Rows that share the two transactions of an issuance. */
    private static final int CHUNK = 250;

    private static final List<RowError> INACTIVE = List.of(RowError.of(RequestField.ROW, RowErrorCode.TENANT_INACTIVE));

    private final RequestFileRepository files;
    private final CheckContexts contexts;
    private final RowWorks works;
    private final RowSecrets secrets;
    private final Tenants tenants;
    private final Policies policies;
    private final EventOutbox events;
    private final AuditLog audit;
    private final InstantSource clock;

    RequestFileJob(
            RequestFileRepository files,
            CheckContexts contexts,
            RowWorks works,
            RowSecrets secrets,
            Tenants tenants,
            Policies policies,
            EventOutbox events,
            AuditLog audit,
            InstantSource clock) {
        this.files = files;
        this.contexts = contexts;
        this.works = works;
        this.secrets = secrets;
        this.tenants = tenants;
        this.policies = policies;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    static String instance(RequestFile file) {
        return file.tenant() + "/" + file.id();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        String[] parts = instance.split("/", 2);
        TenantId tenant = TenantId.parse(parts[0]).orElseThrow();
        RequestFileId id = RequestFileId.parse(parts[1]).orElseThrow();
        RequestFile file = begin(tenant, id);
        if (file.state() != RequestFile.State.RUNNING) {
            return;
        }
        RequestFile.Submission submission = file.submission();
        if (submission == null) {
            throw new IllegalStateException("file " + id + " runs without a submission");
        }
        Actor actor = new Actor(submission.name(), submission.by(), Role.OFFICER, submission.address(), null);
        RequestFile.State end = carryOut(file, actor) ? RequestFile.State.DONE : RequestFile.State.FAILED;
        finish(file, actor, end);
    }

    private RequestFile begin(TenantId tenant, RequestFileId id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            RequestFile file = files.lock(tenant, id).orElseThrow();
            if (file.state() == RequestFile.State.RUNNING) {
                files.started(tenant, id, clock.instant());
                AuditOperation operation =
                        file.startedAt() == null ? AuditOperation.REQUESTFILE_START : AuditOperation.REQUESTFILE_RESUME;
                audit.append(AuditEntry.done(tenant, operation, Actor.PLATFORM)
                        .on(file.fileName(), id.value())
                        .with(Map.of("done", String.valueOf(file.done()))));
            }
            return file;
        });
    }

    /**
     * Carries out what there is left of a file. What was issued before the tenant was suspended can be collected all the same; what was not
     * fails.
     *
     * @return false when the tenant may not work any more
     */
    private boolean carryOut(RequestFile file, Actor actor) {
        Instant deadline = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .plus(policies.of(file.tenant()).enrolment().urlLifetime())
                .toInstant();
        RequestFileFormat format = RequestFileFormat.of(file.kind(), file.operation());
        AtomicBoolean active = new AtomicBoolean(true);
        Chunks.<RequestFileRow>carryOut(
                NAME,
                last -> files.pendingRows(file.tenant(), file.id(), last == null ? 0 : last.line(), CHUNK),
                rows -> {
                    Map<Long, List<RowError>> failed;
                    try {
                        failed = carryOut(file, format, rows, actor, deadline);
                    } catch (ProblemException problem) {
                        if (tenants.recent(file.tenant()).state() == Tenant.State.ACTIVE) {
                            throw problem;
                        }
                        active.set(false);
                        failed = rows.stream().collect(Collectors.toMap(RequestFileRow::line, _ -> INACTIVE));
                    }
                    tell(file, actor, rows, failed);
                });
        works.of(format).finish(file);
        return active.get();
    }

    /** All of these rows, or none where the tenant may not work. */
    private Map<Long, List<RowError>> carryOut(
            RequestFile file, RequestFileFormat format, List<RequestFileRow> rows, Actor actor, Instant deadline) {
        // 1. and 2. Checked once more, against the tenant as it is now: a deadline may have passed meanwhile.
        CheckContext context = contexts.of(file.tenant(), file.kind().certificates());
        Map<Long, List<RowError>> failed = new HashMap<>();
        List<RowBatch.Row> good = new ArrayList<>(rows.size());
        for (RequestFileRow row : rows) {
            CheckedRow checked = format.check(row.line(), secrets.opened(file.tenant(), format, row), context);
            if (checked.application() == null) {
                failed.put(row.line(), checked.errors());
            } else {
                good.add(new RowBatch.Row(row.line(), row.certificate(), checked.application(), checked.names()));
            }
        }
        failed.putAll(works.of(format)
                .carryOut(new RowBatch(file, format, actor, deadline, good, new ProgressOf(files, file, clock))));
        return failed;
    }

    private void tell(RequestFile file, Actor actor, List<RequestFileRow> rows, Map<Long, List<RowError>> errors) {
        List<RequestFileRow> failed = rows.stream()
                .filter(row -> errors.containsKey(row.line()))
                .map(row -> failed(row, Objects.requireNonNull(errors.get(row.line()))))
                .toList();
        if (failed.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            failed.forEach(row -> files.failedRow(file.tenant(), file.id(), row));
            audit.append(failed.stream()
                    .map(row -> AuditEntry.failed(file.tenant(), AuditOperation.REQUESTFILE_ROW_REFUSE, actor)
                            .on(file.fileName(), file.id().value())
                            .with(Map.of(
                                    "line",
                                    String.valueOf(row.line()),
                                    "codes",
                                    String.join(
                                            ",",
                                            row.errors().stream()
                                                    .map(error -> error.code().number())
                                                    .toList()))))
                    .toList());
            files.progressed(file.tenant(), file.id(), 0, failed.size());
        });
    }

    private void finish(RequestFile file, Actor actor, RequestFile.State end) {
        QuarkusTransaction.requiringNew().run(() -> {
            files.ended(file.tenant(), file.id(), end, clock.instant());
            files.forgetSecrets(file.tenant(), file.id());
            RequestFile ended = files.findFile(file.tenant(), file.id()).orElseThrow();
            audit.append(AuditEntry.done(file.tenant(), AuditOperation.REQUESTFILE_FINISH, actor)
                    .on(file.fileName(), file.id().value())
                    .with(Map.of("done", String.valueOf(ended.done()), "failed", String.valueOf(ended.failed()))));
            events.tell(
                    file.tenant(),
                    () -> List.of(Event.requestFileDone(
                            file.id().value(), file.fileName(), end.name(), ended.done(), ended.failed())));
        });
    }

    private static RequestFileRow failed(RequestFileRow row, List<RowError> errors) {
        return new RequestFileRow(
                row.line(), row.text(), row.certificate(), RequestFileRow.Outcome.FAILED, errors, null, null);
    }

    /** Writes down how far a file is. */
    private record ProgressOf(RequestFileRepository files, RequestFile file, InstantSource clock)
            implements RowBatch.Progress {
        @Override
        public void entered(int rows) {
            files.progressed(file.tenant(), file.id(), rows, 0);
        }

        @Override
        public void done(List<Long> lines) {
            files.rowsDone(file.tenant(), file.id(), lines, clock.instant());
            files.progressed(file.tenant(), file.id(), lines.size(), 0);
        }
    }
}

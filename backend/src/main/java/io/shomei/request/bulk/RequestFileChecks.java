package io.shomei.request.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks request files as a whole, those that officers upload and those that they are only to look at. */
@ApplicationScoped
class RequestFileChecks {
    /** Rows that are checked, compared with the register and stored together. */
    private static final int CHUNK = 500;

    /** How long a transaction may last that goes through a whole file. */
    static final int TIMEOUT_SECONDS = 600;

    private final RequestFileRepository files;
    private final CheckContexts contexts;
    private final RowWorks works;
    private final RowSecrets secrets;
    private final Policies policies;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    RequestFileChecks(
            RequestFileRepository files,
            CheckContexts contexts,
            RowWorks works,
            RowSecrets secrets,
            Policies policies,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.files = files;
        this.contexts = contexts;
        this.works = works;
        this.secrets = secrets;
        this.policies = policies;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What was uploaded: a file under another name, and what the officer chose.
     *
     * @param without lines that are no part of it
     */
    record Upload(
            RequestFileKind kind,
            RequestFileOperation operation,
            RequestFile.OnError onError,
            Path content,
            String fileName,
            String sha256,
            Set<Long> without) {
        Upload {
            without = Set.copyOf(without);
        }
    }

    /**
     * Checks every row and keeps the file with all that was found; nothing is issued. The file is there as a whole or not at
     * all.
     *
     * @throws io.shomei.kernel.ProblemException a {@link RequestFileProblem} where the file cannot be read as one
     */
    RequestFile check(Caller caller, Upload upload) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> checkNow(caller, upload));
    }

    /** As {@link #check}, in the running transaction. */
    RequestFile checkNow(Caller caller, Upload upload) {
        caller.require(upload.kind().right());
        RequestFileFormat format = RequestFileFormat.of(upload.kind(), upload.operation());
        Policy policy = policies.of(caller.tenant());
        RowWork work = works.offered(format, policy);
        CheckContext context = contexts.of(caller.tenant(), upload.kind().certificates());
        RequestFileId id = new RequestFileId(ids.next());
        try (TabbedFile reader = RequestFileReader.open(
                upload.content(),
                upload.fileName(),
                TabbedFileLimits.ofRows(policy.requestFile().maxRows()))) {
            Tally tally = checkRows(
                    caller.tenant(),
                    format,
                    work,
                    context,
                    reader,
                    upload.without(),
                    rows -> add(caller.tenant(), id, format, rows));
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
        RowWork work = works.offered(format, policies.of(tenant));
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            CheckContext context = contexts.of(tenant, upload.kind().certificates());
            try (TabbedFile reader =
                    RequestFileReader.open(upload.content(), upload.fileName(), TabbedFileLimits.ofRows(maxRows))) {
                List<CheckedRow> rows = new ArrayList<>();
                Tally tally = checkRows(tenant, format, work, context, reader, upload.without(), rows::addAll);
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
            Set<Long> without,
            Consumer<List<CheckedRow>> keep)
            throws IOException {
        Tally tally = new Tally();
        DuplicateGuard duplicates = new DuplicateGuard();
        for (List<TabbedLine> lines = reader.read(CHUNK); !lines.isEmpty(); lines = reader.read(CHUNK)) {
            // The costly part, signatures and keys, on all cores; what depends on order, in order.
            List<CheckedRow> alone = lines.parallelStream()
                    .filter(line -> !without.contains(line.number()))
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
                null,
                null);
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

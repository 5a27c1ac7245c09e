package io.shomei.request.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RequestFileRepository {
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final TenantScope scope;
    private final ObjectMapper json;

    RequestFileRepository(TenantScope scope, ObjectMapper json) {
        this.scope = scope;
        this.json = json;
    }

    void add(RequestFile file) {
        scope.in(file.tenant())
                .update(
                        """
                        insert into request_file (tenant_id, id, kind, operation, on_error, state, file_name, size, sha256,
                            encoding, rows_total, rows_refused, error_codes, rows_done, rows_failed, review_items,
                            uploaded_at, uploaded_by, uploader)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 0, 0, ?, ?, ?, ?)""",
                        file.tenant().value(),
                        file.id().value(),
                        file.kind().name(),
                        file.operation().name(),
                        file.onError().name(),
                        file.state().name(),
                        file.fileName(),
                        file.size(),
                        file.sha256(),
                        file.encoding().label(),
                        file.rows(),
                        file.refused(),
                        write(file.errorCodes()),
                        String.join(",", file.reviewItems()),
                        file.uploadedAt(),
                        file.uploadedBy().value(),
                        file.uploader());
    }

    Optional<RequestFile> findFile(TenantId tenant, RequestFileId id) {
        return one(tenant, id, "");
    }

    List<RequestFile> findFiles(TenantId tenant, List<RequestFileId> ids) {
        return ids.isEmpty()
                ? List.of()
                : scope.in(tenant)
                        .list(
                                "select * from request_file where tenant_id = ? and id = any(?)",
                                this::file,
                                tenant.value(),
                                ids.stream().map(RequestFileId::value).toArray(UUID[]::new));
    }

    Optional<RequestFile> lock(TenantId tenant, RequestFileId id) {
        return one(tenant, id, " for update");
    }

    Page<RequestFile> page(
            TenantId tenant,
            Set<RequestFileKind> kinds,
            RequestFile.@Nullable State state,
            @Nullable Instant failedSince,
            PageRequest page) {
        Sql sql = scope.in(tenant);
        StringBuilder where = new StringBuilder(" from request_file where tenant_id = ? and kind = any(?)");
        List<@Nullable Object> values = new ArrayList<>(List.of(
                tenant.value(), kinds.stream().map(RequestFileKind::name).toArray(String[]::new)));
        if (state != null) {
            where.append(" and state = ?");
            values.add(state.name());
        }
        if (failedSince != null) {
            where.append(" and finished_at >= ? and (rows_failed > 0 or state = 'FAILED')");
            values.add(failedSince);
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<RequestFile> rows = sql.list(
                "select *" + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                this::file,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    /**
     * @param lapsesAt when it does not wait for a second officer any more; null where it waits for none
     */
    void submitted(
            TenantId tenant,
            RequestFileId id,
            RequestFile.Submission submission,
            RequestFile.State state,
            @Nullable Instant lapsesAt) {
        scope.in(tenant)
                .update(
                        """
                        update request_file
                        set state = ?, submitted_at = ?, submitted_by = ?, submitter = ?, submitted_from = ?, lapses_at = ?
                        where tenant_id = ? and id = ?""",
                        state.name(),
                        submission.at(),
                        submission.by().value(),
                        submission.name(),
                        submission.address(),
                        lapsesAt,
                        tenant.value(),
                        id.value());
    }

    void approved(TenantId tenant, RequestFileId id, RequestFile.Approval approval) {
        scope.in(tenant).update("""
                        update request_file set state = 'RUNNING', approved_at = ?, approved_by = ?, approver = ?
                        where tenant_id = ? and id = ?""", approval.at(), approval.by().value(), approval.name(), tenant.value(), id.value());
    }

    /** Those whose end came: they have lapsed now. One of a release that did not know of its end has fourteen days. */
    @AcrossTenants("time ends proposals, whoever's they are")
    List<RequestFile> endLapsed(Instant now, int limit) {
        return scope.acrossTenants().list("""
                        update request_file set state = 'LAPSED', finished_at = ? where (tenant_id, id) in (
                            select tenant_id, id from request_file
                            where state = 'PROPOSED' and coalesce(lapses_at, submitted_at + interval '14 days') <= ?
                            limit ? for update skip locked)
                        returning *""", this::file, now, now, limit);
    }

    void started(TenantId tenant, RequestFileId id, Instant at) {
        scope.in(tenant)
                .update(
                        "update request_file set started_at = coalesce(started_at, ?) where tenant_id = ? and id = ?",
                        at,
                        tenant.value(),
                        id.value());
    }

    void progressed(TenantId tenant, RequestFileId id, long done, long failed) {
        scope.in(tenant).update("""
                        update request_file set rows_done = rows_done + ?, rows_failed = rows_failed + ?
                        where tenant_id = ? and id = ?""", done, failed, tenant.value(), id.value());
    }

    void ended(TenantId tenant, RequestFileId id, RequestFile.State state, Instant at) {
        scope.in(tenant)
                .update(
                        "update request_file set state = ?, finished_at = ? where tenant_id = ? and id = ?",
                        state.name(),
                        at,
                        tenant.value(),
                        id.value());
    }

    /**
     * @param texts the cells of each row as they may be shown
     * @param secrets what else there was, encrypted; null where nothing was
     */
    void addRows(
            TenantId tenant,
            RequestFileId file,
            List<CheckedRow> rows,
            List<List<String>> texts,
            List<byte @Nullable []> secrets,
            List<CertificateId> certificates) {
        scope.in(tenant)
                .update(
                        """
                        insert into request_row (tenant_id, request_file_id, line, text, secret, errors, certificate_id)
                        select ?, ?, line, text, secret, errors::jsonb, certificate
                        from unnest(?, ?, ?, ?, ?) as row (line, text, secret, errors, certificate)""",
                        tenant.value(),
                        file.value(),
                        rows.stream().map(CheckedRow::line).toArray(Long[]::new),
                        // PostgreSQL text holds no NUL; such a cell is refused for its control character anyway.
                        texts.stream()
                                .map(cells -> String.join("\t", cells).replace('\0', ' '))
                                .toArray(String[]::new),
                        secrets.toArray(byte[][]::new),
                        rows.stream()
                                .map(row -> row.isAccepted() ? null : StoredErrors.write(json, row.errors()))
                                .toArray(String[]::new),
                        certificates.stream().map(CertificateId::value).toArray(UUID[]::new));
    }

    /** Rows that were accepted and not carried out yet, after a line. */
    List<RequestFileRow> pendingRows(TenantId tenant, RequestFileId file, long afterLine, int limit) {
        return scope.in(tenant).list("""
                        select * from v_request_row
                        where tenant_id = ? and request_file_id = ? and line > ? and outcome = 'ACCEPTED'
                        order by line limit ?""", this::row, tenant.value(), file.value(), afterLine, limit);
    }

    void rowsDone(TenantId tenant, RequestFileId file, List<Long> lines, Instant at) {
        scope.in(tenant).update("""
                        update request_row set done_at = ?
                        where tenant_id = ? and request_file_id = ? and line = any(?)""", at, tenant.value(), file.value(), lines.toArray(Long[]::new));
    }

    /** Forgets the secrets of rows: they were carried out. */
    void forgetSecrets(TenantId tenant, RequestFileId file, List<Long> lines) {
        scope.in(tenant).update("""
                        update request_row set secret = null
                        where tenant_id = ? and request_file_id = ? and line = any(?) and secret is not null""", tenant.value(), file.value(), lines.toArray(Long[]::new));
    }

    /** Forgets the secrets of a whole file: none of its rows is carried out any more. */
    void forgetSecrets(TenantId tenant, RequestFileId file) {
        scope.in(tenant).update("""
                        update request_row set secret = null
                        where tenant_id = ? and request_file_id = ? and secret is not null""", tenant.value(), file.value());
    }

    void failedRow(TenantId tenant, RequestFileId file, RequestFileRow row) {
        scope.in(tenant).update("""
                        update request_row set failure = ?::jsonb
                        where tenant_id = ? and request_file_id = ? and line = ?""", StoredErrors.write(json, row.errors()), tenant.value(), file.value(), row.line());
    }

    Page<RequestFileRow> rows(
            TenantId tenant,
            RequestFileId file,
            RequestFileRow.@Nullable Outcome outcome,
            @Nullable String code,
            PageRequest page) {
        Sql sql = scope.in(tenant);
        StringBuilder where = new StringBuilder(" from v_request_row where tenant_id = ? and request_file_id = ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(tenant.value(), file.value()));
        if (outcome != null) {
            where.append(" and outcome = ?");
            values.add(outcome.name());
        }
        if (code != null) {
            where.append(" and (errors @> ?::jsonb or failure @> ?::jsonb)");
            values.add(StoredErrors.havingNumber(json, code));
            values.add(StoredErrors.havingNumber(json, code));
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and line < ?::bigint" : " and line > ?::bigint");
            values.add(page.after(Long::valueOf));
        }
        List<RequestFileRow> rows = sql.list(
                "select *" + where + " order by line " + (page.backwards() ? "desc" : "asc") + " limit "
                        + (page.limit() + 1),
                this::row,
                values.toArray());
        return page.page(rows, row -> String.valueOf(row.line()), Page.Total.counted(total));
    }

    void streamRows(
            TenantId tenant,
            RequestFileId file,
            RequestFileRow.@Nullable Outcome outcome,
            Consumer<RequestFileRow> consumer) {
        scope.in(tenant).stream(
                """
                        select * from v_request_row
                        where tenant_id = ? and request_file_id = ? and outcome = coalesce(?, outcome) order by line""", this::row, consumer, tenant.value(), file.value(), outcome == null ? null : outcome.name());
    }

    private Optional<RequestFile> one(TenantId tenant, RequestFileId id, String lock) {
        return scope.in(tenant)
                .one(
                        "select * from request_file where tenant_id = ? and id = ?" + lock,
                        this::file,
                        tenant.value(),
                        id.value());
    }

    private RequestFile file(ResultSet row) throws SQLException {
        Instant submittedAt = Sql.instant(row, "submitted_at");
        String items = row.getString("review_items");
        return new RequestFile(
                new RequestFileId(Sql.uuid(row, "id")),
                new TenantId(Sql.uuid(row, "tenant_id")),
                RequestFileKind.valueOf(row.getString("kind")),
                RequestFileOperation.valueOf(row.getString("operation")),
                RequestFile.OnError.valueOf(row.getString("on_error")),
                RequestFile.State.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("sha256"),
                TextEncoding.ofLabel(row.getString("encoding")).orElseThrow(),
                row.getLong("rows_total"),
                row.getLong("rows_refused"),
                read(row.getString("error_codes")),
                row.getLong("rows_done"),
                row.getLong("rows_failed"),
                items.isEmpty() ? List.of() : List.of(items.split(",", -1)),
                Sql.instantOf(row, "uploaded_at"),
                new AccountId(Sql.uuid(row, "uploaded_by")),
                row.getString("uploader"),
                submittedAt == null
                        ? null
                        : new RequestFile.Submission(
                                submittedAt,
                                new AccountId(Sql.uuid(row, "submitted_by")),
                                row.getString("submitter"),
                                row.getString("submitted_from"),
                                approval(row)),
                Sql.instant(row, "lapses_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"));
    }

    private static RequestFile.@Nullable Approval approval(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "approved_at");
        return at == null
                ? null
                : new RequestFile.Approval(at, new AccountId(Sql.uuid(row, "approved_by")), row.getString("approver"));
    }

    private RequestFileRow row(ResultSet row) throws SQLException {
        String errors = row.getString("errors");
        String failure = row.getString("failure");
        String wrong = errors == null ? failure : errors;
        return new RequestFileRow(
                row.getLong("line"),
                row.getString("text"),
                new CertificateId(Sql.uuid(row, "certificate_id")),
                RequestFileRow.Outcome.valueOf(row.getString("outcome")),
                wrong == null ? List.of() : StoredErrors.read(json, wrong),
                row.getString("serial"),
                row.getBytes("secret"));
    }

    private String write(Map<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Long> read(String counts) {
        try {
            return json.readValue(counts, COUNTS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.shomei.submission;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.Right;
import io.shomei.kernel.TenantId;
import io.shomei.request.bulk.RequestFileKind;
import io.shomei.request.bulk.RequestFileOperation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SubmissionRepository {
    private static final String SELECT =
            "select s.*, l.holder_name, l.holder_email from submission s join submission_link l"
                    + " on l.tenant_id = s.tenant_id and l.id = s.link_id";

    private final TenantScope scope;

    SubmissionRepository(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * @param content encrypted: files may hold PINs
     */
    void add(Submission submission, byte[] content) {
        scope.in(submission.tenant())
                .update(
                        """
                        insert into submission (tenant_id, id, link_id, kind, operation, file_name, content, rows_total,
                            renews, submitted_at, submitted_from, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')""",
                        submission.tenant().value(),
                        submission.id(),
                        submission.link(),
                        submission.kind().name(),
                        submission.operation().name(),
                        submission.fileName(),
                        content,
                        submission.rows(),
                        SubmissionLinkRepository.ids(submission.renews()),
                        submission.submittedAt(),
                        submission.from());
    }

    byte[] content(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(
                        "select content from submission where tenant_id = ? and id = ?",
                        row -> row.getBytes("content"),
                        tenant.value(),
                        id)
                .orElseThrow();
    }

    Optional<Submission> find(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(SELECT + " where s.tenant_id = ? and s.id = ?", SubmissionRepository::read, tenant.value(), id);
    }

    Optional<Submission> lock(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(
                        SELECT + " where s.tenant_id = ? and s.id = ? for update of s",
                        SubmissionRepository::read,
                        tenant.value(),
                        id);
    }

    /** Everything that came through a link, the newest first. */
    List<Submission> of(SubmissionLink link) {
        return scope.in(link.tenant())
                .list(
                        SELECT + " where s.tenant_id = ? and s.link_id = ? order by s.id desc",
                        SubmissionRepository::read,
                        link.tenant().value(),
                        link.id());
    }

    /** The newest first, of the kinds that somebody may handle. */
    Page<Submission> page(TenantId tenant, Set<Right> rights, @Nullable String state, PageRequest page) {
        Sql sql = scope.in(tenant);
        StringBuilder where = new StringBuilder(" where s.tenant_id = ? and s.kind = any(?)");
        List<Object> values = new ArrayList<>(List.of(tenant.value(), SubmissionLinkRepository.kinds(rights)));
        if (state != null) {
            where.append(" and s.state = ?");
            values.add(state);
        }
        long total = sql.count(" from submission s" + where, Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and s.id > ?::uuid" : " and s.id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<Submission> rows = sql.list(
                SELECT + where + " order by s.id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                SubmissionRepository::read,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    void become(Submission submission) {
        Submission.Decision decision = submission.decision();
        if (decision == null) {
            throw new IllegalStateException("nobody decided on submission " + submission.id());
        }
        RequestFileId file = submission.file();
        scope.in(submission.tenant())
                .update(
                        """
                        update submission
                        set state = ?, decided_by = ?, decided_at = ?, reason = ?, request_file_id = ?,
                            refused_lines = ?, refused_names = ?
                        where tenant_id = ? and id = ?""",
                        submission.state().name(),
                        decision.by(),
                        decision.at(),
                        submission.reason(),
                        file == null ? null : file.value(),
                        submission.refusedLines().keySet().toArray(Long[]::new),
                        submission.refusedLines().values().toArray(String[]::new),
                        submission.tenant().value(),
                        submission.id());
    }

    private static Submission read(ResultSet row) throws SQLException {
        return new Submission(
                Sql.uuid(row, "id"),
                new TenantId(Sql.uuid(row, "tenant_id")),
                Sql.uuid(row, "link_id"),
                new SubmissionLink.Holder(row.getString("holder_name"), row.getString("holder_email")),
                RequestFileKind.valueOf(row.getString("kind")),
                RequestFileOperation.valueOf(row.getString("operation")),
                row.getString("file_name"),
                row.getLong("rows_total"),
                SubmissionLinkRepository.certificates(row),
                Sql.instantOf(row, "submitted_at"),
                row.getString("submitted_from"),
                state(row));
    }

    private static Submission.State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "WAITING" -> new Submission.State.Waiting();
            case "APPROVED" ->
                new Submission.State.Approved(
                        decision(row), new RequestFileId(Sql.uuid(row, "request_file_id")), refusal(row));
            case "REFUSED" -> new Submission.State.Refused(decision(row), row.getString("reason"));
            default -> throw new IllegalStateException("a submission is " + row.getString("state"));
        };
    }

    private static Submission.@Nullable Refusal refusal(ResultSet row) throws SQLException {
        Long[] lines = (Long[]) row.getArray("refused_lines").getArray();
        String[] names = (String[]) row.getArray("refused_names").getArray();
        if (lines.length == 0) {
            return null;
        }
        SortedMap<Long, String> refused = new TreeMap<>();
        for (int i = 0; i < lines.length; i++) {
            refused.put(lines[i], names[i]);
        }
        return new Submission.Refusal(refused, row.getString("reason"));
    }

    private static Submission.Decision decision(ResultSet row) throws SQLException {
        return new Submission.Decision(row.getString("decided_by"), Sql.instantOf(row, "decided_at"));
    }
}

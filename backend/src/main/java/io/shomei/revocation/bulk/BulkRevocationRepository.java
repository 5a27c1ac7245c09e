package io.shomei.revocation.bulk;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.revocation.Grounds;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class BulkRevocationRepository {
    /** With the outcomes of its lines, which are counted where they stand. */
    private static final String SELECT = """
            select b.*, (select string_agg(outcome || '=' || lines, ',')
                         from (select outcome, count(*) as lines from bulk_revocation_line l
                               where l.tenant_id = b.tenant_id and l.bulk_revocation_id = b.id
                               group by outcome) counted) as outcomes
            from bulk_revocation b where b.tenant_id = ?""";

    private final TenantScope scope;

    BulkRevocationRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(BulkRevocation bulk) {
        Grounds grounds = bulk.grounds();
        scope.in(bulk.tenant())
                .update(
                        """
                        insert into bulk_revocation (tenant_id, id, state, source, file_name, encoding, reason,
                            invalidity_date, comment, reference, tells_subscribers, created_at, created_by, creator,
                            expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        bulk.tenant().value(),
                        bulk.id().value(),
                        bulk.state().name(),
                        bulk.source().name(),
                        bulk.fileName(),
                        bulk.encoding() == null ? null : bulk.encoding().label(),
                        grounds.reason().name(),
                        grounds.invalidityDate(),
                        grounds.comment(),
                        grounds.reference(),
                        bulk.tellsSubscribers(),
                        bulk.createdAt(),
                        bulk.createdBy().value(),
                        bulk.creator(),
                        bulk.expiresAt());
    }

    void addLines(TenantId tenant, BulkRevocationId bulk, List<BulkRevocationLine> lines) {
        scope.in(tenant)
                .update(
                        """
                        insert into bulk_revocation_line (tenant_id, bulk_revocation_id, line, part, name, outcome,
                            certificate_tenant, certificate_id)
                        select ?, ?, line, part, name, outcome, tenant, certificate
                        from unnest(?, ?, ?, ?, ?, ?) as row (line, part, name, outcome, tenant, certificate)""",
                        tenant.value(),
                        bulk.value(),
                        lines.stream().map(BulkRevocationLine::number).toArray(Long[]::new),
                        lines.stream().map(BulkRevocationLine::part).toArray(Integer[]::new),
                        lines.stream().map(BulkRevocationLine::name).toArray(String[]::new),
                        lines.stream().map(line -> line.outcome().name()).toArray(String[]::new),
                        lines.stream()
                                .map(line -> line.target() == null
                                        ? null
                                        : line.target().tenant().value())
                                .toArray(UUID[]::new),
                        lines.stream()
                                .map(line -> line.target() == null
                                        ? null
                                        : line.target().certificate().value())
                                .toArray(UUID[]::new));
    }

    Optional<BulkRevocation> findBulk(TenantId tenant, BulkRevocationId id) {
        return scope.in(tenant)
                .one(SELECT + " and b.id = ?", BulkRevocationRepository::bulk, tenant.value(), id.value());
    }

    /** Keeps it from changing until the transaction ends. */
    boolean lock(TenantId tenant, BulkRevocationId id) {
        return scope.in(tenant)
                .one(
                        "select 1 from bulk_revocation where tenant_id = ? and id = ? for update",
                        row -> true,
                        tenant.value(),
                        id.value())
                .orElse(false);
    }

    Page<BulkRevocation> page(TenantId tenant, BulkRevocation.@Nullable State state, Instant now, PageRequest page) {
        Sql sql = scope.in(tenant);
        StringBuilder where = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>(List.of(tenant.value()));
        switch (state) {
            case null -> {}
            case CHECKED -> {
                where.append(" and b.state = 'CHECKED' and b.expires_at > ?");
                values.add(now);
            }
            case LAPSED -> {
                where.append(" and b.state = 'CHECKED' and b.expires_at <= ?");
                values.add(now);
            }
            case RUNNING, DONE -> {
                where.append(" and b.state = ?");
                values.add(state.name());
            }
        }
        long total =
                sql.count(" from bulk_revocation b where b.tenant_id = ?" + where, Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and b.id > ?::uuid" : " and b.id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<BulkRevocation> rows = sql.list(
                SELECT + where + " order by b.id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                BulkRevocationRepository::bulk,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    void submitted(TenantId tenant, BulkRevocationId id, BulkRevocation.Submission submission) {
        scope.in(tenant)
                .update(
                        """
                        update bulk_revocation set state = 'RUNNING', submitted_at = ?, submitted_by = ?, submitter = ?,
                            submitted_role = ?, submitted_from = ?
                        where tenant_id = ? and id = ?""",
                        submission.at(),
                        submission.by().value(),
                        submission.name(),
                        submission.role().name(),
                        submission.address(),
                        tenant.value(),
                        id.value());
    }

    void started(TenantId tenant, BulkRevocationId id, Instant at) {
        scope.in(tenant)
                .update(
                        "update bulk_revocation set started_at = coalesce(started_at, ?) where tenant_id = ? and id = ?",
                        at,
                        tenant.value(),
                        id.value());
    }

    void done(TenantId tenant, BulkRevocationId id, Instant at) {
        scope.in(tenant)
                .update(
                        "update bulk_revocation set state = 'DONE', finished_at = ? where tenant_id = ? and id = ?",
                        at,
                        tenant.value(),
                        id.value());
    }

    void mailed(TenantId tenant, BulkRevocationId id) {
        scope.in(tenant)
                .update(
                        "update bulk_revocation set result_mailed = true where tenant_id = ? and id = ?",
                        tenant.value(),
                        id.value());
    }

    /** The first lines that the submission has not carried out yet, kept from changing until the transaction ends. */
    List<BulkRevocationLine> lockLeft(TenantId tenant, BulkRevocationId bulk, int limit) {
        return scope.in(tenant).list("""
                        select * from bulk_revocation_line
                        where tenant_id = ? and bulk_revocation_id = ? and outcome in ('REVOCABLE', 'REPLACEABLE')
                        order by line, part limit ? for update""", BulkRevocationRepository::line, tenant.value(), bulk.value(), limit);
    }

    /** By number, so that each line is found by its key: of lines that were just written the database has no statistics to join by. */
    void carriedOut(TenantId tenant, BulkRevocationId bulk, Map<BulkRevocationLine.Key, Outcome> outcomes) {
        Map<Change, List<Long>> lines = outcomes.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> new Change(each.getKey().part(), each.getValue()),
                        Collectors.mapping(each -> each.getKey().number(), Collectors.toList())));
        lines.forEach((change, numbers) -> scope.in(tenant)
                .update(
                        """
                        update bulk_revocation_line set outcome = ?
                        where tenant_id = ? and bulk_revocation_id = ? and line = any(?) and part = ?""",
                        change.outcome().name(),
                        tenant.value(),
                        bulk.value(),
                        numbers.toArray(Long[]::new),
                        change.part()));
    }

    /** What lines have in common that are changed together. */
    private record Change(int part, Outcome outcome) {}

    Page<BulkRevocationLine> lines(
            TenantId tenant, BulkRevocationId bulk, @Nullable Outcome outcome, PageRequest page) {
        Sql sql = scope.in(tenant);
        StringBuilder where =
                new StringBuilder(" from bulk_revocation_line where tenant_id = ? and bulk_revocation_id = ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(tenant.value(), bulk.value()));
        if (outcome != null) {
            where.append(" and outcome = ?");
            values.add(outcome.name());
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            BulkRevocationLine.Key after = page.after(BulkRevocationRepository::key);
            where.append(" and (line, part) ")
                    .append(page.backwards() ? "<" : ">")
                    .append(" (?, ?)");
            values.add(after.number());
            values.add(after.part());
        }
        List<BulkRevocationLine> rows = sql.list(
                "select *" + where + (page.backwards() ? " order by line desc, part desc" : " order by line, part")
                        + " limit " + (page.limit() + 1),
                BulkRevocationRepository::line,
                values.toArray());
        return page.page(rows, row -> row.number() + "." + row.part(), Page.Total.counted(total));
    }

    @AcrossTenants("what nobody confirmed is forgotten, whoever's it is")
    int forgetLapsed(Instant before) {
        Sql sql = scope.acrossTenants();
        sql.update("""
                delete from bulk_revocation_line l using bulk_revocation b
                where b.tenant_id = l.tenant_id and b.id = l.bulk_revocation_id
                    and b.state = 'CHECKED' and b.expires_at < ?""", before);
        return sql.update("delete from bulk_revocation where state = 'CHECKED' and expires_at < ?", before);
    }

    private static BulkRevocation bulk(ResultSet row) throws SQLException {
        String encoding = row.getString("encoding");
        return new BulkRevocation(
                new BulkRevocationId(Sql.uuid(row, "id")),
                new TenantId(Sql.uuid(row, "tenant_id")),
                BulkRevocation.Source.valueOf(row.getString("source")),
                row.getString("file_name"),
                encoding == null ? null : TextEncoding.ofLabel(encoding).orElseThrow(),
                new Grounds(
                        RevocationReason.valueOf(row.getString("reason")),
                        Sql.instant(row, "invalidity_date"),
                        row.getString("comment"),
                        row.getString("reference")),
                BulkRevocation.State.valueOf(row.getString("state")),
                outcomes(row.getString("outcomes")),
                row.getBoolean("tells_subscribers"),
                Sql.instantOf(row, "created_at"),
                new AccountId(Sql.uuid(row, "created_by")),
                row.getString("creator"),
                Sql.instantOf(row, "expires_at"),
                submission(row),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                row.getBoolean("result_mailed"));
    }

    private static BulkRevocation.@Nullable Submission submission(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "submitted_at");
        return at == null
                ? null
                : new BulkRevocation.Submission(
                        at,
                        new AccountId(Sql.uuid(row, "submitted_by")),
                        row.getString("submitter"),
                        Role.valueOf(row.getString("submitted_role")),
                        row.getString("submitted_from"));
    }

    private static Map<Outcome, Long> outcomes(@Nullable String counted) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        if (counted != null) {
            for (String each : counted.split(",", -1)) {
                int equals = each.indexOf('=');
                outcomes.put(Outcome.valueOf(each.substring(0, equals)), Long.valueOf(each.substring(equals + 1)));
            }
        }
        return outcomes;
    }

    private static BulkRevocationLine.Key key(String cursor) {
        String[] parts = cursor.split("\\.", 2);
        return new BulkRevocationLine.Key(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    private static BulkRevocationLine line(ResultSet row) throws SQLException {
        UUID certificate = row.getObject("certificate_id", UUID.class);
        return new BulkRevocationLine(
                row.getLong("line"),
                row.getInt("part"),
                row.getString("name"),
                Outcome.valueOf(row.getString("outcome")),
                certificate == null
                        ? null
                        : new BulkRevocationLine.Target(
                                new TenantId(Sql.uuid(row, "certificate_tenant")), new CertificateId(certificate)));
    }
}

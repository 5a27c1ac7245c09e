package io.shomei.issuancejob;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeySpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class IssuanceJobRepository {
    private final TenantScope scope;

    IssuanceJobRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(IssuanceJob job) {
        scope.in(job.tenant())
                .update(
                        """
                        insert into issuance_job (tenant_id, id, state, renewal, profile, key, total, first_name, last_name,
                            created_at, created_by, creator, created_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        job.tenant().value(),
                        job.id().value(),
                        job.state().name(),
                        job.renewal(),
                        job.profile(),
                        job.key().name(),
                        job.total(),
                        job.firstName(),
                        job.lastName(),
                        job.begun().at(),
                        job.begun().by().value(),
                        job.begun().name(),
                        job.begun().address());
    }

    void addLines(TenantId tenant, IssuanceJobId job, List<JobLine> lines) {
        scope.in(tenant)
                .update(
                        """
                        insert into issuance_job_line (tenant_id, job_id, number, certificate_id, common_name, renews)
                        select ?, ?, number, certificate, name, renews
                        from unnest(?, ?, ?, ?) as row (number, certificate, name, renews)""",
                        tenant.value(),
                        job.value(),
                        lines.stream().map(JobLine::number).toArray(Integer[]::new),
                        lines.stream().map(line -> line.certificate().value()).toArray(UUID[]::new),
                        lines.stream().map(JobLine::commonName).toArray(String[]::new),
                        lines.stream()
                                .map(line -> line.renews() == null
                                        ? null
                                        : line.renews().value())
                                .toArray(UUID[]::new));
    }

    Optional<IssuanceJob> findJob(TenantId tenant, IssuanceJobId id) {
        return one(tenant, id, "");
    }

    Optional<IssuanceJob> lock(TenantId tenant, IssuanceJobId id) {
        return one(tenant, id, " for update");
    }

    /** The newest one that has not ended. */
    Optional<IssuanceJob> running(TenantId tenant) {
        return scope.in(tenant).one("""
                        select * from issuance_job where tenant_id = ? and state in ('RUNNING', 'CANCELLING')
                        order by id desc limit 1""", IssuanceJobRepository::job, tenant.value());
    }

    Page<IssuanceJob> page(TenantId tenant, IssuanceJob.@Nullable State state, PageRequest page) {
        Sql sql = scope.in(tenant);
        StringBuilder where = new StringBuilder(" from issuance_job where tenant_id = ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(tenant.value()));
        if (state != null) {
            where.append(" and state = ?");
            values.add(state.name());
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<IssuanceJob> rows = sql.list(
                "select *" + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                IssuanceJobRepository::job,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    Page<JobLine> lines(TenantId tenant, IssuanceJobId job, JobLine.@Nullable State state, PageRequest page) {
        Sql sql = scope.in(tenant);
        StringBuilder where = new StringBuilder(" from v_issuance_job_line where tenant_id = ? and job_id = ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(tenant.value(), job.value()));
        where.append(
                switch (state) {
                    case null -> "";
                    case ISSUING -> " and issued_at is null and failure is null";
                    case ISSUED -> " and issued_at is not null";
                    case FAILED -> " and issued_at is null and failure <> 'CANCELLED'";
                    case CANCELLED -> " and issued_at is null and failure = 'CANCELLED'";
                });
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and number < ?" : " and number > ?");
            values.add(page.after(Integer::valueOf));
        }
        List<JobLine> rows = sql.list(
                "select *" + where + " order by number " + (page.backwards() ? "desc" : "asc") + " limit "
                        + (page.limit() + 1),
                IssuanceJobRepository::line,
                values.toArray());
        return page.page(rows, row -> String.valueOf(row.number()), Page.Total.counted(total));
    }

    /** Lines that nothing came of yet, those after a number; none where the job is not to go on. */
    List<JobLine> pending(TenantId tenant, IssuanceJobId job, int after, int limit) {
        return scope.in(tenant).list("""
                        select * from v_issuance_job_line l
                        where l.tenant_id = ? and l.job_id = ? and l.number > ? and l.issued_at is null and l.failure is null
                            and exists (select from issuance_job j
                                where j.tenant_id = l.tenant_id and j.id = l.job_id and j.state = 'RUNNING')
                        order by l.number limit ?""", IssuanceJobRepository::line, tenant.value(), job.value(), after, limit);
    }

    /** The certificates that came of a job, in the order of their names. */
    List<CertificateId> issued(TenantId tenant, IssuanceJobId job) {
        return scope.in(tenant)
                .list("""
                        select certificate_id from v_issuance_job_line
                        where tenant_id = ? and job_id = ? and issued_at is not null order by number""", row -> new CertificateId(Sql.uuid(row, "certificate_id")), tenant.value(), job.value());
    }

    void resumed(TenantId tenant, IssuanceJobId id, Instant at) {
        scope.in(tenant).update("""
                        update issuance_job
                        set started_at = coalesce(started_at, ?), resumed_at = ?, resumed_done = done + failed
                        where tenant_id = ? and id = ?""", at, at, tenant.value(), id.value());
    }

    void progressed(TenantId tenant, IssuanceJobId id, int done) {
        scope.in(tenant)
                .update(
                        "update issuance_job set done = done + ? where tenant_id = ? and id = ?",
                        done,
                        tenant.value(),
                        id.value());
    }

    void failed(TenantId tenant, IssuanceJobId id, JobLine line, JobLine.Failure failure) {
        Sql sql = scope.in(tenant);
        sql.update("""
                update issuance_job_line set failure = ?
                where tenant_id = ? and job_id = ? and number = ? and failure is null""", failure.name(), tenant.value(), id.value(), line.number());
        sql.update(
                "update issuance_job set failed = failed + 1 where tenant_id = ? and id = ?",
                tenant.value(),
                id.value());
    }

    /** Has nothing come of the lines that are left: their certificates. */
    List<CertificateId> giveUp(TenantId tenant, IssuanceJobId id) {
        return scope.in(tenant)
                .list("""
                        update issuance_job_line l set failure = 'CANCELLED'
                        where l.tenant_id = ? and l.job_id = ? and l.failure is null
                            and not exists (select from certificate c
                                where c.tenant_id = l.tenant_id and c.id = l.certificate_id)
                        returning l.certificate_id""", row -> new CertificateId(Sql.uuid(row, "certificate_id")), tenant.value(), id.value());
    }

    void become(TenantId tenant, IssuanceJobId id, IssuanceJob.State state, @Nullable Instant finishedAt) {
        scope.in(tenant)
                .update(
                        "update issuance_job set state = ?, finished_at = ? where tenant_id = ? and id = ?",
                        state.name(),
                        finishedAt,
                        tenant.value(),
                        id.value());
    }

    private Optional<IssuanceJob> one(TenantId tenant, IssuanceJobId id, String suffix) {
        return scope.in(tenant)
                .one(
                        "select * from issuance_job where tenant_id = ? and id = ?" + suffix,
                        IssuanceJobRepository::job,
                        tenant.value(),
                        id.value());
    }

    private static IssuanceJob job(ResultSet row) throws SQLException {
        Instant resumedAt = Sql.instant(row, "resumed_at");
        return new IssuanceJob(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new IssuanceJobId(Sql.uuid(row, "id")),
                IssuanceJob.State.valueOf(row.getString("state")),
                row.getBoolean("renewal"),
                row.getString("profile"),
                KeySpec.valueOf(row.getString("key")),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getString("first_name"),
                row.getString("last_name"),
                new IssuanceJob.Begun(
                        Sql.instantOf(row, "created_at"),
                        new AccountId(Sql.uuid(row, "created_by")),
                        row.getString("creator"),
                        row.getString("created_from")),
                Sql.instant(row, "started_at"),
                resumedAt == null ? null : new IssuanceJob.Resumed(resumedAt, row.getInt("resumed_done")),
                Sql.instant(row, "finished_at"));
    }

    private static JobLine line(ResultSet row) throws SQLException {
        UUID renews = row.getObject("renews", UUID.class);
        String failure = row.getString("failure");
        Instant issuedAt = Sql.instant(row, "issued_at");
        return new JobLine(
                row.getInt("number"),
                new CertificateId(Sql.uuid(row, "certificate_id")),
                row.getString("common_name"),
                renews == null ? null : new CertificateId(renews),
                failure == null ? null : JobLine.Failure.valueOf(failure),
                issuedAt == null
                        ? null
                        : new JobLine.Issued(
                                issuedAt,
                                Objects.requireNonNull(Sql.instant(row, "not_after")),
                                Sql.instant(row, "revoked_at")));
    }
}

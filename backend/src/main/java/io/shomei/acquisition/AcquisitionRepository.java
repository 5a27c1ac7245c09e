package io.shomei.acquisition;

import io.shomei.account.Account;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AcquisitionRepository {
    private static final String SELECT = """
            select tenant_id, certificate_id, account_id, way, profile, renews, receipt_sha256, begun_at, begun_from, deadline, issued_at,
                ended_at, failed
            from acquisition
            """;

    private final TenantScope scope;

    AcquisitionRepository(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * @param token digest of the URL's; null where nothing is collected by one
     */
    void add(Acquisition one, byte @Nullable [] token) {
        scope.in(one.tenant())
                .update(
                        """
                        insert into acquisition (tenant_id, certificate_id, account_id, way, profile, renews, token_sha256, receipt_sha256,
                            begun_at, begun_from, deadline)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        one.tenant().value(),
                        one.certificate().value(),
                        one.account().value(),
                        one.way().name(),
                        one.profile(),
                        one.renews() == null ? null : one.renews().value(),
                        token,
                        one.receipt(),
                        one.begunAt(),
                        one.begunFrom(),
                        one.deadline());
    }

    @AcrossTenants("whoever comes with a URL has no account; the token says whose it is")
    Optional<Acquisition> findByToken(byte[] token) {
        return scope.acrossTenants().one(SELECT + " where token_sha256 = ?", AcquisitionRepository::read, token);
    }

    Optional<Acquisition> findAcquisition(TenantId tenant, CertificateId certificate) {
        return scope.in(tenant)
                .one(
                        SELECT + " where tenant_id = ? and certificate_id = ?",
                        AcquisitionRepository::read,
                        tenant.value(),
                        certificate.value());
    }

    /** Those of an account that did not end, the newest first. */
    List<Acquisition> open(Account account) {
        return scope.in(account.tenant())
                .list(
                        SELECT
                                + " where tenant_id = ? and account_id = ? and ended_at is null order by certificate_id desc",
                        AcquisitionRepository::read,
                        account.tenant().value(),
                        account.id().value());
    }

    /** Its certificate was issued; false where it ended before. */
    boolean issued(Acquisition one, Instant deadline, Instant now) {
        return scope.in(one.tenant())
                        .update(
                                """
                                update acquisition set issued_at = ?, deadline = ?
                                where tenant_id = ? and certificate_id = ? and ended_at is null""",
                                now,
                                deadline,
                                one.tenant().value(),
                                one.certificate().value())
                == 1;
    }

    /** Nothing was issued. */
    void fail(Acquisition one, Instant now) {
        scope.in(one.tenant())
                .update("""
                        update acquisition set ended_at = ?, failed = true
                        where tenant_id = ? and certificate_id = ? and issued_at is null and ended_at is null""", now, one.tenant().value(), one.certificate().value());
    }

    /** Nothing is collected of any of an account's from now on. */
    void end(Account account, Instant now) {
        scope.in(account.tenant())
                .update(
                        "update acquisition set ended_at = ? where tenant_id = ? and account_id = ? and ended_at is null",
                        now,
                        account.tenant().value(),
                        account.id().value());
    }

    /** Its certificate was used, and nobody need be reminded of it. */
    void used(TenantId tenant, CertificateId certificate, Instant now) {
        scope.in(tenant)
                .update(
                        "update acquisition set reminded_at = ? where tenant_id = ? and certificate_id = ? and reminded_at is null",
                        now,
                        tenant.value(),
                        certificate.value());
    }

    /** Certificates whose owner never used what took their place, and that end before a moment; each once. */
    List<CertificateId> remind(TenantId tenant, Instant endsBefore, Instant now, int limit) {
        return scope.in(tenant)
                .list(
                        """
                        update acquisition set reminded_at = ?
                        where tenant_id = ? and certificate_id in (
                            select certificate_id from v_unused_renewal
                            where tenant_id = ? and earlier_not_after >= ? and earlier_not_after < ? limit ?)
                        returning certificate_id""",
                        row -> new CertificateId(Sql.uuid(row, "certificate_id")),
                        now,
                        tenant.value(),
                        tenant.value(),
                        now,
                        endsBefore,
                        limit);
    }

    private static Acquisition read(ResultSet row) throws SQLException {
        UUID renews = row.getObject("renews", UUID.class);
        return new Acquisition(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new CertificateId(Sql.uuid(row, "certificate_id")),
                new AccountId(Sql.uuid(row, "account_id")),
                Acquisition.Way.valueOf(row.getString("way")),
                row.getString("profile"),
                renews == null ? null : new CertificateId(renews),
                row.getBytes("receipt_sha256"),
                Sql.instantOf(row, "begun_at"),
                row.getString("begun_from"),
                Sql.instantOf(row, "deadline"),
                Sql.instant(row, "issued_at"),
                Sql.instant(row, "ended_at"),
                row.getBoolean("failed"));
    }
}

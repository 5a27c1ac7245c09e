package io.shomei.enrolment;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AccountEnrolmentRepository {
    private static final String COLUMNS =
            "tenant_id, account_id, certificate_id, profile, renews, deadline, pin_hash, collected_at, ended_at";

    private final TenantScope scope;

    AccountEnrolmentRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(
            Account account,
            byte[] token,
            CertificateId certificate,
            String profile,
            @Nullable CertificateId renews,
            Instant deadline,
            Instant now) {
        scope.in(account.tenant())
                .update(
                        """
                        insert into account_enrolment
                            (tenant_id, token_sha256, account_id, certificate_id, profile, renews, deadline, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""",
                        account.tenant().value(),
                        token,
                        account.id().value(),
                        certificate.value(),
                        profile,
                        renews == null ? null : renews.value(),
                        deadline,
                        now);
    }

    /** Ends every invitation of the account that was not used; how many there were. */
    int end(Account account, Instant now) {
        return scope.in(account.tenant())
                .update("""
                        update account_enrolment set ended_at = ?
                        where tenant_id = ? and account_id = ? and ended_at is null and collected_at is null""", now, account.tenant().value(), account.id().value());
    }

    /** The access PIN of the invitation that waits; its deadline, or empty where there is none. */
    Optional<Instant> putPin(Account account, String hash, Instant now) {
        return scope.in(account.tenant())
                .one(
                        """
                        update account_enrolment set pin_hash = ?, failures = 0
                        where tenant_id = ? and account_id = ? and ended_at is null and collected_at is null and deadline >= ?
                        returning deadline""",
                        row -> Sql.instantOf(row, "deadline"),
                        hash,
                        account.tenant().value(),
                        account.id().value(),
                        now);
    }

    @AcrossTenants("whoever comes with a URL has no account; the token says whose it is")
    Optional<AccountEnrolment> findByToken(byte[] token) {
        return scope.acrossTenants()
                .one(
                        "select " + COLUMNS + " from account_enrolment where token_sha256 = ?",
                        AccountEnrolmentRepository::read,
                        token);
    }

    /** Counts a wrong access PIN before anybody knows whether it is; how many there are with it, or empty where there were too many. */
    Optional<Integer> count(TenantId tenant, byte[] token, int threshold) {
        return scope.in(tenant).one("""
                        update account_enrolment set failures = failures + 1
                        where tenant_id = ? and token_sha256 = ? and failures < ? returning failures""", row -> row.getInt("failures"), tenant.value(), token, threshold);
    }

    /** Uses the right up; false when somebody was faster. */
    boolean collect(TenantId tenant, byte[] token, Instant now, String address) {
        return scope.in(tenant).update("""
                                update account_enrolment set collected_at = ?, collected_from = ?, failures = 0
                                where tenant_id = ? and token_sha256 = ? and collected_at is null and ended_at is null""", now, address, tenant.value(), token) == 1;
    }

    /** Gives the right back: nothing was issued. */
    void release(TenantId tenant, byte[] token) {
        scope.in(tenant).update("""
                        update account_enrolment set collected_at = null, collected_from = null
                        where tenant_id = ? and token_sha256 = ?""", tenant.value(), token);
    }

    private static AccountEnrolment read(ResultSet row) throws SQLException {
        UUID renews = row.getObject("renews", UUID.class);
        return new AccountEnrolment(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new AccountId(Sql.uuid(row, "account_id")),
                new CertificateId(Sql.uuid(row, "certificate_id")),
                row.getString("profile"),
                renews == null ? null : new CertificateId(renews),
                Sql.instantOf(row, "deadline"),
                row.getString("pin_hash"),
                Sql.instant(row, "collected_at"),
                Sql.instant(row, "ended_at"));
    }
}

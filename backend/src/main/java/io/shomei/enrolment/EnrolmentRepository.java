package io.shomei.enrolment;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class EnrolmentRepository {
    private final TenantScope scope;

    EnrolmentRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(TenantId tenant, List<byte[]> tokens, List<CertificateId> certificates, Instant deadline, Instant now) {
        scope.in(tenant)
                .update(
                        """
                        insert into enrolment (token_sha256, tenant_id, certificate_id, deadline, created_at)
                        select token, ?, certificate, ?, ? from unnest(?, ?) as row (token, certificate)""",
                        tenant.value(),
                        deadline,
                        now,
                        tokens.toArray(byte[][]::new),
                        certificates.stream().map(CertificateId::value).toArray(UUID[]::new));
    }

    @AcrossTenants("whoever comes with a URL has no account; the token says whose it is")
    Optional<Enrolment> findByToken(byte[] digest) {
        return scope.acrossTenants()
                .one(
                        "select tenant_id, certificate_id, deadline, collected_at from enrolment where token_sha256 = ?",
                        EnrolmentRepository::read,
                        digest);
    }

    Optional<Enrolment> findOf(TenantId tenant, CertificateId certificate) {
        return scope.in(tenant)
                .one(
                        "select tenant_id, certificate_id, deadline, collected_at from enrolment where tenant_id = ? and certificate_id = ?",
                        EnrolmentRepository::read,
                        tenant.value(),
                        certificate.value());
    }

    /** Those of these certificates that are collected by a URL. */
    List<Enrolment> findOf(TenantId tenant, Collection<CertificateId> certificates) {
        return scope.in(tenant)
                .list(
                        """
                        select tenant_id, certificate_id, deadline, collected_at from enrolment
                        where tenant_id = ? and certificate_id = any(?)""",
                        EnrolmentRepository::read,
                        tenant.value(),
                        certificates.stream().map(CertificateId::value).toArray(UUID[]::new));
    }

    private static Enrolment read(ResultSet row) throws SQLException {
        return new Enrolment(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new CertificateId(Sql.uuid(row, "certificate_id")),
                Sql.instantOf(row, "deadline"),
                Sql.instant(row, "collected_at"));
    }

    /** Uses the right up; false when somebody was faster. */
    boolean collect(TenantId tenant, byte[] digest, Instant now, String address) {
        return scope.in(tenant).update("""
                                update enrolment set collected_at = ?, collected_from = ?
                                where tenant_id = ? and token_sha256 = ? and collected_at is null""", now, address, tenant.value(), digest) == 1;
    }
}

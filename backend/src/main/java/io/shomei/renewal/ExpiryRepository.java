package io.shomei.renewal;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.tenant.Domain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class ExpiryRepository {
    private final TenantScope scope;

    ExpiryRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<Instant> sweptUntil(TenantId tenant, Period step) {
        return scope.in(tenant)
                .one(
                        "select swept_until from expiry_sweep where tenant_id = ? and step = ?",
                        row -> Sql.instantOf(row, "swept_until"),
                        tenant.value(),
                        step.toString());
    }

    void swept(TenantId tenant, Period step, Instant until) {
        scope.in(tenant).update("""
                        insert into expiry_sweep (tenant_id, step, swept_until) values (?, ?, ?)
                        on conflict (tenant_id, step) do update set swept_until = excluded.swept_until""", tenant.value(), step.toString(), until);
    }

    /** Writes down that a step's notices are sent. Those that were before are not in the answer, whoever sent them. */
    Set<CertificateId> notice(TenantId tenant, Period step, Collection<CertificateId> certificates, Instant now) {
        return new HashSet<>(scope.in(tenant)
                .list(
                        """
                        insert into expiry_notice (tenant_id, certificate_id, step, noticed_at)
                        select ?, id, ?, ? from unnest(?) as row (id)
                        on conflict do nothing returning certificate_id""",
                        row -> new CertificateId(Sql.uuid(row, "certificate_id")),
                        tenant.value(),
                        step.toString(),
                        now,
                        certificates.stream().map(CertificateId::value).toArray(UUID[]::new)));
    }

    /** @return whether nobody was told before */
    boolean notice(TenantId tenant, Period step, Domain domain, Instant now) {
        return scope.in(tenant)
                        .update("""
                        insert into domain_notice (tenant_id, domain, issuing_deadline, step, noticed_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""", tenant.value(), domain.name(), domain.issuingDeadline(), step.toString(), now)
                == 1;
    }
}

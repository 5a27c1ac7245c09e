package io.shomei.certificate;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What took the place of what. */
@ApplicationScoped
class SuccessionRepository {
    private final TenantScope scope;

    SuccessionRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** @param successors by what they take the place of */
    void renewed(TenantId tenant, Map<CertificateId, CertificateId> successors, Instant now) {
        List<CertificateId> earlier = List.copyOf(successors.keySet());
        scope.in(tenant)
                .update(
                        """
                        update certificate c set renewed_by = row.successor, updated_at = ?
                        from unnest(?, ?) as row (id, successor) where c.tenant_id = ? and c.id = row.id""",
                        now,
                        CertificateRepository.ids(earlier),
                        earlier.stream()
                                .map(id -> Objects.requireNonNull(successors.get(id))
                                        .value())
                                .toArray(UUID[]::new),
                        tenant.value());
    }

    /** Whoever has the earlier one is to have its successor. */
    void passOnGivenTo(TenantId tenant, Collection<CertificateId> successors) {
        scope.in(tenant).update("""
                        update certificate c set given_to = earlier.given_to from certificate earlier
                        where c.tenant_id = ? and c.id = any(?) and earlier.tenant_id = c.tenant_id
                            and earlier.id = c.renews and earlier.given_to is not null""", tenant.value(), CertificateRepository.ids(successors));
    }

    List<CertificateId> replaced(TenantId tenant, Instant collectedBefore, Instant now, int limit) {
        return scope.in(tenant)
                .list("""
                        select c.id from certificate c
                        join certificate r on r.tenant_id = c.tenant_id and r.id = c.renewed_by
                        where c.tenant_id = ? and c.renewed_by is not null and c.renewal = 'RENEWED' and c.revoked_at is null
                            and c.replacement_asked_at is null and c.not_after >= ? and r.collected_at <= ?
                        order by c.id limit ? for update of c""", row -> new CertificateId(Sql.uuid(row, "id")), tenant.value(), now, collectedBefore, limit);
    }

    /**
     * Has some of those count as not renewed whose successor nobody collected in time. Where one is being collected at this moment, its
     * trigger has the last word.
     *
     * @return how many they were
     */
    @AcrossTenants("what lapses does so whosever it is")
    int lapse(Instant now, int limit) {
        return scope.acrossTenants().update("""
                        update certificate c set renewal = 'NOT_RENEWED'
                        from (select e.tenant_id, e.id from certificate e
                            join certificate s on s.tenant_id = e.tenant_id and s.id = e.renewed_by
                            where e.renewal = 'NOT_COLLECTED' and s.collect_by < ?
                            limit ? for update of e skip locked) lapsed
                        where c.tenant_id = lapsed.tenant_id and c.id = lapsed.id""", now, limit);
    }

    void reminded(TenantId tenant, Collection<CertificateId> certificates, Instant now) {
        scope.in(tenant)
                .update(
                        "update certificate set replacement_asked_at = ?, updated_at = ? where tenant_id = ? and id = any(?)",
                        now,
                        now,
                        tenant.value(),
                        CertificateRepository.ids(certificates));
    }

    /** What took the place of certificates, by their ids. */
    Map<CertificateId, Certificate> successors(TenantId tenant, Collection<CertificateId> certificates) {
        Map<CertificateId, Certificate> found = new HashMap<>();
        scope.in(tenant)
                .list(
                        "select " + CertificateRepository.COLUMNS + """
                         from certificate where tenant_id = ? and id in
                            (select renewed_by from certificate where tenant_id = ? and id = any(?))""",
                        CertificateRepository::read,
                        tenant.value(),
                        tenant.value(),
                        CertificateRepository.ids(certificates))
                .forEach(each -> found.put(Objects.requireNonNull(each.renews()), each));
        return found;
    }

    /** What a certificate took the place of and what took its place, each by its id. */
    List<Certificate> beside(TenantId tenant, CertificateId certificate) {
        return scope.in(tenant)
                .list(
                        "select " + CertificateRepository.COLUMNS + """
                         from certificate where tenant_id = ? and id in
                            (select unnest(array[renews, renewed_by]) from certificate where tenant_id = ? and id = ?)""",
                        CertificateRepository::read,
                        tenant.value(),
                        tenant.value(),
                        certificate.value());
    }
}

package io.shomei.issuance;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class SubjectNameRepository {
    private final TenantScope scope;

    SubjectNameRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Sorted, so that two who take some of the same names never wait for each other. */
    Set<CertificateId> reserve(TenantId tenant, CertificateKind kind, Map<CertificateId, String> names) {
        Sql sql = scope.in(tenant);
        List<Map.Entry<CertificateId, String>> entries = List.copyOf(names.entrySet());
        UUID[] ids = entries.stream().map(entry -> entry.getKey().value()).toArray(UUID[]::new);
        sql.update(
                """
                insert into subject_name (tenant_id, kind, common_name, certificate_id)
                select ?, ?, name, id from unnest(?, ?) as row (name, id) order by name on conflict do nothing""",
                tenant.value(),
                kind.name(),
                entries.stream().map(Map.Entry::getValue).toArray(String[]::new),
                ids);
        Set<CertificateId> refused = new HashSet<>(names.keySet());
        sql.list(
                        "select certificate_id from subject_name where tenant_id = ? and certificate_id = any(?)",
                        row -> new CertificateId(Sql.uuid(row, "certificate_id")),
                        tenant.value(),
                        ids)
                .forEach(refused::remove);
        return refused;
    }

    void release(TenantId tenant, Collection<CertificateId> certificates) {
        scope.in(tenant)
                .update(
                        """
                        delete from subject_name n where n.tenant_id = ? and n.certificate_id = any(?)
                            and not exists (select from certificate c
                                where c.tenant_id = n.tenant_id and c.id = n.certificate_id)""",
                        tenant.value(),
                        certificates.stream().map(CertificateId::value).toArray(UUID[]::new));
    }
}

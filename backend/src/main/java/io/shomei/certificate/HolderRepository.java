package io.shomei.certificate;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class HolderRepository {
    private final TenantScope scope;

    HolderRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(TenantId tenant, Map<CertificateId, Holder> holders) {
        List<Map.Entry<CertificateId, Holder>> entries = List.copyOf(holders.entrySet());
        scope.in(tenant)
                .update(
                        """
                        insert into certificate_holder (tenant_id, certificate_id, name, unit, email)
                        select ?, certificate, name, unit, email
                        from unnest(?, ?, ?, ?) as row (certificate, name, unit, email)
                        on conflict do nothing""",
                        tenant.value(),
                        entries.stream().map(entry -> entry.getKey().value()).toArray(UUID[]::new),
                        texts(entries, Holder::name),
                        texts(entries, Holder::unit),
                        texts(entries, Holder::email));
    }

    void readdress(TenantId tenant, CertificateId certificate, String email) {
        scope.in(tenant)
                .update(
                        "update certificate_holder set email = ? where tenant_id = ? and certificate_id = ?",
                        email,
                        tenant.value(),
                        certificate.value());
    }

    Map<CertificateId, Holder> of(TenantId tenant, Collection<CertificateId> certificates) {
        Map<CertificateId, Holder> found = new HashMap<>();
        scope.in(tenant)
                .list(
                        """
                        select certificate_id, name, unit, email from certificate_holder
                        where tenant_id = ? and certificate_id = any(?)""",
                        row -> found.put(
                                new CertificateId(Sql.uuid(row, "certificate_id")),
                                new Holder(row.getString("name"), row.getString("unit"), row.getString("email"))),
                        tenant.value(),
                        certificates.stream().map(CertificateId::value).toArray(UUID[]::new));
        return found;
    }

    private static String[] texts(List<Map.Entry<CertificateId, Holder>> entries, Function<Holder, String> value) {
        return entries.stream().map(entry -> value.apply(entry.getValue())).toArray(String[]::new);
    }
}

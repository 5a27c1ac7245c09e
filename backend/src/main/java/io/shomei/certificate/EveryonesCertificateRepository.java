package io.shomei.certificate;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.SerialNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The registers of all tenants, as the operator asks them. Each question follows an index of its own. */
@ApplicationScoped
class EveryonesCertificateRepository {
    private static final String FOR_THE_OPERATOR = "the operator revokes certificates of any tenant";
    private static final String SELECT = "select " + CertificateRepository.COLUMNS + " from certificate ";

    private final TenantScope scope;

    EveryonesCertificateRepository(TenantScope scope) {
        this.scope = scope;
    }

    @AcrossTenants(FOR_THE_OPERATOR)
    List<Certificate> withIds(Collection<CertificateId> ids) {
        return list("where id = any(?) order by id", (Object)
                ids.stream().map(CertificateId::value).toArray(UUID[]::new));
    }

    @AcrossTenants(FOR_THE_OPERATOR)
    List<Certificate> named(Collection<String> names) {
        return list("where common_name = any(?) order by id", (Object) names.toArray(String[]::new));
    }

    @AcrossTenants("a key is compromised for whoever has a certificate of it")
    List<Certificate> ofKey(KeyFingerprint key) {
        return list("where key_sha256 = ? order by id", key.octets());
    }

    @AcrossTenants("an authority is compromised for all whom it serves")
    Map<TenantId, List<CertificateId>> validOf(String authority, Instant at, int limit) {
        Map<TenantId, List<CertificateId>> found = new TreeMap<>();
        scope.acrossTenants()
                .list(
                        """
                        select tenant_id, id from certificate
                        where authority = ? and not_after >= ? and revoked_at is null order by not_after, id limit ?""",
                        row -> found.computeIfAbsent(new TenantId(Sql.uuid(row, "tenant_id")), _ -> new ArrayList<>())
                                .add(new CertificateId(Sql.uuid(row, "id"))),
                        authority,
                        at,
                        limit);
        return found;
    }

    @AcrossTenants(FOR_THE_OPERATOR)
    Page<Certificate> page(CertificateSearch search, PageRequest page) {
        Sql sql = scope.acrossTenants();
        StringBuilder where = new StringBuilder(" from certificate where ");
        List<@Nullable Object> values = new ArrayList<>();
        switch (search) {
            case CertificateSearch.BySerial(Set<SerialNumber> serials) -> {
                where.append("(authority, serial) in (select a.name, s.serial from authority a, unnest(?) s (serial))");
                values.add(serials.stream().map(SerialNumber::hex).toArray(String[]::new));
            }
            case CertificateSearch.ByCommonName(Set<String> names) -> {
                where.append("common_name = any(?)");
                values.add(names.toArray(String[]::new));
            }
            case CertificateSearch.BySha256(String hex) -> {
                where.append("(fingerprint = ? or key_sha256 = ?)");
                values.add(HexFormat.of().parseHex(hex));
                values.add(HexFormat.of().parseHex(hex));
            }
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<Certificate> rows = sql.list(
                "select " + CertificateRepository.COLUMNS + where + " order by id "
                        + (page.backwards() ? "asc" : "desc") + " limit " + (page.limit() + 1),
                CertificateRepository::read,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    @AcrossTenants(FOR_THE_OPERATOR)
    Map<CertificateId, Instant> crlVisibleSince(Collection<CertificateId> ids) {
        Map<CertificateId, Instant> since = HashMap.newHashMap(ids.size());
        scope.acrossTenants()
                .list(
                        """
                        select id, crl_visible_since from v_certificate_revocation
                        where id = any(?) and crl_visible_since is not null""",
                        row -> since.put(
                                new CertificateId(Sql.uuid(row, "id")), Sql.instantOf(row, "crl_visible_since")),
                        (Object) ids.stream().map(CertificateId::value).toArray(UUID[]::new));
        return since;
    }

    private List<Certificate> list(String where, Object parameter) {
        return scope.acrossTenants().list(SELECT + where, CertificateRepository::read, parameter);
    }
}

package io.shomei.renewal;

import io.shomei.certificate.SubscriberColumns;
import io.shomei.database.Like;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Certificates that nobody has fetched yet: each kind by itself, from its own place in the index of deadlines; and such as browsers have still to come for. */
@ApplicationScoped
class UncollectedRepository {
    private static final String KINDS = " from unnest(?) as k (kind) cross join lateral (";

    private static final String IN_OWN_TEXT = """
            (c.words ilike ? or exists (select from v_certificate_text t
                where t.tenant_id = ? and t.id = c.id and t.searched ilike ? offset 0))""";

    private final TenantScope scope;

    UncollectedRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Those that wait in the order of their deadlines, those that lapsed the latest first. */
    Page<Uncollected> page(TenantId tenant, UncollectedFilter filter, PageRequest page, Instant now) {
        Page.Total total = total(tenant, filter, now);
        List<Object> values = new ArrayList<>();
        StringBuilder from = from(tenant, filter, now, values);
        boolean ascending = filter.lapsed() == page.backwards();
        if (page.after() != null) {
            from.append(" and (c.collect_by, c.id) ")
                    .append(ascending ? ">" : "<")
                    .append(" (?::timestamptz, ?::uuid)");
            values.add(page.after(key -> Instant.parse(key.substring(0, key.indexOf('/')))));
            values.add(page.after(key -> UUID.fromString(key.substring(key.indexOf('/') + 1))));
        }
        String rest =
                " order by collect_by %1$s, id %1$s limit %2$d".formatted(ascending ? "asc" : "desc", page.limit() + 1);
        List<Uncollected> rows = scope.in(tenant)
                .list(
                        "select found.*" + KINDS + "select c.*" + from + rest + ") found" + rest,
                        UncollectedRepository::read,
                        values.toArray());
        return page.page(rows, row -> row.collectBy() + "/" + row.id(), total);
    }

    /** How many there are. */
    Page.Total total(TenantId tenant, UncollectedFilter filter, Instant now) {
        List<Object> values = new ArrayList<>();
        StringBuilder from = from(tenant, filter, now, values);
        return Page.Total.counted(scope.in(tenant)
                .one(
                        "select sum(found.n)::bigint" + KINDS + "select count(*) as n from (select 1" + from + " limit "
                                + (Page.Total.BOUND + 1) + ") counted) found",
                        row -> row.getLong(1),
                        values.toArray())
                .orElse(0L));
    }

    /** The conditions on a certificate of one kind, with their values. */
    private static StringBuilder from(TenantId tenant, UncollectedFilter filter, Instant now, List<Object> values) {
        StringBuilder from = new StringBuilder(" from v_uncollected c where c.tenant_id = ? and c.kind = k.kind");
        values.add(filter.kinds().stream().map(Enum::name).sorted().toArray(String[]::new));
        values.add(tenant.value());
        from.append(filter.lapsed() ? " and c.collect_by < ?" : " and c.collect_by >= ?");
        values.add(now);
        if (filter.domain() != null) {
            from.append(" and c.domain = ?");
            values.add(filter.domain());
        }
        if (filter.text() != null) {
            from.append(" and ").append(IN_OWN_TEXT);
            String words = Like.containing(filter.text());
            values.addAll(List.of(words, tenant.value(), words));
        }
        return from;
    }

    private static Uncollected read(ResultSet row) throws SQLException {
        String serial = row.getString("serial");
        String subject = row.getString("subject_dn");
        return new Uncollected(
                new CertificateId(Sql.uuid(row, "id")),
                serial == null ? null : SerialNumber.ofHex(serial),
                CertificateKind.valueOf(row.getString("kind")),
                subject,
                serial == null
                        ? DistinguishedName.parse(subject)
                                .first(AttributeType.CN)
                                .orElse(subject)
                        : row.getString("common_name"),
                Sql.instantOf(row, "issued_at"),
                Sql.instant(row, "not_after"),
                Sql.instantOf(row, "collect_by"),
                SubscriberColumns.read(row),
                RenewalRepository.holder(row),
                row.getBoolean("renewal"),
                secret(row));
    }

    private static Uncollected.@Nullable Secret secret(ResultSet row) throws SQLException {
        String delivery = row.getString("delivery");
        return delivery == null
                ? null
                : new Uncollected.Secret(
                        Delivery.valueOf(delivery),
                        Sql.instant(row, "pins_fetched_at") != null,
                        row.getInt("failures"));
    }
}

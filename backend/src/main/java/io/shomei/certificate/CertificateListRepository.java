package io.shomei.certificate;

import io.shomei.database.Like;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.pki.SerialNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The list that people look through: a page of a tenant's certificates, by what they look for. */
@ApplicationScoped
class CertificateListRepository {
    /** Those in whose text something stands. The view may ask the index of words, which row-level security keeps the table from. */
    private static final String IN_TEXT =
            "(select t.id from v_certificate_text t where t.tenant_id = ? and t.searched ilike ?)";

    /** The same, asked of one row after the other: where many are found, a page of them is found soon. */
    private static final String IN_OWN_TEXT = """
            exists (select from v_certificate_text t
                where t.tenant_id = ? and t.id = certificate.id and t.searched ilike ? offset 0)""";

    /** Where words are found in many certificates, each that is counted is asked for them: nobody needs to know of more. */
    private static final long COUNTED_ONE_BY_ONE = 1_000;

    /** Those that were handed out by a link. */
    private static final String HANDED_OUT = "(select h.certificate_id from v_hand_out h where h.tenant_id = ? and ";

    /** What a row shows beside the certificate. */
    private static final String BESIDE = """
            , given_to,
            (select h.deadline from v_hand_out h
                where h.tenant_id = certificate.tenant_id and h.certificate_id = certificate.id) as handed_out_until,
            (select h.collected_at from v_hand_out h
                where h.tenant_id = certificate.tenant_id and h.certificate_id = certificate.id) as hand_out_collected_at""";

    private final TenantScope scope;

    CertificateListRepository(TenantScope scope) {
        this.scope = scope;
    }

    Page<CertificateView> page(TenantId tenant, CertificateFilter filter, PageRequest page, Instant now) {
        Sql sql = scope.in(tenant);
        Where where = Where.of(
                tenant,
                filter,
                now,
                words -> isInFew(sql, tenant, words) ? "id = any(array" + IN_TEXT + ")" : IN_OWN_TEXT);
        Page.Total total = total(sql, where);
        boolean byExpiry = filter.isByExpiry();
        String sort = byExpiry ? "not_after" : "id";
        boolean ascending = (filter.order() != CertificateFilter.Order.NEWEST) != page.backwards();
        if (page.after() != null) {
            String compare = ascending ? " > " : " < ";
            if (byExpiry) {
                Instant notAfter = page.after(key -> Instant.parse(key.substring(0, key.indexOf('/'))));
                UUID id = page.after(key -> UUID.fromString(key.substring(key.indexOf('/') + 1)));
                where.and("(not_after, id)" + compare + "(?::timestamptz, ?::uuid)", notAfter, id);
            } else {
                where.and("id" + compare + "?::uuid", page.after(UUID::fromString));
            }
        }
        String direction = ascending ? " asc" : " desc";
        List<CertificateView> rows = sql.list(
                "select " + CertificateRepository.COLUMNS + BESIDE + where.from() + " order by " + sort + direction
                        + (byExpiry ? ", id" + direction : "") + " limit " + (page.limit() + 1),
                row -> view(row, now),
                where.values());
        Function<CertificateView, String> key = byExpiry
                ? row -> row.notAfter() + "/" + row.id()
                : row -> row.id().toString();
        return page.page(rows, key, total);
    }

    private static Page.Total total(Sql sql, Where where) {
        long bound = where.from().contains(IN_OWN_TEXT) ? COUNTED_ONE_BY_ONE : Page.Total.BOUND;
        long rows = sql.count(where.from(), bound, where.values());
        return rows > bound ? new Page.Total(bound, false) : new Page.Total(rows, true);
    }

    /** Whether words are found in so few certificates that these are looked for first. */
    private static boolean isInFew(Sql sql, TenantId tenant, String words) {
        return sql.count(
                        "from v_certificate_text where tenant_id = ? and searched ilike ?",
                        Page.Total.BOUND,
                        tenant.value(),
                        Like.containing(words))
                <= Page.Total.BOUND;
    }

    /** The conditions of a list. Each follows an index that begins with the tenant. */
    private static final class Where {
        private final StringBuilder text = new StringBuilder(" from certificate where tenant_id = ?");
        private final List<@Nullable Object> values = new ArrayList<>();

        static Where of(TenantId tenant, CertificateFilter filter, Instant now, UnaryOperator<String> inText) {
            Where where = new Where();
            where.values.add(tenant.value());
            if (filter.kind() != null) {
                where.and("kind = ?", filter.kind().name());
            }
            if (filter.status() != null) {
                where.status(filter.status(), now);
            }
            if (filter.validOnly()) {
                where.and("revoked_at is null and not_after >= ?", now);
            }
            if (filter.domain() != null) {
                where.and("domain = ?", filter.domain());
            }
            if (filter.text() != null) {
                where.text(tenant, filter.text(), inText);
            }
            if (!filter.names().isEmpty()) {
                where.and("common_name = any(?)", (Object) filter.names().toArray(String[]::new));
            }
            switch (filter.handedOut()) {
                case null -> {}
                case UNCOLLECTED ->
                    where.and("id = any(array" + HANDED_OUT + "h.collected_at is null))", tenant.value());
                case COLLECTED ->
                    where.and("id = any(array" + HANDED_OUT + "h.collected_at is not null))", tenant.value());
            }
            where.bound("issued_at >= ?", filter.issuedFrom());
            where.bound("issued_at < ?", filter.issuedTo());
            where.bound("not_after >= ?", filter.expiresFrom());
            where.bound("not_after < ?", filter.expiresTo());
            if (filter.isByExpiry() || filter.expiresFrom() != null || filter.expiresTo() != null) {
                where.and(CertificateRepository.BY_EXPIRY);
            }
            return where;
        }

        void and(String condition, Object... parameters) {
            text.append(" and ").append(condition);
            values.addAll(List.of(parameters));
        }

        String from() {
            return text.toString();
        }

        @Nullable
        Object[] values() {
            return values.toArray();
        }

        private void bound(String condition, @Nullable Instant bound) {
            if (bound != null) {
                and(condition, bound);
            }
        }

        private void text(TenantId tenant, String wanted, UnaryOperator<String> inText) {
            // Digits alone may be either way of writing a serial number: lists have it in decimal, pages in
            // hexadecimal.
            List<String> serials = new ArrayList<>();
            if (wanted.length() >= 16) {
                SerialNumber.parse(wanted).map(SerialNumber::hex).ifPresent(serials::add);
                if (wanted.matches("[0-9A-Fa-f]{16,40}")) {
                    serials.add(SerialNumber.ofHex(wanted).hex());
                }
            }
            if (serials.isEmpty()) {
                and(inText.apply(wanted), tenant.value(), Like.containing(wanted));
            } else {
                and("serial = any(?)", (Object) serials.toArray(String[]::new));
            }
        }

        private void status(Certificate.Status status, Instant now) {
            switch (status) {
                case REVOKED -> and("revoked_at is not null");
                case EXPIRED -> and("revoked_at is null and not_after < ?", now);
                case RENEWED -> and("revoked_at is null and renewal <> 'NOT_RENEWED' and not_after >= ?", now);
                case WAITING_FOR_DOWNLOAD ->
                    and(
                            "collect_by is not null and collected_at is null and revoked_at is null and renewal = 'NOT_RENEWED' and not_after >= ?",
                            now);
                case ISSUED ->
                    and(
                            "(collect_by is null or collected_at is not null) and revoked_at is null and renewal = 'NOT_RENEWED' and not_after >= ?",
                            now);
            }
        }
    }

    private static CertificateView view(ResultSet row, Instant now) throws SQLException {
        Certificate certificate = CertificateRepository.read(row);
        return new CertificateView(
                certificate.id().value(),
                certificate.serial().hex(),
                certificate.kind(),
                certificate.profile(),
                certificate.statusAt(now),
                certificate.subjectDn(),
                certificate.commonName(),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.issuedAt(),
                certificate.subscriber(),
                Sql.instant(row, "revoked_at"),
                row.getString("given_to"),
                Sql.instant(row, "handed_out_until"),
                Sql.instant(row, "hand_out_collected_at"));
    }
}

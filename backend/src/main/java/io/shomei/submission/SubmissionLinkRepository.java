package io.shomei.submission;

import io.shomei.certificate.SubscriberColumns;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Right;
import io.shomei.kernel.TenantId;
import io.shomei.pki.SerialNumber;
import io.shomei.request.bulk.RequestFileKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

@ApplicationScoped
class SubmissionLinkRepository {
    private final TenantScope scope;

    SubmissionLinkRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(SubmissionLink link, byte[] token) {
        scope.in(link.tenant())
                .update(
                        """
                        insert into submission_link (tenant_id, id, token_sha256, kind, holder_name, holder_email, most, used,
                            expires_at, renews, created_at, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)""",
                        link.tenant().value(),
                        link.id(),
                        token,
                        link.kind().name(),
                        link.holder().name(),
                        link.holder().email(),
                        link.most(),
                        link.expiresAt(),
                        ids(link.renews()),
                        link.createdAt(),
                        link.createdBy());
    }

    /** The newest first, of the kinds that somebody may handle. */
    Page<SubmissionLink> page(TenantId tenant, Set<Right> rights, PageRequest page) {
        Sql sql = scope.in(tenant);
        StringBuilder where = new StringBuilder(" from submission_link where tenant_id = ? and kind = any(?)");
        List<Object> values = new ArrayList<>(List.of(tenant.value(), kinds(rights)));
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<SubmissionLink> rows = sql.list(
                "select *" + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                SubmissionLinkRepository::read,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    Optional<SubmissionLink> lock(TenantId tenant, UUID id) {
        return scope.in(tenant)
                .one(
                        "select * from submission_link where tenant_id = ? and id = ? for update",
                        SubmissionLinkRepository::read,
                        tenant.value(),
                        id);
    }

    @AcrossTenants("whoever comes with a link has no account; the token says whose it is")
    Optional<SubmissionLink> findByToken(byte[] token) {
        return scope.acrossTenants()
                .one("select * from submission_link where token_sha256 = ?", SubmissionLinkRepository::read, token);
    }

    /** Those that the link is to renew, as they are in the register. */
    List<LinkedCertificate> certificates(SubmissionLink link) {
        return scope.in(link.tenant())
                .list(
                        "select * from v_link_certificate where tenant_id = ? and link_id = ? order by place",
                        SubmissionLinkRepository::certificate,
                        link.tenant().value(),
                        link.id());
    }

    void revoke(SubmissionLink link, Instant at) {
        scope.in(link.tenant())
                .update(
                        "update submission_link set revoked_at = ? where tenant_id = ? and id = ?",
                        at,
                        link.tenant().value(),
                        link.id());
    }

    /** Counts a submission; false where there were as many as the link is good for. */
    boolean use(SubmissionLink link) {
        return scope.in(link.tenant()).update("""
                                update submission_link set used = used + 1
                                where tenant_id = ? and id = ? and used < most and revoked_at is null""", link.tenant().value(), link.id()) == 1;
    }

    /** Counts a check before it is made; false where there were too many. */
    boolean check(SubmissionLink link, int most) {
        return scope.in(link.tenant()).update("""
                                update submission_link set checks = checks + 1
                                where tenant_id = ? and id = ? and checks < ?""", link.tenant().value(), link.id(), most) == 1;
    }

    static String[] kinds(Set<Right> rights) {
        return Arrays.stream(RequestFileKind.values())
                .filter(kind -> rights.contains(kind.right()))
                .map(RequestFileKind::name)
                .toArray(String[]::new);
    }

    static UUID[] ids(List<CertificateId> certificates) {
        return certificates.stream().map(CertificateId::value).toArray(UUID[]::new);
    }

    /** Those that a row of a link or a submission names. */
    static List<CertificateId> certificates(ResultSet row) throws SQLException {
        return Stream.of((UUID[]) row.getArray("renews").getArray())
                .map(CertificateId::new)
                .toList();
    }

    private static LinkedCertificate certificate(ResultSet row) throws SQLException {
        String names = row.getString("dns_names");
        return new LinkedCertificate(
                new CertificateId(Sql.uuid(row, "id")),
                SerialNumber.ofHex(row.getString("serial")),
                row.getString("profile"),
                row.getString("common_name"),
                names.isEmpty() ? List.of() : List.of(names.split(",")),
                Sql.instantOf(row, "not_after"),
                SubscriberColumns.read(row),
                state(row));
    }

    private static LinkedCertificate.State state(ResultSet row) throws SQLException {
        if (row.getBoolean("revoked")) {
            return LinkedCertificate.State.REVOKED;
        }
        return row.getString("renewal").equals("NOT_RENEWED")
                ? LinkedCertificate.State.OPEN
                : LinkedCertificate.State.RENEWED;
    }

    private static SubmissionLink read(ResultSet row) throws SQLException {
        return new SubmissionLink(
                Sql.uuid(row, "id"),
                new TenantId(Sql.uuid(row, "tenant_id")),
                RequestFileKind.valueOf(row.getString("kind")),
                new SubmissionLink.Holder(row.getString("holder_name"), row.getString("holder_email")),
                row.getInt("most"),
                row.getInt("used"),
                Sql.instantOf(row, "expires_at"),
                certificates(row),
                Sql.instantOf(row, "created_at"),
                row.getString("created_by"),
                Sql.instant(row, "revoked_at"));
    }
}

package io.shomei.download;

import io.shomei.certificate.Certificate;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ListRepository {
    private static final Set<String> CLIENTS = Set.of(CertificateKind.CLIENT.name(), CertificateKind.SMIME.name());

    private final TenantScope scope;

    ListRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** All certificates of these kinds, and those that wait for a browser, the oldest first. */
    void stream(TenantId tenant, List<String> kinds, Instant now, Consumer<ListRow> consumer) {
        scope.in(tenant).stream(
                "select * from v_certificate_list where tenant_id = ? and kind = any(?) order by id",
                row -> read(row, now),
                consumer,
                tenant.value(),
                kinds.toArray(String[]::new));
    }

    private static ListRow read(ResultSet row, Instant now) throws SQLException {
        String replaced = row.getString("replaced_serial");
        return new ListRow(
                row.getString("id"),
                row.getString("subject_dn"),
                row.getString("domain"),
                issued(row),
                CLIENTS.contains(row.getString("kind")),
                row.getString("profile"),
                status(row, now),
                row.getString("common_name"),
                row.getString("dns_names"),
                row.getString("subscriber_name"),
                row.getString("subscriber_unit"),
                row.getString("subscriber_email"),
                row.getString("subscriber_software"),
                Sql.instant(row, "collect_by"),
                row.getString("holder_email"),
                new ListRow.Application(
                        row.getString("request_file_id"),
                        row.getString("request_on_error"),
                        Sql.instant(row, "requested_at"),
                        row.getString("request_submitter"),
                        row.getString("request_review_items"),
                        cells(row.getString("request_text")),
                        row.getString("csr")),
                replaced == null ? null : SerialNumber.ofHex(replaced).decimal(),
                Sql.instant(row, "replacement_asked_at"),
                revocation(row),
                Sql.instantOf(row, "updated_at"));
    }

    private static ListRow.@Nullable Issued issued(ResultSet row) throws SQLException {
        String serial = row.getString("serial");
        return serial == null
                ? null
                : new ListRow.Issued(
                        Sql.instantOf(row, "issued_at"),
                        row.getString("issued_by"),
                        SerialNumber.ofHex(serial).decimal(),
                        row.getBytes("der"),
                        Sql.instantOf(row, "not_before"),
                        Sql.instantOf(row, "not_after"));
    }

    private static ListRow.@Nullable Revocation revocation(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "revoked_at");
        return at == null
                ? null
                : new ListRow.Revocation(
                        at,
                        row.getString("revoked_by"),
                        RevocationReason.valueOf(row.getString("revocation_reason"))
                                .code(),
                        row.getString("revocation_comment"),
                        new ListRow.Application(
                                row.getString("revocation_file_id"),
                                null,
                                Sql.instant(row, "revocation_requested_at"),
                                row.getString("revocation_submitter"),
                                row.getString("revocation_review_items"),
                                cells(row.getString("revocation_text")),
                                null));
    }

    private static Certificate.Status status(ResultSet row, Instant now) throws SQLException {
        Instant notAfter = Sql.instant(row, "not_after");
        return Certificate.Status.of(
                row.getObject("revoked_at") != null,
                row.getObject("renewed_by") != null,
                row.getObject("collect_by") != null && row.getObject("collected_at") == null,
                notAfter != null && now.isAfter(notAfter));
    }

    private static List<String> cells(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split("\t", -1));
    }
}

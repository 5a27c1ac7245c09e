package io.shomei.download;

import io.shomei.certificate.Certificate;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.pki.SerialNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ListRepository {
    private final TenantScope scope;

    ListRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** All certificates of these kinds, the oldest first. */
    void stream(TenantId tenant, List<String> kinds, Instant now, Consumer<ListRow> consumer) {
        scope.in(tenant).stream(
                "select * from v_certificate_list where tenant_id = ? and kind = any(?) order by id",
                row -> read(row, now),
                consumer,
                tenant.value(),
                kinds.toArray(String[]::new));
    }

    private static ListRow read(ResultSet row, Instant now) throws SQLException {
        Instant notAfter = Sql.instantOf(row, "not_after");
        String reason = row.getString("revocation_reason");
        return new ListRow(
                row.getString("id"),
                row.getString("subject_dn"),
                Sql.instantOf(row, "issued_at"),
                row.getString("issued_by"),
                row.getString("kind"),
                row.getString("profile"),
                status(row, notAfter, now),
                row.getString("common_name"),
                row.getString("dns_names"),
                SerialNumber.ofHex(row.getString("serial")).decimal(),
                row.getBytes("der"),
                Sql.instantOf(row, "not_before"),
                notAfter,
                row.getString("subscriber_name"),
                row.getString("subscriber_unit"),
                row.getString("subscriber_email"),
                row.getString("subscriber_software"),
                Sql.instant(row, "collect_by"),
                row.getString("request_file_id"),
                row.getString("request_on_error"),
                Sql.instant(row, "requested_at"),
                row.getString("request_submitter"),
                row.getString("request_review_items"),
                cells(row.getString("request_text")),
                Sql.instant(row, "revoked_at"),
                row.getString("revoked_by"),
                reason == null ? null : RevocationReason.valueOf(reason).code(),
                row.getString("revocation_comment"),
                Sql.instantOf(row, "updated_at"));
    }

    private static Certificate.Status status(ResultSet row, Instant notAfter, Instant now) throws SQLException {
        return Certificate.Status.of(
                row.getObject("revoked_at") != null,
                row.getObject("renewed_by") != null,
                row.getObject("collect_by") != null && row.getObject("collected_at") == null,
                now.isAfter(notAfter));
    }

    private static List<String> cells(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split("\t", -1));
    }
}

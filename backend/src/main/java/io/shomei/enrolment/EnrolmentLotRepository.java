package io.shomei.enrolment;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.profile.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class EnrolmentLotRepository {
    private static final String COLUMNS = """
            tenant_id, id, request_file_id, delivery, administrator_name, administrator_email, officer_name, officer_email, deadline,
            opened_at, pins_fetched_at, pins_receipt, collected_at, receipt
            """;

    private final TenantScope scope;

    EnrolmentLotRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Founds a lot unless its file has it already; the id of the one there is. */
    CertificateId found(EnrolmentLot lot, byte[] pinToken, byte @Nullable [] archiveToken, Instant now) {
        add(lot, pinToken, archiveToken, now);
        return scope.in(lot.tenant())
                .one(
                        """
                        select id from enrolment_lot
                        where tenant_id = ? and request_file_id = ? and delivery = ? and administrator_email = ? and not later""",
                        row -> new CertificateId(Sql.uuid(row, "id")),
                        lot.tenant().value(),
                        lot.requestFile().value(),
                        lot.delivery().name(),
                        lot.administrator().email())
                .orElseThrow();
    }

    /** Adds a lot. One that is open from the beginning is for certificates that were in another. */
    void add(EnrolmentLot lot, byte[] pinToken, byte @Nullable [] archiveToken, Instant now) {
        scope.in(lot.tenant())
                .update(
                        """
                        insert into enrolment_lot (tenant_id, id, request_file_id, delivery, administrator_name, administrator_email,
                            officer_name, officer_email, pin_token_sha256, archive_token_sha256, deadline, opened_at, later, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, request_file_id, delivery, administrator_email) where not later do nothing""",
                        lot.tenant().value(),
                        lot.id().value(),
                        lot.requestFile().value(),
                        lot.delivery().name(),
                        lot.administrator().name(),
                        lot.administrator().email(),
                        lot.officer().name(),
                        lot.officer().email(),
                        pinToken,
                        archiveToken,
                        lot.deadline(),
                        lot.openedAt(),
                        lot.openedAt() != null,
                        now);
    }

    /** Opens the lots of a file that are not open; those that were opened by this call. */
    List<EnrolmentLot> open(TenantId tenant, RequestFileId file, Instant now) {
        return scope.in(tenant)
                .list(
                        "update enrolment_lot set opened_at = ? where tenant_id = ? and request_file_id = ? and opened_at is null"
                                + " returning " + COLUMNS,
                        EnrolmentLotRepository::read,
                        now,
                        tenant.value(),
                        file.value());
    }

    EnrolmentLot get(TenantId tenant, CertificateId id) {
        return scope.in(tenant)
                .one(
                        "select " + COLUMNS + " from enrolment_lot where tenant_id = ? and id = ?",
                        EnrolmentLotRepository::read,
                        tenant.value(),
                        id.value())
                .orElseThrow();
    }

    /** A lot that was opened. */
    Optional<EnrolmentLot> findOpen(TenantId tenant, CertificateId id) {
        return Optional.of(get(tenant, id)).filter(lot -> lot.openedAt() != null);
    }

    /** The lot whose content a URL leads to. */
    @AcrossTenants("whoever comes with a URL has no account; the token says whose it is")
    Optional<EnrolmentLot> findByToken(EnrolmentLot.Content content, byte[] token) {
        String column = switch (content) {
            case PINS -> "pin_token_sha256";
            case CERTIFICATES -> "archive_token_sha256";
        };
        return scope.acrossTenants()
                .one(
                        "select " + COLUMNS + " from enrolment_lot where " + column + " = ? and opened_at is not null",
                        EnrolmentLotRepository::read,
                        token);
    }

    /** Uses the right to a content up; false when somebody was faster. */
    boolean collect(EnrolmentLot lot, EnrolmentLot.Content content, Receipt receipt, Instant now, String address) {
        String update = switch (content) {
            case PINS -> """
                update enrolment_lot set pins_fetched_at = ?, pins_fetched_from = ?, pins_receipt = ?
                where tenant_id = ? and id = ? and pins_fetched_at is null""";
            case CERTIFICATES -> """
                update enrolment_lot set collected_at = ?, collected_from = ?, receipt = ?
                where tenant_id = ? and id = ? and collected_at is null""";
        };
        return scope.in(lot.tenant())
                        .update(
                                update,
                                now,
                                address,
                                receipt.digest(),
                                lot.tenant().value(),
                                lot.id().value())
                == 1;
    }

    private static EnrolmentLot read(ResultSet row) throws SQLException {
        return new EnrolmentLot(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new CertificateId(Sql.uuid(row, "id")),
                new RequestFileId(Sql.uuid(row, "request_file_id")),
                Delivery.valueOf(row.getString("delivery")),
                new EnrolmentLot.Person(row.getString("administrator_name"), row.getString("administrator_email")),
                new EnrolmentLot.Person(row.getString("officer_name"), row.getString("officer_email")),
                Sql.instantOf(row, "deadline"),
                Sql.instant(row, "opened_at"),
                new EnrolmentLot.Collected(Sql.instant(row, "pins_fetched_at"), row.getBytes("pins_receipt")),
                new EnrolmentLot.Collected(Sql.instant(row, "collected_at"), row.getBytes("receipt")));
    }
}

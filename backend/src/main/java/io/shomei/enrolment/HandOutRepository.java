package io.shomei.enrolment;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HandOutRepository {
    private final TenantScope scope;

    HandOutRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Each in the place of what there was for its certificate. They were made by one person, at one moment. */
    void put(TenantId tenant, List<HandOut> handOuts, List<byte[]> tokens, @Nullable UUID lot) {
        if (handOuts.isEmpty()) {
            return;
        }
        HandOut any = handOuts.getFirst();
        scope.in(tenant)
                .update(
                        """
                        insert into hand_out (tenant_id, certificate_id, id, token_sha256, deadline, created_at, created_by, creator, lot)
                        select ?, certificate, id, token, deadline, ?, ?, ?, ?
                        from unnest(?, ?, ?, ?) as row (certificate, id, token, deadline)
                        on conflict (tenant_id, certificate_id) do update
                        set id = excluded.id, token_sha256 = excluded.token_sha256, deadline = excluded.deadline,
                            created_at = excluded.created_at, created_by = excluded.created_by, creator = excluded.creator,
                            lot = excluded.lot, failures = 0, collected_at = null, collected_from = null, receipt = null""",
                        tenant.value(),
                        any.createdAt(),
                        any.createdBy().value(),
                        any.creator(),
                        lot,
                        handOuts.stream()
                                .map(each -> each.certificate().value())
                                .toArray(UUID[]::new),
                        handOuts.stream().map(HandOut::id).toArray(UUID[]::new),
                        tokens.toArray(byte[][]::new),
                        handOuts.stream().map(HandOut::deadline).toArray(Instant[]::new));
    }

    /** Those of a lot that an account made and that nobody has fetched yet. */
    List<HandOut> ofLot(TenantId tenant, UUID lot, AccountId maker, Instant now) {
        return scope.in(tenant).list("""
                        select * from hand_out
                        where tenant_id = ? and lot = ? and created_by = ? and collected_at is null and deadline >= ?
                        order by certificate_id""", HandOutRepository::read, tenant.value(), lot, maker.value(), now);
    }

    Optional<HandOut> find(TenantId tenant, CertificateId certificate) {
        return scope.in(tenant)
                .one(
                        "select * from hand_out where tenant_id = ? and certificate_id = ?",
                        HandOutRepository::read,
                        tenant.value(),
                        certificate.value());
    }

    @AcrossTenants("whoever comes with a URL has no account; the token says whose it is")
    Optional<HandOut> findByToken(byte[] token) {
        return scope.acrossTenants()
                .one("select * from hand_out where token_sha256 = ?", HandOutRepository::read, token);
    }

    /** Ends a link; false where there is none. */
    boolean remove(TenantId tenant, CertificateId certificate) {
        return scope.in(tenant)
                        .update(
                                "delete from hand_out where tenant_id = ? and certificate_id = ?",
                                tenant.value(),
                                certificate.value())
                == 1;
    }

    /** Counts a wrong secret before anybody knows whether it is; how many there are with it, or empty where there were too many. */
    Optional<Integer> count(HandOut handOut, int threshold) {
        return scope.in(handOut.tenant())
                .one("""
                        update hand_out set failures = failures + 1
                        where tenant_id = ? and id = ? and failures < ? returning failures""", row -> row.getInt("failures"), handOut.tenant().value(), handOut.id(), threshold);
    }

    /** Forgets wrong secrets: the right one came. */
    void forgive(HandOut handOut) {
        scope.in(handOut.tenant())
                .update(
                        "update hand_out set failures = 0 where tenant_id = ? and id = ?",
                        handOut.tenant().value(),
                        handOut.id());
    }

    /** Uses the right up; false when somebody was faster, or another link took its place. */
    boolean collect(HandOut handOut, Receipt receipt, Instant now, String address) {
        return scope.in(handOut.tenant())
                        .update(
                                """
                                update hand_out set collected_at = ?, collected_from = ?, receipt = ?
                                where tenant_id = ? and id = ? and collected_at is null""",
                                now,
                                address,
                                receipt.digest(),
                                handOut.tenant().value(),
                                handOut.id())
                == 1;
    }

    private static HandOut read(ResultSet row) throws SQLException {
        return new HandOut(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new CertificateId(Sql.uuid(row, "certificate_id")),
                Sql.uuid(row, "id"),
                Sql.instantOf(row, "deadline"),
                Sql.instantOf(row, "created_at"),
                new AccountId(Sql.uuid(row, "created_by")),
                row.getString("creator"),
                row.getInt("failures"),
                new EnrolmentLot.Collected(Sql.instant(row, "collected_at"), row.getBytes("receipt")),
                row.getString("collected_from"));
    }
}

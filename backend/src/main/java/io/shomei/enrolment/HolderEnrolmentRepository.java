package io.shomei.enrolment;

import io.shomei.certificate.Holder;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HolderEnrolmentRepository {
    private final TenantScope scope;

    HolderEnrolmentRepository(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * @param lots the lot of each invitation
     * @param tokens of the URL that each holder gets; null where the holder gets none
     */
    void add(
            TenantId tenant,
            List<HolderInvitation> invitations,
            List<CertificateId> lots,
            List<byte @Nullable []> tokens) {
        scope.in(tenant)
                .update(
                        """
                        insert into holder_enrolment (tenant_id, certificate_id, lot_id, request_line, token_sha256, kind, profile,
                            subject_dn, file_name, renews, subscriber_unit)
                        select ?, certificate, lot, line, token, kind, profile, subject, file_name, renews, unit
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as row (certificate, lot, line, token, kind, profile, subject, file_name, renews, unit)
                        on conflict (tenant_id, certificate_id) do nothing""",
                        tenant.value(),
                        invitations.stream()
                                .map(each -> each.certificate().value())
                                .toArray(UUID[]::new),
                        lots.stream().map(CertificateId::value).toArray(UUID[]::new),
                        invitations.stream().map(HolderInvitation::line).toArray(Long[]::new),
                        tokens.toArray(byte[][]::new),
                        texts(invitations, each -> each.kind().name()),
                        texts(invitations, HolderInvitation::profile),
                        texts(invitations, each -> each.subject().text()),
                        texts(invitations, HolderInvitation::fileName),
                        invitations.stream()
                                .map(each -> each.renews() == null
                                        ? null
                                        : each.renews().value())
                                .toArray(UUID[]::new),
                        texts(invitations, each -> {
                            String unit = each.administrator().unit();
                            return unit == null ? "" : unit;
                        }));
    }

    @AcrossTenants("whoever comes with a URL has no account; the token says whose it is")
    Optional<HolderEnrolment> findByToken(byte[] token) {
        return scope.acrossTenants()
                .one("select * from v_holder_enrolment where token_sha256 = ?", HolderEnrolmentRepository::read, token);
    }

    Optional<HolderEnrolment> find(TenantId tenant, CertificateId certificate) {
        return scope.in(tenant)
                .one(
                        "select * from v_holder_enrolment where tenant_id = ? and certificate_id = ?",
                        HolderEnrolmentRepository::read,
                        tenant.value(),
                        certificate.value());
    }

    /** Those of these certificates that a holder was invited to. */
    List<HolderEnrolment> find(TenantId tenant, Collection<CertificateId> certificates) {
        return scope.in(tenant)
                .list(
                        "select * from v_holder_enrolment where tenant_id = ? and certificate_id = any(?)",
                        HolderEnrolmentRepository::read,
                        tenant.value(),
                        certificates.stream().map(CertificateId::value).toArray(UUID[]::new));
    }

    /** Some enrolments of a lot in the order of the file, those after a line; not those whose certificate was revoked. */
    List<HolderEnrolment> ofLot(EnrolmentLot lot, long afterLine, int limit) {
        return scope.in(lot.tenant())
                .list(
                        """
                        select * from v_holder_enrolment
                        where tenant_id = ? and lot_id = ? and request_line > ? and revoked_at is null and ended_at is null
                        order by request_line limit ?""",
                        HolderEnrolmentRepository::read,
                        lot.tenant().value(),
                        lot.id().value(),
                        afterLine,
                        limit);
    }

    /** Those certificates of a lot that take the place of others, in the order of the file. */
    List<CertificateId> renewals(EnrolmentLot lot) {
        return scope.in(lot.tenant())
                .list(
                        """
                        select certificate_id from v_holder_enrolment
                        where tenant_id = ? and lot_id = ? and renews is not null and revoked_at is null and ended_at is null
                        order by request_line""",
                        row -> new CertificateId(Sql.uuid(row, "certificate_id")),
                        lot.tenant().value(),
                        lot.id().value());
    }

    long count(EnrolmentLot lot) {
        return scope.in(lot.tenant())
                .one("""
                        select count(*) from v_holder_enrolment
                        where tenant_id = ? and lot_id = ? and revoked_at is null and ended_at is null""", row -> row.getLong(1), lot.tenant().value(), lot.id().value())
                .orElse(0L);
    }

    /** Counts a wrong access PIN before anybody knows whether it is; how many there are with it, or empty where there were too many. */
    Optional<Integer> count(HolderEnrolment enrolment, int threshold) {
        return scope.in(enrolment.tenant())
                .one(
                        """
                        update holder_enrolment set failures = failures + 1
                        where tenant_id = ? and certificate_id = ? and failures < ? returning failures""",
                        row -> row.getInt("failures"),
                        enrolment.tenant().value(),
                        enrolment.certificate().value(),
                        threshold);
    }

    /** Forgets wrong access PINs: the right one came. */
    void forgive(HolderEnrolment enrolment) {
        scope.in(enrolment.tenant())
                .update(
                        "update holder_enrolment set failures = 0 where tenant_id = ? and certificate_id = ?",
                        enrolment.tenant().value(),
                        enrolment.certificate().value());
    }

    /** Gives an enrolment that nobody used to another lot, with another access PIN; false when somebody was faster. */
    boolean move(HolderEnrolment enrolment, CertificateId lot, UUID pin) {
        return scope.in(enrolment.tenant())
                        .update(
                                """
                                update holder_enrolment set lot_id = ?, pin_id = ?, failures = 0
                                where tenant_id = ? and certificate_id = ? and collected_at is null and ended_at is null""",
                                lot.value(),
                                pin,
                                enrolment.tenant().value(),
                                enrolment.certificate().value())
                == 1;
    }

    /** Gives an enrolment that nobody used another URL; false when somebody was faster. */
    boolean redirect(HolderEnrolment enrolment, UUID url, byte[] token) {
        return scope.in(enrolment.tenant())
                        .update(
                                """
                                update holder_enrolment set url_id = ?, token_sha256 = ?
                                where tenant_id = ? and certificate_id = ? and collected_at is null and ended_at is null""",
                                url,
                                token,
                                enrolment.tenant().value(),
                                enrolment.certificate().value())
                == 1;
    }

    /** Uses the right up; false when somebody was faster. */
    boolean collect(HolderEnrolment enrolment, byte @Nullable [] receipt, Instant now, String address) {
        return scope.in(enrolment.tenant())
                        .update(
                                """
                                update holder_enrolment set collected_at = ?, collected_from = ?, receipt = ?
                                where tenant_id = ? and certificate_id = ? and collected_at is null and ended_at is null""",
                                now,
                                address,
                                receipt,
                                enrolment.tenant().value(),
                                enrolment.certificate().value())
                == 1;
    }

    /**
     * Uses the right up for a key that is certified then; false when somebody was faster. What was used up for the same key and came to
     * nothing counts as not used.
     *
     * @param interrupted whatever began before this moment and has no certificate came to nothing
     */
    boolean claim(HolderEnrolment enrolment, byte[] key, Instant now, Instant interrupted, String address) {
        return scope.in(enrolment.tenant())
                        .update(
                                """
                                update holder_enrolment e set collected_at = ?, collected_from = ?, receipt = ?
                                where e.tenant_id = ? and e.certificate_id = ? and e.ended_at is null
                                    and (e.collected_at is null or e.receipt = ? and e.collected_at < ?
                                        and not exists (select from certificate c
                                            where c.tenant_id = e.tenant_id and c.id = e.certificate_id))""",
                                now,
                                address,
                                key,
                                enrolment.tenant().value(),
                                enrolment.certificate().value(),
                                key,
                                interrupted)
                == 1;
    }

    /** Uses the rights of a whole lot up, with its archive. */
    void collectAll(EnrolmentLot lot, Instant now, String address) {
        scope.in(lot.tenant())
                .update("""
                        update holder_enrolment set collected_at = ?, collected_from = ?
                        where tenant_id = ? and lot_id = ? and collected_at is null and ended_at is null""", now, address, lot.tenant().value(), lot.id().value());
    }

    /** Ends a right that nobody used; false when somebody was faster. */
    boolean withdraw(HolderEnrolment enrolment, Instant now) {
        return scope.in(enrolment.tenant())
                        .update(
                                """
                                update holder_enrolment set ended_at = ?, withdrawn = true
                                where tenant_id = ? and certificate_id = ? and collected_at is null and ended_at is null""",
                                now,
                                enrolment.tenant().value(),
                                enrolment.certificate().value())
                == 1;
    }

    /** Gives the right back: nothing was issued. */
    void release(HolderEnrolment enrolment) {
        scope.in(enrolment.tenant())
                .update("""
                        update holder_enrolment set collected_at = null, collected_from = null, receipt = null
                        where tenant_id = ? and certificate_id = ?""", enrolment.tenant().value(), enrolment.certificate().value());
    }

    /** Ends rights to certificates that no browser asked for in time; whose they are. */
    @AcrossTenants("time ends rights, whoever's they are")
    Map<TenantId, List<CertificateId>> endLapsed(Instant now, int limit) {
        Map<TenantId, List<CertificateId>> ended = new HashMap<>();
        scope.acrossTenants()
                .list(
                        """
                        update holder_enrolment set ended_at = ? where (tenant_id, certificate_id) in (
                            select e.tenant_id, e.certificate_id from holder_enrolment e
                            join enrolment_lot l on l.tenant_id = e.tenant_id and l.id = e.lot_id
                            where e.collected_at is null and e.ended_at is null and l.delivery = 'BROWSER' and l.deadline < ?
                            limit ? for update of e skip locked)
                        returning tenant_id, certificate_id""",
                        row -> ended.computeIfAbsent(new TenantId(Sql.uuid(row, "tenant_id")), _ -> new ArrayList<>())
                                .add(new CertificateId(Sql.uuid(row, "certificate_id"))),
                        now,
                        now,
                        limit);
        return ended;
    }

    /** Which of these certificates somebody was invited to collect. */
    List<CertificateId> invited(TenantId tenant, Collection<CertificateId> certificates) {
        return scope.in(tenant)
                .list(
                        "select certificate_id from holder_enrolment where tenant_id = ? and certificate_id = any(?)",
                        row -> new CertificateId(Sql.uuid(row, "certificate_id")),
                        tenant.value(),
                        certificates.stream().map(CertificateId::value).toArray(UUID[]::new));
    }

    private static HolderEnrolment read(ResultSet row) throws SQLException {
        String serial = row.getString("serial");
        UUID renews = Sql.uuid(row, "renews");
        return new HolderEnrolment(
                new TenantId(Sql.uuid(row, "tenant_id")),
                new CertificateId(Sql.uuid(row, "certificate_id")),
                new CertificateId(Sql.uuid(row, "lot_id")),
                new RequestFileId(Sql.uuid(row, "request_file_id")),
                row.getLong("request_line"),
                Delivery.valueOf(row.getString("delivery")),
                CertificateKind.valueOf(row.getString("kind")),
                row.getString("profile"),
                row.getString("subject_dn"),
                row.getString("file_name"),
                renews == null ? null : new CertificateId(renews),
                Sql.uuid(row, "pin_id"),
                Sql.uuid(row, "url_id"),
                new EnrolmentLot.Person(row.getString("administrator_name"), row.getString("administrator_email")),
                row.getString("subscriber_unit"),
                new Holder(row.getString("holder_name"), row.getString("holder_unit"), row.getString("holder_email")),
                Sql.instantOf(row, "deadline"),
                Sql.instant(row, "pins_fetched_at") != null,
                new EnrolmentLot.Collected(Sql.instant(row, "collected_at"), row.getBytes("receipt")),
                Sql.instant(row, "ended_at"),
                row.getBoolean("withdrawn"),
                serial == null
                        ? null
                        : new HolderEnrolment.Issued(
                                SerialNumber.ofHex(serial),
                                row.getString("authority"),
                                row.getBytes("der"),
                                Sql.instantOf(row, "not_after"),
                                Sql.instant(row, "revoked_at") != null));
    }

    private static String[] texts(List<HolderInvitation> invitations, Function<HolderInvitation, String> value) {
        return invitations.stream().map(value).toArray(String[]::new);
    }
}

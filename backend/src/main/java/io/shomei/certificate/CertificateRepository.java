package io.shomei.certificate;

import io.shomei.audit.Actor;
import io.shomei.authority.Authority;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Digests;
import io.shomei.pki.RevocationReason;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CertificateRepository {
    /** What the index of ends asks to be said. */
    static final String BY_EXPIRY = "not_after > '-infinity'";

    static final String COLUMNS = """
            tenant_id, id, authority, crl_shard, serial, kind, profile, profile_version, policy_version, subject_dn,
            common_name, not_before, not_after, issued_at, der, account_id, request_file_id, request_line, subscriber_name, subscriber_unit, subscriber_email,
            subscriber_software, collect_by, collected_at, first_used_at, renews, renewal, revoked_at, revocation_reason,
            invalidity_date, revocation_comment, revoked_by, muted_at, muted_by
            """;

    /** Before every id. */
    private static final UUID NO_ID = new UUID(0, 0);

    private final TenantScope scope;

    CertificateRepository(TenantScope scope) {
        this.scope = scope;
    }

    void add(TenantId tenant, List<NewCertificate> issued) {
        scope.in(tenant)
                .update(
                        """
                        insert into certificate (tenant_id, id, authority, crl_shard, serial, kind, profile, profile_version,
                            policy_version, subject_dn, common_name, dns_names, not_before, not_after, issued_at, issued_by,
                            der, account_id, request_file_id, request_line, subscriber_name, subscriber_unit,
                            subscriber_email, subscriber_software, collect_by, renews, key_sha256, updated_at)
                        select ?, id, authority, crl_shard, serial, kind, profile, profile_version,
                            policy_version, subject_dn, common_name, dns_names, not_before, not_after, issued_at, issued_by,
                            der, account_id, request_file_id, request_line, subscriber_name, subscriber_unit,
                            subscriber_email, subscriber_software, collect_by, renews, key_sha256, issued_at
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as row (id, authority, crl_shard, serial, kind, profile, profile_version,
                            policy_version, subject_dn, common_name, dns_names, not_before, not_after, issued_at, issued_by,
                            der, account_id, request_file_id, request_line, subscriber_name, subscriber_unit,
                            subscriber_email, subscriber_software, collect_by, renews, key_sha256)""",
                        tenant.value(),
                        uuids(issued, row -> row.id().value()),
                        texts(issued, NewCertificate::authority),
                        issued.stream().map(NewCertificate::crlShard).toArray(Integer[]::new),
                        texts(issued, row -> row.serial().hex()),
                        texts(issued, row -> row.profile().kind().name()),
                        texts(issued, row -> row.profile().id()),
                        issued.stream().map(row -> row.profile().version()).toArray(Integer[]::new),
                        issued.stream().map(NewCertificate::policyVersion).toArray(Integer[]::new),
                        texts(issued, NewCertificate::subjectDn),
                        texts(issued, NewCertificate::commonName),
                        texts(issued, row -> String.join(",", row.dnsNames())),
                        instants(issued, row -> row.validity().notBefore()),
                        instants(issued, row -> row.validity().notAfter()),
                        instants(issued, NewCertificate::issuedAt),
                        texts(issued, NewCertificate::issuedBy),
                        issued.stream().map(row -> row.der().encoded()).toArray(byte[][]::new),
                        uuids(
                                issued,
                                row -> row.account() == null
                                        ? null
                                        : row.account().value()),
                        uuids(
                                issued,
                                row -> row.requestFile() == null
                                        ? null
                                        : row.requestFile().value()),
                        issued.stream().map(NewCertificate::requestLine).toArray(Long[]::new),
                        texts(issued, row -> row.subscriber().name()),
                        texts(issued, row -> row.subscriber().unit()),
                        texts(issued, row -> row.subscriber().email()),
                        texts(issued, row -> row.subscriber().software()),
                        issued.stream().map(NewCertificate::collectBy).toArray(Instant[]::new),
                        uuids(
                                issued,
                                row -> row.renews() == null
                                        ? null
                                        : row.renews().value()),
                        issued.stream()
                                .map(row -> Digests.sha256(row.der().publicKeyInfo()))
                                .toArray(byte[][]::new));
    }

    /** What its issuer's lists and answers tell of it is told as of any other certificate. */
    void addAuthority(TenantId tenant, CertificateId id, Authority authority, Instant now) {
        CertificateDer certificate = authority.certificate();
        scope.in(tenant)
                .update(
                        """
                        insert into certificate (tenant_id, id, authority, serial, kind, profile, profile_version,
                            policy_version, subject_dn, common_name, dns_names, not_before, not_after, issued_at, issued_by,
                            der, key_sha256, updated_at)
                        values (?, ?, ?, ?, ?, ?, 1, 1, ?, ?, '', ?, ?, ?, ?, ?, ?, ?)
                        on conflict (authority, serial) do nothing""",
                        tenant.value(),
                        id.value(),
                        authority.issuer(),
                        certificate.serial().hex(),
                        CertificateKind.PLATFORM.name(),
                        Certificate.AUTHORITY_PROFILE,
                        certificate.subject().text(),
                        authority.label(),
                        certificate.notBefore(),
                        certificate.notAfter(),
                        certificate.notBefore(),
                        Actor.PLATFORM.name(),
                        certificate.encoded(),
                        Digests.sha256(certificate.publicKeyInfo()),
                        now);
    }

    Optional<Certificate> findCertificate(TenantId tenant, CertificateId id) {
        return scope.in(tenant)
                .one(
                        "select " + COLUMNS + " from certificate where tenant_id = ? and id = ?",
                        CertificateRepository::read,
                        tenant.value(),
                        id.value());
    }

    /** In the order of their ids, so that two who lock some of the same never wait for each other. */
    List<Certificate> lock(TenantId tenant, Collection<CertificateId> ids) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS
                                + " from certificate where tenant_id = ? and id = any(?) order by id for update",
                        CertificateRepository::read,
                        tenant.value(),
                        ids(ids));
    }

    List<Certificate> named(TenantId tenant, Collection<String> names) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + " from certificate where tenant_id = ? and common_name = any(?)",
                        CertificateRepository::read,
                        tenant.value(),
                        names.toArray(String[]::new));
    }

    List<Certificate> withIds(TenantId tenant, Collection<CertificateId> ids) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + " from certificate where tenant_id = ? and id = any(?)",
                        CertificateRepository::read,
                        tenant.value(),
                        ids(ids));
    }

    List<CertificateId> validAfter(TenantId tenant, @Nullable CertificateId after, Instant at, int limit) {
        return scope.in(tenant)
                .list(
                        """
                        select id from certificate
                        where tenant_id = ? and id > ? and not_after >= ? and revoked_at is null order by id limit ?""",
                        row -> new CertificateId(Sql.uuid(row, "id")),
                        tenant.value(),
                        after == null ? NO_ID : after.value(),
                        at,
                        limit);
    }

    /** By the index of authorities and serial numbers, so that it costs the same whatever the register holds. */
    List<Certificate> withSerials(
            TenantId tenant, Collection<CertificateKind> kinds, Collection<SerialNumber> serials) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + """
                         from certificate
                        where authority = any(array(select name from authority)) and serial = any(?)
                            and tenant_id = ? and kind = any(?)""",
                        CertificateRepository::read,
                        serials.stream().map(SerialNumber::hex).distinct().toArray(String[]::new),
                        tenant.value(),
                        kinds.stream().map(CertificateKind::name).toArray(String[]::new));
    }

    void noteGivenTo(TenantId tenant, CertificateId id, @Nullable String givenTo) {
        scope.in(tenant)
                .update(
                        "update certificate set given_to = ? where tenant_id = ? and id = ?",
                        givenTo,
                        tenant.value(),
                        id.value());
    }

    @AcrossTenants("a client certificate says whose it is only after it was found")
    Optional<Certificate> findBySerial(String authority, SerialNumber serial) {
        return scope.acrossTenants()
                .one(
                        "select " + COLUMNS + " from certificate where authority = ? and serial = ?",
                        CertificateRepository::read,
                        authority,
                        serial.hex());
    }

    List<Certificate> ofAccount(TenantId tenant, AccountId account) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS
                                + " from certificate where tenant_id = ? and account_id = ? order by id desc",
                        CertificateRepository::read,
                        tenant.value(),
                        account.value());
    }

    Map<CertificateId, SerialNumber> entered(TenantId tenant, Collection<CertificateId> ids) {
        Map<CertificateId, SerialNumber> found = new HashMap<>();
        scope.in(tenant)
                .list(
                        "select id, serial from certificate where tenant_id = ? and id = any(?)",
                        row -> found.put(
                                new CertificateId(Sql.uuid(row, "id")), SerialNumber.ofHex(row.getString("serial"))),
                        tenant.value(),
                        ids(ids));
        return found;
    }

    void reassigned(TenantId tenant, Map<CertificateId, Subscriber> subscribers, Instant now) {
        List<Subscriber> persons = List.copyOf(subscribers.values());
        scope.in(tenant)
                .update(
                        """
                        update certificate c
                        set subscriber_name = row.name, subscriber_unit = row.unit, subscriber_email = row.email,
                            subscriber_software = row.software, updated_at = ?
                        from unnest(?, ?, ?, ?, ?) as row (id, name, unit, email, software)
                        where c.tenant_id = ? and c.id = row.id""",
                        now,
                        ids(subscribers.keySet()),
                        persons.stream().map(Subscriber::name).toArray(String[]::new),
                        persons.stream().map(Subscriber::unit).toArray(String[]::new),
                        persons.stream().map(Subscriber::email).toArray(String[]::new),
                        persons.stream().map(Subscriber::software).toArray(String[]::new),
                        tenant.value());
    }

    void collected(TenantId tenant, Collection<CertificateId> ids, Instant at) {
        scope.in(tenant).update("""
                        update certificate set collected_at = ?, updated_at = ?
                        where tenant_id = ? and id = any(?)""", at, at, tenant.value(), ids(ids));
    }

    /** False where it was used before. */
    boolean used(TenantId tenant, CertificateId id, Instant at) {
        return scope.in(tenant).update("""
                                update certificate set first_used_at = ?, updated_at = ?
                                where tenant_id = ? and id = ? and first_used_at is null""", at, at, tenant.value(), id.value()) == 1;
    }

    void mute(TenantId tenant, CertificateId id, @Nullable Mute mute) {
        scope.in(tenant)
                .update(
                        "update certificate set muted_at = ?, muted_by = ? where tenant_id = ? and id = ?",
                        mute == null ? null : mute.at(),
                        mute == null ? null : mute.by(),
                        tenant.value(),
                        id.value());
    }

    /**
     * In the order of their expiry. What was replaced is not among them: neither by a renewal that somebody has nor by a later certificate
     * of the same subject that somebody has. Each one is asked for its successor by name ({@code offset 0}): joined, all of the register that ends
     * later would be read.
     */
    List<Certificate> ending(TenantId tenant, ExpiryPlace after, Instant until, int limit) {
        return scope.in(tenant)
                .list(
                        "select " + COLUMNS + """
                         from certificate c
                        where tenant_id = ? and (not_after, id) > (?::timestamptz, ?::uuid) and not_after <= ?
                            and revoked_at is null and renewal <> 'RENEWED' and muted_at is null and kind <> 'PLATFORM' and\s""" + BY_EXPIRY + """

                            and not exists (select from certificate newer
                                where newer.tenant_id = c.tenant_id and newer.common_name = c.common_name
                                    and newer.subject_dn = c.subject_dn and newer.kind = c.kind
                                    and newer.not_after > c.not_after and newer.revoked_at is null
                                    and (newer.collect_by is null or newer.collected_at is not null) offset 0)
                        order by not_after, id limit ?""",
                        CertificateRepository::read,
                        tenant.value(),
                        after.notAfter(),
                        after.id(),
                        until,
                        limit);
    }

    void revoked(TenantId tenant, Map<CertificateId, CertificateState.Revoked> revoked, Instant now) {
        List<CertificateState.Revoked> states = List.copyOf(revoked.values());
        scope.in(tenant)
                .update(
                        """
                        update certificate c
                        set revoked_at = row.at, revocation_reason = row.reason, invalidity_date = row.invalidity_date,
                            revocation_comment = row.comment, revoked_by = row.by, updated_at = ?
                        from unnest(?, ?, ?, ?, ?, ?) as row (id, at, reason, invalidity_date, comment, by)
                        where c.tenant_id = ? and c.id = row.id""",
                        now,
                        ids(revoked.keySet()),
                        states.stream().map(CertificateState.Revoked::at).toArray(Instant[]::new),
                        states.stream().map(state -> state.reason().name()).toArray(String[]::new),
                        states.stream()
                                .map(CertificateState.Revoked::invalidityDate)
                                .toArray(Instant[]::new),
                        states.stream().map(CertificateState.Revoked::comment).toArray(String[]::new),
                        states.stream().map(CertificateState.Revoked::by).toArray(String[]::new),
                        tenant.value());
    }

    @AcrossTenants("a relying party asks about a certificate, whoever has it")
    Map<IssuedSerial, IssuedStatus> statuses(List<IssuedSerial> asked) {
        Map<IssuedSerial, IssuedStatus> found = HashMap.newHashMap(asked.size());
        scope.acrossTenants()
                .list(
                        """
                        select asked.number, c.not_after, c.revoked_at, c.revocation_reason
                        from unnest(?, ?) with ordinality as asked (authority, serial, number)
                        join certificate c on c.authority = asked.authority and c.serial = asked.serial""",
                        row -> found.put(asked.get(row.getInt(1) - 1), issuedStatus(row)),
                        asked.stream().map(IssuedSerial::authority).toArray(String[]::new),
                        asked.stream().map(each -> each.serial().hex()).toArray(String[]::new));
        return found;
    }

    private static IssuedStatus issuedStatus(ResultSet row) throws SQLException {
        Instant revokedAt = Sql.instant(row, "revoked_at");
        return new IssuedStatus(
                Sql.instantOf(row, "not_after"),
                revokedAt,
                revokedAt == null ? null : RevocationReason.valueOf(row.getString("revocation_reason")));
    }

    Optional<Instant> crlVisibleSince(TenantId tenant, CertificateId id) {
        return scope.in(tenant).one("""
                        select crl_visible_since from v_certificate_revocation
                        where tenant_id = ? and id = ? and crl_visible_since is not null""", row -> Sql.instantOf(row, "crl_visible_since"), tenant.value(), id.value());
    }

    static Certificate read(ResultSet row) throws SQLException {
        UUID account = row.getObject("account_id", UUID.class);
        UUID file = row.getObject("request_file_id", UUID.class);
        UUID renews = row.getObject("renews", UUID.class);
        return new Certificate(
                new CertificateId(Sql.uuid(row, "id")),
                new TenantId(Sql.uuid(row, "tenant_id")),
                row.getString("authority"),
                row.getInt("crl_shard"),
                SerialNumber.ofHex(row.getString("serial")),
                CertificateKind.valueOf(row.getString("kind")),
                row.getString("profile"),
                row.getInt("profile_version"),
                row.getInt("policy_version"),
                row.getString("subject_dn"),
                row.getString("common_name"),
                Sql.instantOf(row, "not_before"),
                Sql.instantOf(row, "not_after"),
                Sql.instantOf(row, "issued_at"),
                row.getBytes("der"),
                account == null ? null : new AccountId(account),
                file == null ? null : new RequestFileId(file),
                row.getObject("request_line", Long.class),
                SubscriberColumns.read(row),
                Sql.instant(row, "collect_by"),
                Sql.instant(row, "collected_at"),
                Sql.instant(row, "first_used_at"),
                renews == null ? null : new CertificateId(renews),
                mute(row),
                state(row));
    }

    private static @Nullable Mute mute(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "muted_at");
        return at == null ? null : new Mute(at, row.getString("muted_by"));
    }

    private static CertificateState state(ResultSet row) throws SQLException {
        Instant revokedAt = Sql.instant(row, "revoked_at");
        if (revokedAt != null) {
            return new CertificateState.Revoked(
                    revokedAt,
                    RevocationReason.valueOf(row.getString("revocation_reason")),
                    Sql.instant(row, "invalidity_date"),
                    row.getString("revocation_comment"),
                    row.getString("revoked_by"));
        }
        // Neither a successor that was revoked nor one that lapsed has taken its place.
        return row.getString("renewal").equals("NOT_RENEWED")
                ? new CertificateState.Active()
                : new CertificateState.Renewed();
    }

    static UUID[] ids(Collection<CertificateId> ids) {
        return ids.stream().map(CertificateId::value).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(
            List<NewCertificate> rows, Function<NewCertificate, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable UUID[] uuids(List<NewCertificate> rows, Function<NewCertificate, @Nullable UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    private static Instant[] instants(List<NewCertificate> rows, Function<NewCertificate, Instant> value) {
        return rows.stream().map(value).toArray(Instant[]::new);
    }
}

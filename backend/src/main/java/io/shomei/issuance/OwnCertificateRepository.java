package io.shomei.issuance;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.CertificateDer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class OwnCertificateRepository {
    private static final String PLATFORM = "the platform's own certificates belong to no customer";

    private final TenantScope scope;

    OwnCertificateRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** The number-th certificate for a purpose: what it will have for a key and an id, or has. */
    record Entry(String purpose, int number, String keyName, CertificateId id) {}

    /** An entry whose certificate is there, and which generation signed it. */
    record Made(Entry entry, String authority, CertificateDer certificate) {}

    /** Keeps every other copy of the platform from making a certificate for this purpose until the transaction ends. */
    @AcrossTenants(PLATFORM)
    void lock(String purpose) {
        scope.untenanted().one("select pg_advisory_xact_lock(hashtext('own ' || ?))", row -> 1, purpose);
    }

    /** The newest entry, whether or not its certificate is there. */
    @AcrossTenants(PLATFORM)
    Optional<Entry> newest(String purpose) {
        return scope.untenanted().one("""
                        select purpose, number, key_name, certificate_id from own_certificate
                        where purpose = ? order by number desc limit 1""", OwnCertificateRepository::entry, purpose);
    }

    @AcrossTenants(PLATFORM)
    Optional<Made> newestMade(String purpose) {
        return scope.untenanted()
                .one(
                        """
                        select purpose, number, key_name, certificate_id, authority, certificate from own_certificate
                        where purpose = ? and certificate is not null order by number desc limit 1""",
                        row -> new Made(
                                entry(row),
                                row.getString("authority"),
                                CertificateDer.ofDer(row.getBytes("certificate"))),
                        purpose);
    }

    @AcrossTenants(PLATFORM)
    void add(Entry entry) {
        scope.untenanted()
                .update(
                        "insert into own_certificate (purpose, number, key_name, certificate_id) values (?, ?, ?, ?)",
                        entry.purpose(),
                        entry.number(),
                        entry.keyName(),
                        entry.id().value());
    }

    @AcrossTenants(PLATFORM)
    void complete(Made made, Instant now) {
        scope.untenanted()
                .update(
                        """
                        update own_certificate set authority = ?, certificate = ?, certified_at = ?
                        where purpose = ? and number = ?""",
                        made.authority(),
                        made.certificate().encoded(),
                        now,
                        made.entry().purpose(),
                        made.entry().number());
    }

    /** Those in whose place another stands since before a moment. */
    @AcrossTenants(PLATFORM)
    List<Entry> replacedBefore(Instant moment) {
        return scope.untenanted().list("""
                        select purpose, number, key_name, certificate_id from own_certificate old
                        where exists (select from own_certificate next
                            where next.purpose = old.purpose and next.number > old.number and next.certified_at < ?)""", OwnCertificateRepository::entry, moment);
    }

    @AcrossTenants(PLATFORM)
    void remove(Entry entry) {
        scope.untenanted()
                .update(
                        "delete from own_certificate where purpose = ? and number = ?",
                        entry.purpose(),
                        entry.number());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("purpose"),
                row.getInt("number"),
                row.getString("key_name"),
                new CertificateId(Sql.uuid(row, "certificate_id")));
    }
}

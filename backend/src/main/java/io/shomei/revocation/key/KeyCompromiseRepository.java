package io.shomei.revocation.key;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.pki.KeyFingerprint;
import io.shomei.revocation.bulk.BulkRevocationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class KeyCompromiseRepository {
    private static final String NOBODYS = "a key is compromised for whoever has a certificate of it";

    private final TenantScope scope;

    KeyCompromiseRepository(TenantScope scope) {
        this.scope = scope;
    }

    @AcrossTenants(NOBODYS)
    void add(KeyCompromise opened) {
        scope.untenanted()
                .update(
                        """
                        insert into key_compromise
                            (id, key_sha256, key_info, challenge, opened_at, opened_by, opener, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""",
                        opened.id(),
                        opened.key().octets(),
                        opened.publicKeyInfo(),
                        opened.challenge(),
                        opened.openedAt(),
                        opened.openedBy().value(),
                        opened.opener(),
                        opened.expiresAt());
    }

    @AcrossTenants(NOBODYS)
    Optional<KeyCompromise> findCase(UUID id) {
        return one(id, "");
    }

    @AcrossTenants(NOBODYS)
    Optional<KeyCompromise> lock(UUID id) {
        return one(id, " for update");
    }

    @AcrossTenants(NOBODYS)
    void proven(UUID id, KeyCompromise.Proof proof) {
        scope.untenanted()
                .update(
                        "update key_compromise set proof_kind = ?, proof = ?, proven_at = ? where id = ?",
                        proof.kind().name(),
                        proof.content(),
                        proof.at(),
                        id);
    }

    @AcrossTenants(NOBODYS)
    void submitted(UUID id, Instant at, @Nullable BulkRevocationId bulk) {
        scope.untenanted()
                .update(
                        "update key_compromise set submitted_at = ?, bulk_revocation_id = ? where id = ?",
                        at,
                        bulk == null ? null : bulk.value(),
                        id);
    }

    private Optional<KeyCompromise> one(UUID id, String lock) {
        return scope.untenanted()
                .one("select * from key_compromise where id = ?" + lock, KeyCompromiseRepository::read, id);
    }

    private static KeyCompromise read(ResultSet row) throws SQLException {
        UUID bulk = row.getObject("bulk_revocation_id", UUID.class);
        return new KeyCompromise(
                Sql.uuid(row, "id"),
                KeyFingerprint.ofDigest(row.getBytes("key_sha256")),
                row.getBytes("key_info"),
                row.getString("challenge"),
                Sql.instantOf(row, "opened_at"),
                new AccountId(Sql.uuid(row, "opened_by")),
                row.getString("opener"),
                Sql.instantOf(row, "expires_at"),
                proof(row),
                Sql.instant(row, "submitted_at"),
                bulk == null ? null : new BulkRevocationId(bulk));
    }

    private static KeyCompromise.@Nullable Proof proof(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "proven_at");
        return at == null
                ? null
                : new KeyCompromise.Proof(
                        KeyCompromise.Proof.Kind.valueOf(row.getString("proof_kind")),
                        Objects.requireNonNull(row.getBytes("proof")),
                        at);
    }
}

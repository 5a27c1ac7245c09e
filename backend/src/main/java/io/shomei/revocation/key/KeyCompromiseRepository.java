package io.shomei.revocation.key;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.pki.KeyFingerprint;
import io.shomei.revocation.bulk.BulkRevocationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    void add(KeyCompromise opened, @Nullable String reportedFrom) {
        scope.untenanted()
                .update(
                        """
                        insert into key_compromise
                            (id, key_sha256, key_info, challenge, opened_at, opened_by, opener, comment, expires_at, reported_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        opened.id(),
                        opened.key().octets(),
                        opened.publicKeyInfo(),
                        opened.challenge(),
                        opened.openedAt(),
                        opened.openedBy() == null ? null : opened.openedBy().value(),
                        opened.opener(),
                        opened.comment(),
                        opened.expiresAt(),
                        reportedFrom);
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

    /** How many reports came from a network since. */
    @AcrossTenants(NOBODYS)
    long reportedSince(String network, Instant since) {
        return scope.untenanted()
                .one(
                        "select count(*) from key_compromise where reported_from = ? and opened_at > ?",
                        row -> row.getLong(1),
                        network,
                        since)
                .orElse(0L);
    }

    /** Counts one more attempt to prove a report, and says how many there were with it. */
    @AcrossTenants(NOBODYS)
    int attempted(UUID id) {
        return scope.untenanted()
                .one(
                        "update key_compromise set attempts = attempts + 1 where id = ? returning attempts",
                        row -> row.getInt(1),
                        id)
                .orElse(0);
    }

    @AcrossTenants(NOBODYS)
    int forgetLapsedReports(Instant before) {
        return scope.untenanted()
                .update(
                        "delete from key_compromise where opened_by is null and proven_at is null and expires_at < ?",
                        before);
    }

    /** The newest first: ids are in the order of time. */
    @AcrossTenants(NOBODYS)
    Page<KeyCompromise> page(KeyCompromise.@Nullable State state, Instant now, PageRequest page) {
        Sql sql = scope.untenanted();
        StringBuilder where = new StringBuilder(" from key_compromise where true");
        List<Object> values = new ArrayList<>();
        switch (state) {
            case null -> {}
            case SUBMITTED -> where.append(" and submitted_at is not null");
            case OPEN, PROVEN -> {
                where.append(" and submitted_at is null and expires_at > ? and proven_at is ")
                        .append(state == KeyCompromise.State.OPEN ? "null" : "not null");
                values.add(now);
            }
            case LAPSED -> {
                where.append(" and submitted_at is null and expires_at <= ?");
                values.add(now);
            }
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<KeyCompromise> rows = sql.list(
                "select *" + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                KeyCompromiseRepository::read,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    private Optional<KeyCompromise> one(UUID id, String lock) {
        return scope.untenanted()
                .one("select * from key_compromise where id = ?" + lock, KeyCompromiseRepository::read, id);
    }

    private static KeyCompromise read(ResultSet row) throws SQLException {
        UUID account = row.getObject("opened_by", UUID.class);
        UUID bulk = row.getObject("bulk_revocation_id", UUID.class);
        return new KeyCompromise(
                Sql.uuid(row, "id"),
                KeyFingerprint.ofDigest(row.getBytes("key_sha256")),
                row.getBytes("key_info"),
                row.getString("challenge"),
                Sql.instantOf(row, "opened_at"),
                account == null ? null : new AccountId(account),
                row.getString("opener"),
                row.getString("comment"),
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

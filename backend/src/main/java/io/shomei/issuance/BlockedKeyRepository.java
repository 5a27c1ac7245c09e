package io.shomei.issuance;

import io.shomei.database.Like;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeyFingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class BlockedKeyRepository {
    private static final String WHOEVER_ASKS = "a blocked key is blocked for everybody";
    private static final String COLUMNS =
            "key_sha256, since, cause, blocked_by, blocked_by_id, certificate_id, reference, comment";

    private final TenantScope scope;

    BlockedKeyRepository(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * Sorted, so that two who block the same keys never wait for each other.
     *
     * @return those that were not blocked before
     */
    @AcrossTenants(WHOEVER_ASKS)
    Set<KeyFingerprint> add(List<BlockedKey> blocked) {
        return new HashSet<>(scope.untenanted()
                .list(
                        "insert into blocked_key (" + COLUMNS
                                + ") select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) as row (" + COLUMNS
                                + ") order by key_sha256 on conflict do nothing returning key_sha256",
                        row -> KeyFingerprint.ofDigest(row.getBytes(1)),
                        octets(blocked.stream().map(BlockedKey::key).toList()),
                        blocked.stream().map(BlockedKey::since).toArray(Instant[]::new),
                        texts(blocked, each -> each.cause().name()),
                        texts(blocked, BlockedKey::by),
                        uuids(
                                blocked,
                                each -> each.account() == null
                                        ? null
                                        : each.account().value()),
                        uuids(
                                blocked,
                                each -> each.certificate() == null
                                        ? null
                                        : each.certificate().value()),
                        texts(blocked, BlockedKey::reference),
                        texts(blocked, BlockedKey::comment)));
    }

    @AcrossTenants(WHOEVER_ASKS)
    Set<KeyFingerprint> among(Collection<KeyFingerprint> some) {
        return new HashSet<>(scope.untenanted()
                .list(
                        "select key_sha256 from blocked_key where key_sha256 = any(?)",
                        row -> KeyFingerprint.ofDigest(row.getBytes(1)),
                        (Object) octets(some)));
    }

    @AcrossTenants(WHOEVER_ASKS)
    Optional<BlockedKey> findKey(KeyFingerprint key) {
        return scope.untenanted()
                .one(
                        "select " + COLUMNS + " from blocked_key where key_sha256 = ?",
                        BlockedKeyRepository::read,
                        key.octets());
    }

    @AcrossTenants(WHOEVER_ASKS)
    Page<BlockedKey> page(@Nullable String text, BlockedKey.@Nullable Cause cause, PageRequest page) {
        Sql sql = scope.untenanted();
        StringBuilder where = new StringBuilder(" from blocked_key where true");
        List<Object> values = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            String part = Like.containing(text.strip());
            where.append(
                    " and (encode(key_sha256, 'hex') like ? or blocked_by ilike ? or reference ilike ? or comment ilike ?)");
            values.addAll(List.of(digits(text) + "%", part, part, part));
        }
        if (cause != null) {
            where.append(" and cause = ?");
            values.add(cause.name());
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and (since, key_sha256) > (?, ?)" : " and (since, key_sha256) < (?, ?)");
            values.add(page.after(key -> Instant.parse(key.substring(0, key.indexOf('/')))));
            values.add(page.after(key -> new KeyFingerprint(key.substring(key.indexOf('/') + 1)).octets()));
        }
        String direction = page.backwards() ? " asc" : " desc";
        List<BlockedKey> rows = sql.list(
                "select " + COLUMNS + where + " order by since" + direction + ", key_sha256" + direction + " limit "
                        + (page.limit() + 1),
                BlockedKeyRepository::read,
                values.toArray());
        return page.page(rows, row -> row.since() + "/" + row.key(), Page.Total.counted(total));
    }

    @AcrossTenants(WHOEVER_ASKS)
    Map<TenantId, List<CertificateId>> uncompromisedCertificates(Instant blockedAfter, Instant now) {
        Map<TenantId, List<CertificateId>> found = new TreeMap<>();
        scope.acrossTenants()
                .list(
                        """
                        select tenant_id, certificate_id from v_blocked_key_certificate
                        where blocked_since > ?
                            and (revoked_at is null or revocation_reason not in ('KEY_COMPROMISE', 'CA_COMPROMISE'))
                            and (not_after >= ? or kind = 'CODE_SIGNING' or profile = 'tsa')""",
                        row -> found.computeIfAbsent(
                                        new TenantId(Sql.uuid(row, "tenant_id")), tenant -> new ArrayList<>())
                                .add(new CertificateId(Sql.uuid(row, "certificate_id"))),
                        blockedAfter,
                        now);
        return found;
    }

    private static BlockedKey read(ResultSet row) throws SQLException {
        UUID account = row.getObject("blocked_by_id", UUID.class);
        UUID certificate = row.getObject("certificate_id", UUID.class);
        return new BlockedKey(
                KeyFingerprint.ofDigest(row.getBytes("key_sha256")),
                Sql.instantOf(row, "since"),
                BlockedKey.Cause.valueOf(row.getString("cause")),
                row.getString("blocked_by"),
                account == null ? null : new AccountId(account),
                certificate == null ? null : new CertificateId(certificate),
                row.getString("reference"),
                row.getString("comment"));
    }

    /** The digits of a SHA-256, however they are grouped; what is none is the beginning of none. */
    private static String digits(String text) {
        String digits = text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]+") ? digits : "-";
    }

    private static byte[][] octets(Collection<KeyFingerprint> keys) {
        return keys.stream().map(KeyFingerprint::octets).toArray(byte[][]::new);
    }

    private static @Nullable String[] texts(List<BlockedKey> rows, Function<BlockedKey, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable UUID[] uuids(List<BlockedKey> rows, Function<BlockedKey, @Nullable UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }
}

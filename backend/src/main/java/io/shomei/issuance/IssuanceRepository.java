package io.shomei.issuance;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.Digests;
import io.shomei.pki.KeyFingerprint;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class IssuanceRepository {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final TenantScope scope;

    IssuanceRepository(TenantScope scope) {
        this.scope = scope;
    }

    record Intent(CertificateId id, String serial, String authority) {}

    /**
     * Takes names and keys for all drafts and writes their intents, in one question. Sorted, so that two claims of the same
     * names or keys never wait for each other.
     *
     * @return false when a name or key was taken before, or a key is blocked; the transaction must then be rolled back
     */
    boolean claimFree(TenantId tenant, List<Draft> drafts, Instant now) {
        List<Draft> named =
                drafts.stream().filter(IssuanceRepository::isNameUnique).toList();
        return scope.in(tenant)
                .one(
                        """
                        with names as (
                            insert into subject_name (tenant_id, kind, common_name, certificate_id)
                            select ?, kind, name, id from unnest(?, ?, ?) as row (kind, name, id)
                            order by kind, name on conflict do nothing returning 1),
                        keys as (
                            insert into subject_key (key_sha256, certificate_id)
                            select key, id from unnest(?, ?) as row (key, id)
                            order by key on conflict do nothing returning 1),
                        intents as (
                            insert into signing_intent
                                (certificate_id, serial, authority, tenant_id, tbs_sha256, created_at)
                            select id, serial, authority, ?, digest, ?
                            from unnest(?, ?, ?, ?) as row (id, serial, authority, digest))
                        select (select count(*) from names), (select count(*) from keys),
                               (select count(*) from blocked_key where key_sha256 = any(?))""",
                        row -> row.getInt(1) == named.size() && row.getInt(2) == drafts.size() && row.getInt(3) == 0,
                        tenant.value(),
                        texts(named, IssuanceRepository::kind),
                        texts(named, draft -> draft.order().uniqueName()),
                        ids(named),
                        keys(drafts),
                        ids(drafts),
                        tenant.value(),
                        now,
                        ids(drafts),
                        texts(drafts, draft -> draft.serial().hex()),
                        texts(drafts, Draft::authorityName),
                        digests(drafts),
                        keys(drafts))
                .orElse(false);
    }

    /**
     * As {@link #claimFree}, for drafts some of which are not free: takes names and keys for the others. What an earlier attempt
     * of the same order took is its own.
     *
     * @return the conflicts of those that are not free
     */
    Map<CertificateId, Set<Outcome.Conflict>> claim(TenantId tenant, List<Draft> drafts) {
        Map<CertificateId, Set<Outcome.Conflict>> conflicts = new HashMap<>();
        Sql sql = scope.in(tenant);
        claimNames(
                sql,
                tenant,
                drafts.stream().filter(IssuanceRepository::isNameUnique).toList(),
                conflicts);
        claimKeys(sql, drafts, conflicts);
        refuseBlocked(sql, drafts, conflicts);
        return conflicts;
    }

    /** Gives back what orders with a conflict took, and writes the intents of the others. */
    void intend(TenantId tenant, List<Draft> free, Set<CertificateId> refused, Instant now) {
        Sql sql = scope.in(tenant);
        release(sql, tenant, refused);
        sql.update(
                """
                insert into signing_intent (certificate_id, serial, authority, tenant_id, tbs_sha256, created_at)
                select id, serial, authority, ?, digest, ? from unnest(?, ?, ?, ?) as row (id, serial, authority, digest)""",
                tenant.value(),
                now,
                ids(free),
                texts(free, draft -> draft.serial().hex()),
                texts(free, Draft::authorityName),
                digests(free));
    }

    /** A renewal has the name of what it renews, which took it. */
    private static boolean isNameUnique(Draft draft) {
        return draft.order().renews() == null
                && isNameUnique(draft.order().profile().kind());
    }

    /** Names of these are used once; log-in certificates name a person, who gets a new one when it is lost. */
    static boolean isNameUnique(CertificateKind kind) {
        return switch (kind) {
            case SERVER, CLIENT, SMIME, CODE_SIGNING -> true;
            case OFFICER, ADMINISTRATOR, USER, OPERATOR, PLATFORM -> false;
        };
    }

    private static byte[][] keys(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.order().key().fingerprint()).toArray(byte[][]::new);
    }

    private static byte[][] digests(List<Draft> drafts) {
        return drafts.stream()
                .map(draft -> Digests.sha256(draft.linted().certificate().encoded()))
                .toArray(byte[][]::new);
    }

    /** Sorted, so that two claims of the same names never wait for each other. */
    private static void claimNames(
            Sql sql, TenantId tenant, List<Draft> drafts, Map<CertificateId, Set<Outcome.Conflict>> conflicts) {
        if (drafts.isEmpty()) {
            return;
        }
        int taken = sql.update(
                """
                insert into subject_name (tenant_id, kind, common_name, certificate_id)
                select ?, kind, name, id from unnest(?, ?, ?) as row (kind, name, id)
                order by kind, name on conflict do nothing""",
                tenant.value(),
                texts(drafts, IssuanceRepository::kind),
                texts(drafts, draft -> draft.order().uniqueName()),
                ids(drafts));
        if (taken == drafts.size()) {
            return;
        }
        Map<String, UUID> owners = new HashMap<>();
        sql.list(
                """
                select kind, common_name, certificate_id from subject_name
                where tenant_id = ? and (kind, common_name) in (select * from unnest(?, ?))""",
                row -> owners.put(row.getString(1) + "/" + row.getString(2), row.getObject(3, UUID.class)),
                tenant.value(),
                texts(drafts, IssuanceRepository::kind),
                texts(drafts, draft -> draft.order().uniqueName()));
        drafts.stream()
                .filter(draft -> !draft.order()
                        .id()
                        .value()
                        .equals(owners.get(kind(draft) + "/" + draft.order().uniqueName())))
                .forEach(draft -> add(conflicts, draft, Outcome.Conflict.NAME_USED));
    }

    private static void claimKeys(Sql sql, List<Draft> drafts, Map<CertificateId, Set<Outcome.Conflict>> conflicts) {
        byte[][] keys = keys(drafts);
        int taken = sql.update("""
                insert into subject_key (key_sha256, certificate_id)
                select key, id from unnest(?, ?) as row (key, id)
                order by key on conflict do nothing""", keys, ids(drafts));
        if (taken == drafts.size()) {
            return;
        }
        Map<String, UUID> owners = new HashMap<>();
        sql.list(
                "select key_sha256, certificate_id from subject_key where key_sha256 = any(?)",
                row -> owners.put(HEX.formatHex(row.getBytes(1)), row.getObject(2, UUID.class)),
                (Object) keys);
        drafts.stream()
                .filter(draft -> !draft.order()
                        .id()
                        .value()
                        .equals(owners.get(HEX.formatHex(draft.order().key().fingerprint()))))
                .forEach(draft -> add(conflicts, draft, Outcome.Conflict.KEY_USED));
    }

    /** That a key is in wrong hands says more than that it was used before. */
    private static void refuseBlocked(
            Sql sql, List<Draft> drafts, Map<CertificateId, Set<Outcome.Conflict>> conflicts) {
        Set<String> blocked = new HashSet<>(sql.list(
                "select key_sha256 from blocked_key where key_sha256 = any(?)",
                row -> HEX.formatHex(row.getBytes(1)),
                (Object) keys(drafts)));
        drafts.stream()
                .filter(draft ->
                        blocked.contains(HEX.formatHex(draft.order().key().fingerprint())))
                .forEach(draft -> {
                    Set<Outcome.Conflict> found = of(conflicts, draft);
                    found.add(Outcome.Conflict.KEY_BLOCKED);
                    found.remove(Outcome.Conflict.KEY_USED);
                });
    }

    /** Gives back what orders with a conflict took. */
    private static void release(Sql sql, TenantId tenant, Set<CertificateId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        UUID[] refused = ids.stream().map(CertificateId::value).toArray(UUID[]::new);
        sql.update("delete from subject_name where tenant_id = ? and certificate_id = any(?)", tenant.value(), refused);
        sql.update("delete from subject_key where certificate_id = any(?)", (Object) refused);
    }

    Set<String> usedNames(TenantId tenant, CertificateKind kind, Collection<String> commonNames) {
        return new HashSet<>(scope.in(tenant)
                .list(
                        "select common_name from subject_name where tenant_id = ? and kind = ? and common_name = any(?)",
                        row -> row.getString(1),
                        tenant.value(),
                        kind.name(),
                        commonNames.toArray(String[]::new)));
    }

    @AcrossTenants("a key is certified once, whoever asks")
    Set<String> usedKeys(Collection<byte[]> fingerprints) {
        return new HashSet<>(scope.untenanted()
                .list(
                        "select key_sha256 from subject_key where key_sha256 = any(?)",
                        row -> HEX.formatHex(row.getBytes(1)),
                        (Object) fingerprints.toArray(byte[][]::new)));
    }

    /** Nothing happens where it was used before. */
    @AcrossTenants("a key is certified once, whoever asks")
    void useKey(KeyFingerprint key, UUID by) {
        scope.untenanted()
                .update(
                        "insert into subject_key (key_sha256, certificate_id) values (?, ?) on conflict do nothing",
                        key.octets(),
                        by);
    }

    List<Intent> intentsWithoutCertificate(TenantId tenant, Collection<CertificateId> ids) {
        return scope.in(tenant)
                .list(
                        """
                        select i.certificate_id, i.serial, i.authority from signing_intent i
                        where i.tenant_id = ? and i.certificate_id = any(?)
                          and not exists (select from certificate c
                                          where c.tenant_id = i.tenant_id and c.id = i.certificate_id)""",
                        row -> new Intent(
                                new CertificateId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3)),
                        tenant.value(),
                        ids.stream().map(CertificateId::value).toArray(UUID[]::new));
    }

    private static void add(
            Map<CertificateId, Set<Outcome.Conflict>> conflicts, Draft draft, Outcome.Conflict conflict) {
        of(conflicts, draft).add(conflict);
    }

    private static Set<Outcome.Conflict> of(Map<CertificateId, Set<Outcome.Conflict>> conflicts, Draft draft) {
        return conflicts.computeIfAbsent(draft.order().id(), _ -> EnumSet.noneOf(Outcome.Conflict.class));
    }

    private static String kind(Draft draft) {
        return draft.order().profile().kind().name();
    }

    private static UUID[] ids(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.order().id().value()).toArray(UUID[]::new);
    }

    private static String[] texts(List<Draft> drafts, Function<Draft, String> value) {
        return drafts.stream().map(value).toArray(String[]::new);
    }
}

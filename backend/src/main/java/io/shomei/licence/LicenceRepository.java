package io.shomei.licence;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class LicenceRepository {
    private final TenantScope scope;

    LicenceRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Keeps others from counting until the transaction ends; the version of the policy under which was counted last, else 0. */
    int lock(TenantId tenant) {
        Sql sql = scope.in(tenant);
        String query = "select policy_version from licence_count where tenant_id = ? for update";
        return sql.one(query, row -> row.getInt(1), tenant.value()).orElseGet(() -> {
            sql.update(
                    "insert into licence_count (tenant_id, policy_version, counted) values (?, 0, 0) on conflict do nothing",
                    tenant.value());
            return sql.one(query, row -> row.getInt(1), tenant.value()).orElse(0);
        });
    }

    /** Counts what is in the register anew; what is being issued stays. */
    void recount(TenantId tenant, Policy policy, Instant now) {
        Sql sql = scope.in(tenant);
        Period overlap = policy.quota().renewalOverlap();
        sql.update("delete from licence where tenant_id = ? and entered", tenant.value());
        sql.update(
                """
                insert into licence (tenant_id, certificate_id, subject, counted_until, claimed_at, entered)
                select tenant_id, id, subject, not_after - cast(? as interval), issued_at, true from v_licensed_certificate
                where tenant_id = ? and revoked_at is null and not_after >= ? and kind = any(?)
                on conflict (tenant_id, certificate_id) do update set entered = true""",
                overlap == null ? "PT0S" : overlap.toString(),
                tenant.value(),
                now,
                Allowance.counted(policy.quota().model()));
        sql.update("""
                update licence_count set policy_version = ?,
                    counted = (select count(*) from licence l where l.tenant_id = licence_count.tenant_id)
                where tenant_id = ?""", policy.version(), tenant.value());
    }

    /** Counts no longer what does not count any more; the number of what does. */
    int settle(TenantId tenant, Instant now) {
        return scope.in(tenant)
                .one("""
                        with lapsed as (delete from licence where tenant_id = ? and counted_until < ? and entered returning 1)
                        update licence_count set counted = counted - (select count(*) from lapsed)
                        where tenant_id = ? returning counted""", row -> row.getInt(1), tenant.value(), now, tenant.value())
                .orElse(0);
    }

    /** Which of these have a licence, from an earlier attempt. */
    Set<CertificateId> held(TenantId tenant, Collection<CertificateId> ids) {
        return new HashSet<>(scope.in(tenant)
                .list(
                        "select certificate_id from licence where tenant_id = ? and certificate_id = any(?)",
                        row -> new CertificateId(Sql.uuid(row, "certificate_id")),
                        tenant.value(),
                        ids(ids)));
    }

    Map<String, Integer> ofSubjects(TenantId tenant, Collection<String> subjects) {
        Map<String, Integer> counts = new HashMap<>();
        scope.in(tenant)
                .list(
                        "select subject, count(*) from licence where tenant_id = ? and subject = any(?) group by subject",
                        row -> counts.put(row.getString(1), row.getInt(2)),
                        tenant.value(),
                        subjects.toArray(String[]::new));
        return counts;
    }

    void add(TenantId tenant, List<LicenceClaim> granted, Function<LicenceClaim, Instant> countedUntil, Instant now) {
        scope.in(tenant)
                .update(
                        """
                        with added as (
                            insert into licence (tenant_id, certificate_id, subject, counted_until, claimed_at, entered)
                            select ?, id, subject, until, ?, false from unnest(?, ?, ?) as row (id, subject, until) returning 1)
                        update licence_count set counted = counted + (select count(*) from added) where tenant_id = ?""",
                        tenant.value(),
                        now,
                        granted.stream().map(claim -> claim.id().value()).toArray(UUID[]::new),
                        granted.stream().map(LicenceClaim::subject).toArray(String[]::new),
                        granted.stream().map(countedUntil).toArray(Instant[]::new),
                        tenant.value());
    }

    void entered(TenantId tenant, Collection<CertificateId> ids) {
        scope.in(tenant)
                .update(
                        "update licence set entered = true where tenant_id = ? and certificate_id = any(?)",
                        tenant.value(),
                        ids(ids));
    }

    void release(TenantId tenant, Collection<CertificateId> ids) {
        scope.in(tenant).update("""
                        with freed as (delete from licence where tenant_id = ? and certificate_id = any(?) returning 1)
                        update licence_count set counted = counted - (select count(*) from freed) where tenant_id = ?""", tenant.value(), ids(ids), tenant.value());
    }

    int issuing(TenantId tenant) {
        return scope.in(tenant)
                .one(
                        "select count(*) from licence where tenant_id = ? and not entered",
                        row -> row.getInt(1),
                        tenant.value())
                .orElse(0);
    }

    @AcrossTenants("an issue was interrupted, whoever's it was")
    Set<TenantId> withAbandoned(Instant claimedBefore) {
        return new HashSet<>(scope.acrossTenants()
                .list(
                        "select distinct tenant_id from licence where claimed_at < ? and not entered",
                        row -> new TenantId(Sql.uuid(row, "tenant_id")),
                        claimedBefore));
    }

    List<CertificateId> abandoned(TenantId tenant, Instant claimedBefore) {
        return scope.in(tenant)
                .list("""
                        select l.certificate_id from licence l
                        where l.tenant_id = ? and l.claimed_at < ? and not l.entered
                            and not exists (select from v_licensed_certificate c
                                where c.tenant_id = l.tenant_id and c.id = l.certificate_id)""", row -> new CertificateId(Sql.uuid(row, "certificate_id")), tenant.value(), claimedBefore);
    }

    private static UUID[] ids(Collection<CertificateId> ids) {
        return ids.stream().map(CertificateId::value).toArray(UUID[]::new);
    }
}

package io.shomei.tenant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.shomei.database.Like;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TenantRepository implements PanacheRepositoryBase<TenantEntity, UUID> {
    private final TenantScope scope;

    TenantRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<TenantEntity> findTenant(TenantId id) {
        return findByIdOptional(id.value());
    }

    @AcrossTenants("the code is what tells whose it is")
    Optional<TenantId> findByCode(String code) {
        return id("code = ?", code);
    }

    @AcrossTenants("a code is never given twice, in whatever case")
    Optional<TenantId> findByAnyCase(String code) {
        return id("lower(code) = lower(?)", code);
    }

    private Optional<TenantId> id(String condition, String code) {
        return scope.untenanted()
                .one("select id from tenant where " + condition, row -> new TenantId(Sql.uuid(row, "id")), code);
    }

    /** Makes whoever gives a code, or changes several tenants, wait for whoever does until the transaction ends. */
    @AcrossTenants("a code is never given twice, to whichever tenant")
    void lockCodes() {
        scope.untenanted().one("select pg_advisory_xact_lock(hashtext('tenant codes'))", row -> 1);
    }

    /** As it stands in the database now, not as the transaction read it before. */
    Optional<Integer> licences(TenantId id) {
        return scope.in(id)
                .one(
                        "select licences from tenant where id = ? and licences is not null",
                        row -> row.getInt(1),
                        id.value());
    }

    /** Kept from changing until the transaction ends; as it stands in the database then, not as the transaction read it before. */
    Optional<TenantEntity> lock(TenantId id) {
        Optional<TenantEntity> found = findTenant(id);
        found.ifPresent(row -> getEntityManager().refresh(row, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** Since when the tenant has its English name; empty where it never had another. */
    Optional<Instant> renamedAt(TenantId id) {
        return scope.in(id)
                .one(
                        "select renamed_at from tenant where id = ? and renamed_at is not null",
                        row -> Sql.instantOf(row, "renamed_at"),
                        id.value());
    }

    void renamed(TenantId id, Instant at) {
        scope.in(id).update("update tenant set renamed_at = ? where id = ?", at, id.value());
    }

    void change(TenantId id, TenantValues values) {
        RegisteredSubject subject = values.subject();
        scope.in(id)
                .update(
                        """
                        update tenant set name_ja = ?, name_en = ?, subject_o = ?, subject_st = ?, subject_l = ?, subject_c = ?,
                            time_zone = ?, licences = ? where id = ?""",
                        values.nameJa(),
                        values.nameEn(),
                        subject.o(),
                        subject.st(),
                        subject.l(),
                        subject.c(),
                        values.timeZone(),
                        values.licences(),
                        id.value());
    }

    void become(TenantId id, Tenant.State state, Instant since, @Nullable String reason) {
        scope.in(id)
                .update(
                        "update tenant set state = ?, state_since = ?, state_reason = ?, version = version + 1 where id = ?",
                        state.name(),
                        since,
                        reason,
                        id.value());
    }

    /** Counts a change of the tenant or of what belongs to it. */
    void changed(TenantId id) {
        scope.in(id).update("update tenant set version = version + 1 where id = ?", id.value());
    }

    @AcrossTenants("the platform looks after all tenants")
    List<TenantId> ids() {
        return scope.untenanted().list("select id from tenant order by id", row -> new TenantId(Sql.uuid(row, "id")));
    }

    /** Tenants whose code or name has a text in it, by code. */
    @AcrossTenants("the service desk looks after all tenants")
    Page<TenantLine> page(@Nullable String text, Tenant.@Nullable State state, PageRequest page) {
        Sql sql = scope.untenanted();
        String like = text == null ? "%" : Like.containing(text);
        String where = " from tenant where (code ilike ? or name_ja ilike ? or name_en ilike ?)";
        List<Object> parameters = new ArrayList<>(List.of(like, like, like));
        if (state != null) {
            where += " and state = ?";
            parameters.add(state.name());
        }
        Page.Total total = Page.Total.counted(sql.count(where, Page.Total.BOUND, parameters.toArray()));
        StringBuilder query = new StringBuilder("select id, code, name_ja, name_en, state").append(where);
        if (page.after() != null) {
            query.append(page.backwards() ? " and code < ?" : " and code > ?");
            parameters.add(page.after());
        }
        query.append(" order by code").append(page.backwards() ? " desc" : "").append(" limit ?");
        parameters.add(page.limit() + 1);
        List<TenantLine> rows = sql.list(
                query.toString(),
                row -> new TenantLine(
                        new TenantId(Sql.uuid(row, "id")),
                        row.getString("code"),
                        row.getString("name_ja"),
                        row.getString("name_en"),
                        Tenant.State.valueOf(row.getString("state"))),
                parameters.toArray());
        return page.page(rows, TenantLine::code, total);
    }
}

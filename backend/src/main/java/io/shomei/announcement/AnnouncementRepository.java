package io.shomei.announcement;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AnnouncementRepository {
    private static final String OPERATORS = "an operator announces to everybody";

    private final TenantScope scope;

    AnnouncementRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** An announcement, and how the tenant that it is for is called. */
    record Listed(Announcement announcement, String tenantNameJa, String tenantNameEn) {}

    void add(Announcement announcement) {
        Announcement.Words words = announcement.words();
        scope.in(announcement.tenant())
                .update(
                        """
                        insert into announcement (tenant_id, id, title_ja, title_en, text_ja, text_en, shown_from, shown_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""",
                        announcement.tenant().value(),
                        announcement.id(),
                        words.titleJa(),
                        words.titleEn(),
                        words.textJa(),
                        words.textEn(),
                        announcement.span().from(),
                        announcement.span().until());
    }

    /** False where another change came in between. */
    boolean change(TenantId tenant, UUID id, Announcement.Words words, Announcement.Span span, int seen) {
        return scope.in(tenant)
                        .update(
                                """
                                update announcement
                                set title_ja = ?, title_en = ?, text_ja = ?, text_en = ?, shown_from = ?, shown_until = ?,
                                    version = version + 1
                                where tenant_id = ? and id = ? and version = ?""",
                                words.titleJa(),
                                words.titleEn(),
                                words.textJa(),
                                words.textEn(),
                                span.from(),
                                span.until(),
                                tenant.value(),
                                id,
                                seen)
                == 1;
    }

    void remove(TenantId tenant, UUID id) {
        scope.in(tenant).update("delete from announcement where tenant_id = ? and id = ?", tenant.value(), id);
    }

    @AcrossTenants(OPERATORS)
    Optional<Listed> find(UUID id) {
        return scope.acrossTenants()
                .one("select * from v_announcement where id = ?", AnnouncementRepository::readListed, id);
    }

    /** What these people are told now, the newest first. */
    List<Announcement> shown(TenantId tenant, Instant now, int limit) {
        return scope.in(tenant).list("""
                        select * from announcement
                        where tenant_id = ? and shown_from <= ? and (shown_until is null or shown_until > ?)
                        order by shown_from desc, id desc limit ?""", AnnouncementRepository::read, tenant.value(), now, now, limit);
    }

    /**
     * The newest first.
     *
     * @param tenant null for those to everybody
     */
    @AcrossTenants(OPERATORS)
    Page<Listed> page(@Nullable TenantId tenant, PageRequest page) {
        Sql sql = scope.acrossTenants();
        StringBuilder where = new StringBuilder(" from v_announcement where true");
        List<Object> values = new ArrayList<>();
        if (tenant != null) {
            where.append(" and tenant_id = ?");
            values.add(tenant.value());
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<Listed> rows = sql.list(
                "select *" + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                AnnouncementRepository::readListed,
                values.toArray());
        return page.page(rows, row -> row.announcement().id().toString(), Page.Total.counted(total));
    }

    private static Listed readListed(ResultSet row) throws SQLException {
        return new Listed(read(row), row.getString("tenant_name_ja"), row.getString("tenant_name_en"));
    }

    private static Announcement read(ResultSet row) throws SQLException {
        return new Announcement(
                Sql.uuid(row, "id"),
                new TenantId(Sql.uuid(row, "tenant_id")),
                new Announcement.Words(
                        row.getString("title_ja"),
                        row.getString("title_en"),
                        row.getString("text_ja"),
                        row.getString("text_en")),
                new Announcement.Span(Sql.instantOf(row, "shown_from"), Sql.instant(row, "shown_until")),
                row.getInt("version"));
    }
}

package io.shomei.tenant;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ReviewRepository {
    private final TenantScope scope;

    ReviewRepository(TenantScope scope) {
        this.scope = scope;
    }

    Optional<Instant> approvedAt(TenantId tenant) {
        return scope.in(tenant).one("""
                        select concluded_at from tenant_review where tenant_id = ? and approved
                        order by concluded_at desc limit 1""", row -> Sql.instantOf(row, "concluded_at"), tenant.value());
    }

    Optional<Review.UnderWay> underWay(TenantId tenant) {
        return scope.in(tenant)
                .one(
                        """
                        select reference, started_at, started_by, answer_by from tenant_review
                        where tenant_id = ? and concluded_at is null""",
                        row -> new Review.UnderWay(
                                row.getString("reference"),
                                Sql.instantOf(row, "started_at"),
                                row.getString("started_by"),
                                Sql.instantOf(row, "answer_by")),
                        tenant.value());
    }

    /** False where one is under way already. */
    boolean start(TenantId tenant, UUID id, Review.UnderWay review) {
        return scope.in(tenant)
                        .update(
                                """
                                insert into tenant_review (tenant_id, id, reference, started_at, started_by, answer_by)
                                values (?, ?, ?, ?, ?, ?) on conflict (tenant_id) where concluded_at is null do nothing""",
                                tenant.value(),
                                id,
                                review.reference(),
                                review.startedAt(),
                                review.startedBy(),
                                review.answerBy())
                == 1;
    }

    /** False where none is under way. */
    boolean conclude(TenantId tenant, boolean approved, String by, @Nullable String comment, Instant now) {
        return scope.in(tenant).update("""
                                update tenant_review set concluded_at = ?, concluded_by = ?, approved = ?, comment = ?
                                where tenant_id = ? and concluded_at is null""", now, by, approved, comment, tenant.value()) == 1;
    }

    /** Writes down that people were told that the next one is due; false where they were before. */
    boolean notice(TenantId tenant, Instant approvedAt, Instant now) {
        return scope.in(tenant).update("""
                                update tenant_review set noticed_at = ?
                                where tenant_id = ? and approved and concluded_at = ? and noticed_at is null""", now, tenant.value(), approvedAt) == 1;
    }
}

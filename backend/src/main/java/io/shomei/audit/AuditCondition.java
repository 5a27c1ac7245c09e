package io.shomei.audit;

import io.shomei.kernel.Ids;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter as SQL. */
final class AuditCondition {
    /** Clocks of copies differ a little. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private AuditCondition() {}

    /** Events of one tenant that pass; of all where none is named. */
    static AuditCondition of(@Nullable TenantId tenant, AuditFilter filter) {
        AuditCondition facts = ofFacts(tenant, filter);
        if (filter.text() != null) {
            facts.and(SearchedWords.CONDITION, new SearchedWords(filter.text()).pattern());
        }
        return facts;
    }

    /** Events of one tenant, whatever their words; of all where none is named. */
    static AuditCondition ofFacts(@Nullable TenantId tenant, AuditFilter filter) {
        return ofTenant(tenant).and(filter);
    }

    static AuditCondition ofTenant(@Nullable TenantId tenant) {
        // Not "=": an order that names the tenant, too, then follows the tenant's own index.
        return tenant == null
                ? new AuditCondition()
                : new AuditCondition().and("tenant_id = any(array[?])", tenant.value());
    }

    AuditCondition copy() {
        AuditCondition copy = new AuditCondition();
        copy.text.append(text);
        copy.values.addAll(values);
        return copy;
    }

    /** Begins with {@code and}, or is empty. */
    String text() {
        return text.toString();
    }

    /** Its parameters behind others of the same statement. */
    Object[] parameters(Object... first) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(values);
        return all.toArray();
    }

    /** Its parameters before others of the same statement. */
    Object[] parametersBefore(Object... last) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(last));
        return all.toArray();
    }

    private AuditCondition and(AuditFilter filter) {
        if (filter.from() != null) {
            // Nothing is written down before it happened; the id bounds what is read of the index.
            and("at >= ? and id >= ?", filter.from(), Ids.first(filter.from().minus(CLOCK_SKEW)));
        }
        if (filter.to() != null) {
            and("at < ?", filter.to());
        }
        if (filter.operations().size() == 1) {
            // Not as a list of one: what an index finds for it is in the order of the page.
            and("operation = ?", filter.operations().getFirst());
        } else if (!filter.operations().isEmpty()) {
            and("operation = any(?)", (Object) filter.operations().toArray(String[]::new));
        }
        if (filter.success() != null) {
            // Written out, so that failures are found by their own index.
            and(filter.success() ? "outcome = 'SUCCESS'" : "outcome = 'FAILURE'");
        }
        if (filter.actor() != null) {
            andId("actor_id", filter.actor());
        }
        if (filter.target() != null) {
            andId("target_id", filter.target());
        }
        if (filter.address() != null) {
            and("address = ?", filter.address());
        }
        return this;
    }

    /** What is no id is nothing's. */
    private void andId(String column, String id) {
        Ids.parse(id).ifPresentOrElse(known -> and(column + " = ?", known), () -> and("false"));
    }

    /** From where the page begins. */
    AuditCondition andCursor(PageRequest page) {
        return page.after() == null
                ? this
                : and(page.backwards() ? "id > ?::uuid" : "id < ?::uuid", page.after(UUID::fromString));
    }

    private AuditCondition and(String condition, Object... parameters) {
        text.append(" and ").append(condition);
        values.addAll(List.of(parameters));
        return this;
    }
}

package io.shomei.renewal;

import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Shows officers what ends soon, what became of it, and who has not collected. */
@ApplicationScoped
class RenewalDesk {
    private final RenewalRepository renewals;
    private final UncollectedRepository uncollected;
    private final InstantSource clock;

    RenewalDesk(RenewalRepository renewals, UncollectedRepository uncollected, InstantSource clock) {
        this.renewals = renewals;
        this.uncollected = uncollected;
        this.clock = clock;
    }

    @Transactional
    Page<Renewal> list(TenantId tenant, RenewalFilter filter, PageRequest page) {
        long total = renewals.counts(tenant, filter).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return renewals.page(tenant, filter, page, Page.Total.counted(total));
    }

    /** How many of the certificates there are in each state. */
    @Transactional
    Map<RenewalState, Page.Total> counts(TenantId tenant, RenewalFilter filter) {
        Map<RenewalState, Long> counts = renewals.counts(tenant, filter);
        Map<RenewalState, Page.Total> totals = new EnumMap<>(RenewalState.class);
        for (RenewalState state : RenewalState.values()) {
            totals.put(state, Page.Total.counted(counts.getOrDefault(state, 0L)));
        }
        return totals;
    }

    @Transactional
    Page<Uncollected> uncollected(TenantId tenant, UncollectedFilter filter, PageRequest page) {
        return uncollected.page(tenant, filter, page, clock.instant());
    }

    /** How many certificates wait for somebody to fetch them. */
    @Transactional
    Page.Total waiting(TenantId tenant, UncollectedFilter filter) {
        return uncollected.total(tenant, filter, clock.instant());
    }
}

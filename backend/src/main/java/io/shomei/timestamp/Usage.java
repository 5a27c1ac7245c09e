package io.shomei.timestamp;

import io.shomei.kernel.TenantId;
import io.shomei.pki.TimeStampFailure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How many time stamps were made and refused.
 *
 * @param from the first day
 * @param to the last day
 * @param days those on which anything was asked for, in order
 * @param tenants who asked, the most first; empty where it is one tenant's usage
 */
record Usage(LocalDate from, LocalDate to, List<Day> days, List<OfTenant> tenants) {

    Usage {
        days = List.copyOf(days);
        tenants = List.copyOf(tenants);
    }

    /** One day in the tenant's zone. */
    record Day(LocalDate day, long granted, Map<TimeStampFailure, Long> refused) {
        Day {
            refused = Map.copyOf(refused);
        }

        long refusedInAll() {
            return refused.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    record OfTenant(TenantId id, String code, String nameJa, String nameEn, long granted, long refused) {}

    long granted() {
        return days.stream().mapToLong(Day::granted).sum();
    }

    long refused() {
        return days.stream().mapToLong(Day::refusedInAll).sum();
    }
}

package io.shomei.statistics;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.kernel.Caller;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statistics of one tenant, or for operators of all. */
@ApplicationScoped
class Statistics {
    private static final int LAST_DAYS = 30;

    private final StatisticsRepository repository;
    private final Tenants tenants;
    private final InstantSource clock;

    Statistics(StatisticsRepository repository, Tenants tenants, InstantSource clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Whose statistics are asked for.
     *
     * @param tenant null for all
     * @param zone whose days are meant
     */
    record Scope(@Nullable TenantId tenant, ZoneId zone) {}

    /** Months, none of them in the future. */
    record Period(YearMonth from, YearMonth to) {}

    /**
     * Whom a caller may ask about: an operator about anybody, an officer with the right to lists and an administrator about their own tenant.
     *
     * @throws io.shomei.kernel.ProblemException NOT_FOUND for another tenant as for one that does not exist
     */
    Scope scope(Caller caller, @Nullable String tenant) {
        if (caller.role() == Role.OFFICER) {
            caller.require(Right.LISTS);
        }
        if (tenant == null && caller.role() == Role.OPERATOR) {
            return new Scope(null, tenants.recent(caller.tenant()).timeZone());
        }
        TenantId asked = tenant == null
                ? caller.tenant()
                : TenantId.parse(tenant)
                        .filter(id -> caller.role() == Role.OPERATOR || id.equals(caller.tenant()))
                        .orElseThrow(() -> NOT_FOUND.because(""));
        return new Scope(asked, tenants.get(asked).timeZone());
    }

    LocalDate today(Scope scope) {
        return LocalDate.ofInstant(clock.instant(), scope.zone());
    }

    @Transactional
    CertificateStatistics certificates(Scope scope, Period period, Subset subset) {
        LocalDate today = today(scope);
        List<Tally> tallies = scope.tenant() == null
                ? repository.talliesOfAll(today, subset)
                : repository.tallies(scope.tenant(), today, subset);
        return new CertificateStatistics(today, period.from(), period.to(), tallies);
    }

    @Transactional
    DayStatistics lastDays(Scope scope) {
        LocalDate today = today(scope);
        return days(scope, today, today.minusDays(LAST_DAYS - 1L), today);
    }

    @Transactional
    DayStatistics days(Scope scope, Period period) {
        return days(scope, today(scope), period.from().atDay(1), period.to().atEndOfMonth());
    }

    private DayStatistics days(Scope scope, LocalDate today, LocalDate from, LocalDate to) {
        return DayStatistics.of(
                today,
                scope.tenant() == null ? repository.daysOfAll(from, to) : repository.days(scope.tenant(), from, to));
    }
}

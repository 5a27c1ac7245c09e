package io.shomei.statistics;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.kernel.Caller;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.profile.Ceilings;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statistics of one tenant, or for operators of all. */
@ApplicationScoped
class Statistics {
    private static final int WEEKS = 53;
    private static final int FORECAST_MONTHS = 36;
    /** So far certificates that are valid today may end. */
    private static final int LONGEST_YEARS = 30;

    private static final int LOG_IN_DAYS = 30;

    private final StatisticsRepository repository;
    private final Tenants tenants;
    private final Profiles profiles;
    private final InstantSource clock;

    Statistics(StatisticsRepository repository, Tenants tenants, Profiles profiles, InstantSource clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Whose statistics are asked for.
     *
     * @param tenant null for all
     * @param zone whose days are meant
     */
    record Scope(@Nullable TenantId tenant, ZoneId zone) {}

    /** What a period of months is asked for, and of what. */
    record Filter(
            YearMonth from,
            YearMonth to,
            @Nullable String domain,
            @Nullable CertificateKind kind) {}

    /**
     * @param ending certificates that end in the week
     */
    record Week(LocalDate from, long ending) {}

    /**
     * @param scheduled renewals under the ceilings of the day
     * @param renewals renewals under each ceiling alone
     */
    record Month(YearMonth month, long scheduled, List<Long> renewals) {}

    /**
     * @param lifetimes days, as the rules call them
     */
    record Forecast(LocalDate today, List<Week> weeks, List<Integer> lifetimes, List<Month> months) {}

    record FailedLogIns(LocalDate today, Map<LocalDate, Long> days) {}

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
    CertificateStatistics certificates(Scope scope, Filter filter) {
        LocalDate today = today(scope);
        List<Tally> tallies = scope.tenant() == null
                ? repository.talliesOfAll(today, filter.domain(), filter.kind())
                : repository.tallies(scope.tenant(), today, filter.domain(), filter.kind());
        return new CertificateStatistics(today, filter.from(), filter.to(), tallies);
    }

    @Transactional
    Forecast forecast(Scope scope) {
        LocalDate today = today(scope);
        return new Forecast(today, weeks(scope, today), lifetimes(), months(scope, today));
    }

    @Transactional
    FailedLogIns failedLogIns(Scope scope) {
        LocalDate today = today(scope);
        LocalDate first = today.minusDays(LOG_IN_DAYS - 1L);
        return new FailedLogIns(
                today,
                scope.tenant() == null
                        ? repository.failedLogInsOfAll(first, today)
                        : repository.failedLogIns(scope.tenant(), first, today));
    }

    private List<Week> weeks(Scope scope, LocalDate today) {
        Map<LocalDate, Long> ending =
                ending(scope, today, today.plusWeeks(WEEKS).minusDays(1), null);
        long[] sums = new long[WEEKS];
        ending.forEach((day, count) -> sums[(int) (today.until(day, ChronoUnit.DAYS) / 7)] += count);
        List<Week> weeks = new ArrayList<>();
        for (int i = 0; i < WEEKS; i++) {
            weeks.add(new Week(today.plusWeeks(i), sums[i]));
        }
        return weeks;
    }

    private List<Month> months(Scope scope, LocalDate today) {
        RenewalForecast forecast = new RenewalForecast(
                today, ending(scope, today, today.plusYears(LONGEST_YEARS), CertificateKind.SERVER), FORECAST_MONTHS);
        Ceilings ceilings = serverCeilings();
        long[] scheduled = forecast.under(ceilings, ceilings.steps().getFirst().days());
        List<long[]> under = ceilings.steps().stream()
                .map(step -> forecast.under(step.days()))
                .toList();
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < FORECAST_MONTHS; i++) {
            int month = i;
            months.add(new Month(
                    YearMonth.from(today).plusMonths(i),
                    scheduled[i],
                    under.stream().map(each -> each[month]).toList()));
        }
        return months;
    }

    /** A rule of so many days allows one fewer between the two times of a certificate, the last of which is inclusive. */
    private List<Integer> lifetimes() {
        return serverCeilings().steps().stream().map(step -> step.days() + 1).toList();
    }

    private Ceilings serverCeilings() {
        return profiles.all().stream()
                .filter(profile -> profile.kind() == CertificateKind.SERVER)
                .map(profile -> profile.lifetime().ceilings())
                .filter(ceilings -> !ceilings.steps().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no profile of servers has ceilings"));
    }

    private Map<LocalDate, Long> ending(Scope scope, LocalDate from, LocalDate to, @Nullable CertificateKind kind) {
        return scope.tenant() == null
                ? repository.endingOfAll(from, to, kind)
                : repository.ending(scope.tenant(), from, to, kind);
    }
}

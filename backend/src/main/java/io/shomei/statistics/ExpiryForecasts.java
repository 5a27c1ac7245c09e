package io.shomei.statistics;

import io.shomei.profile.Ceilings;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the coming years bring of one tenant's certificates, or for operators of all. */
@ApplicationScoped
class ExpiryForecasts {
    private static final int WEEKS = 53;
    private static final int FORECAST_MONTHS = 36;
    /** So far certificates that are valid today may end. */
    private static final int LONGEST_YEARS = 30;

    private final StatisticsRepository repository;
    private final Statistics statistics;
    private final Profiles profiles;

    ExpiryForecasts(StatisticsRepository repository, Statistics statistics, Profiles profiles) {
        this.repository = repository;
        this.statistics = statistics;
        this.profiles = profiles;
    }

    /** Of these certificates; renewals are those of servers among them. */
    @Transactional
    ExpiryForecast forecast(Statistics.Scope scope, Subset subset) {
        LocalDate today = statistics.today(scope);
        return new ExpiryForecast(today, weeks(scope, today, subset), lifetimes(), months(scope, today, subset));
    }

    /** What ends in each week of the coming year, per domain and kind. */
    @Transactional
    List<ExpiryForecast.Ending> ending(Statistics.Scope scope, Subset subset) {
        LocalDate today = statistics.today(scope);
        return scope.tenant() == null
                ? repository.endingByWeekOfAll(today, lastDay(today), subset)
                : repository.endingByWeek(scope.tenant(), today, lastDay(today), subset);
    }

    private List<ExpiryForecast.Week> weeks(Statistics.Scope scope, LocalDate today, Subset subset) {
        long[] sums = new long[WEEKS];
        ending(scope, today, lastDay(today), subset)
                .forEach((day, count) -> sums[(int) (today.until(day, ChronoUnit.DAYS) / 7)] += count);
        return IntStream.range(0, WEEKS)
                .mapToObj(i -> new ExpiryForecast.Week(today.plusWeeks(i), sums[i]))
                .toList();
    }

    private static LocalDate lastDay(LocalDate today) {
        return today.plusWeeks(WEEKS).minusDays(1);
    }

    private List<ExpiryForecast.Month> months(Statistics.Scope scope, LocalDate today, Subset subset) {
        Map<LocalDate, Long> ending = subset.has(CertificateKind.SERVER)
                ? ending(
                        scope,
                        today,
                        today.plusYears(LONGEST_YEARS),
                        new Subset(subset.domain(), CertificateKind.SERVER))
                : Map.of();
        RenewalForecast forecast = new RenewalForecast(today, ending, FORECAST_MONTHS);
        Ceilings ceilings = serverCeilings();
        long[] scheduled = forecast.under(ceilings, ceilings.steps().getFirst().days());
        List<long[]> under = ceilings.steps().stream()
                .map(step -> forecast.under(step.days()))
                .toList();
        return IntStream.range(0, FORECAST_MONTHS)
                .mapToObj(i -> new ExpiryForecast.Month(
                        YearMonth.from(today).plusMonths(i),
                        scheduled[i],
                        under.stream().map(each -> each[i]).toList()))
                .toList();
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

    private Map<LocalDate, Long> ending(Statistics.Scope scope, LocalDate from, LocalDate to, Subset subset) {
        return scope.tenant() == null
                ? repository.endingOfAll(from, to, subset)
                : repository.ending(scope.tenant(), from, to, subset);
    }
}

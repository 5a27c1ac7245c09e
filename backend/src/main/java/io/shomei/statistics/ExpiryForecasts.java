package io.shomei.statistics;

import io.shomei.profile.Ceilings;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        return new ExpiryForecast(
                today, weeks(today, ending(scope, today, subset)), lifetimes(), months(scope, today, subset));
    }

    /** What ends in each week of the coming year, per domain and kind. */
    @Transactional
    List<ExpiryForecast.Ending> ending(Statistics.Scope scope, Subset subset) {
        return ending(scope, statistics.today(scope), subset);
    }

    private List<ExpiryForecast.Ending> ending(Statistics.Scope scope, LocalDate today, Subset subset) {
        LocalDate last = today.plusWeeks(WEEKS).minusDays(1);
        return scope.tenant() == null
                ? repository.endingByWeekOfAll(today, last, subset)
                : repository.endingByWeek(scope.tenant(), today, last, subset);
    }

    /** The same, added up. */
    private static List<ExpiryForecast.Week> weeks(LocalDate today, List<ExpiryForecast.Ending> ending) {
        Map<LocalDate, Long> sums = ending.stream()
                .collect(Collectors.groupingBy(
                        ExpiryForecast.Ending::from, Collectors.summingLong(ExpiryForecast.Ending::count)));
        return IntStream.range(0, WEEKS)
                .mapToObj(today::plusWeeks)
                .map(from -> new ExpiryForecast.Week(from, sums.getOrDefault(from, 0L)))
                .toList();
    }

    private List<ExpiryForecast.Month> months(Statistics.Scope scope, LocalDate today, Subset subset) {
        Map<LocalDate, Long> ending = subset.has(CertificateKind.SERVER)
                ? endingByDay(
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

    private Map<LocalDate, Long> endingByDay(Statistics.Scope scope, LocalDate from, LocalDate to, Subset subset) {
        return scope.tenant() == null
                ? repository.endingOfAll(from, to, subset)
                : repository.ending(scope.tenant(), from, to, subset);
    }
}

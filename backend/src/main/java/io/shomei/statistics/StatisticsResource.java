package io.shomei.statistics;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.CertificateKind;
import io.shomei.api.DailyStatistics;
import io.shomei.api.DayCounts;
import io.shomei.api.ExpiringWeek;
import io.shomei.api.ExpiryLines;
import io.shomei.api.RenewalMonth;
import io.shomei.api.StatisticsApi;
import io.shomei.api.StatisticsCounts;
import io.shomei.api.StatisticsGroup;
import io.shomei.api.StatisticsLines;
import io.shomei.api.StatisticsMonth;
import io.shomei.api.TableFormat;
import io.shomei.policy.Policies;
import io.shomei.text.TextEncoding;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.InputFaults;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
class StatisticsResource implements StatisticsApi {
    private static final int MAX_MONTHS = 120;
    private static final int USUAL_MONTHS = 12;

    private final Statistics statistics;
    private final ExpiryForecasts forecasts;
    private final Policies policies;
    private final CurrentCaller caller;
    private final RequestFacts request;

    StatisticsResource(
            Statistics statistics,
            ExpiryForecasts forecasts,
            Policies policies,
            CurrentCaller caller,
            RequestFacts request) {
        this.statistics = statistics;
        this.forecasts = forecasts;
        this.policies = policies;
        this.caller = caller;
        this.request = request;
    }

    @Override
    public io.shomei.api.CertificateStatistics getCertificateStatistics(
            @Nullable String tenant,
            @Nullable String from,
            @Nullable String to,
            @Nullable String domain,
            @Nullable CertificateKind kind) {
        CertificateStatistics found = certificates(tenant, from, to, domain, kind);
        return new io.shomei.api.CertificateStatistics(
                found.today(),
                found.from().toString(),
                found.to().toString(),
                found.groups().stream().map(StatisticsResource::group).toList(),
                counts(found.total()),
                found.months().stream().map(StatisticsResource::month).toList());
    }

    @Override
    public Response exportCertificateStatistics(
            @Nullable String tenant,
            @Nullable String from,
            @Nullable String to,
            @Nullable String domain,
            @Nullable CertificateKind kind,
            @Nullable StatisticsLines by,
            @Nullable TableFormat format) {
        CertificateStatistics found = certificates(tenant, from, to, domain, kind);
        StatisticsTable table = by == StatisticsLines.MONTH
                ? StatisticsTable.byMonth(found, request.language())
                : StatisticsTable.byDomain(found, request.language());
        return download(table, "statistics", format);
    }

    @Override
    public io.shomei.api.ExpiryForecast getExpiryForecast(
            @Nullable String tenant, @Nullable String domain, @Nullable CertificateKind kind) {
        ExpiryForecast forecast = forecasts.forecast(scope(tenant), subset(domain, kind));
        return new io.shomei.api.ExpiryForecast(
                forecast.today(),
                forecast.weeks().stream()
                        .map(week -> new ExpiringWeek(week.from(), week.ending()))
                        .toList(),
                forecast.lifetimes(),
                forecast.months().stream()
                        .map(month -> new RenewalMonth(month.month().toString(), month.scheduled(), month.renewals()))
                        .toList());
    }

    @Override
    public Response exportExpiryForecast(
            @Nullable String tenant,
            @Nullable String domain,
            @Nullable CertificateKind kind,
            @Nullable ExpiryLines by,
            @Nullable TableFormat format) {
        Statistics.Scope scope = scope(tenant);
        Subset subset = subset(domain, kind);
        return by == ExpiryLines.MONTH
                ? download(
                        StatisticsTable.ofRenewals(forecasts.forecast(scope, subset), request.language()),
                        "renewals",
                        format)
                : download(
                        StatisticsTable.byWeek(forecasts.ending(scope, subset), request.language()), "expiry", format);
    }

    @Override
    public DailyStatistics getDailyStatistics(@Nullable String tenant) {
        DayStatistics found = statistics.lastDays(scope(tenant));
        return new DailyStatistics(
                found.today(),
                found.days().stream()
                        .map(each -> new DayCounts(each.day(), each.failedLogIns(), each.undeliveredMails()))
                        .toList());
    }

    @Override
    public Response exportDailyStatistics(
            @Nullable String tenant, @Nullable String from, @Nullable String to, @Nullable TableFormat format) {
        Statistics.Scope scope = scope(tenant);
        DayStatistics found = statistics.days(scope, period(scope, from, to));
        return download(StatisticsTable.byDay(found, request.language()), "days", format);
    }

    private Response download(StatisticsTable table, String name, @Nullable TableFormat format) {
        if (format == TableFormat.CSV) {
            return Downloads.stream("text/csv;charset=utf-8", name + ".csv", table::writeCsv);
        }
        TextEncoding encoding = policies.of(caller.get().tenant()).lists().encodingOr(null);
        return Downloads.stream(
                "text/tab-separated-values;charset=" + encoding.label(),
                name + ".tsv",
                out -> table.writeTsv(out, encoding));
    }

    private CertificateStatistics certificates(
            @Nullable String tenant,
            @Nullable String from,
            @Nullable String to,
            @Nullable String domain,
            @Nullable CertificateKind kind) {
        Statistics.Scope scope = scope(tenant);
        return statistics.certificates(scope, period(scope, from, to), subset(domain, kind));
    }

    private Statistics.Scope scope(@Nullable String tenant) {
        return statistics.scope(caller.get(), tenant);
    }

    private Statistics.Period period(Statistics.Scope scope, @Nullable String from, @Nullable String to) {
        YearMonth present = YearMonth.from(statistics.today(scope));
        YearMonth last = to == null ? present : YearMonth.parse(to);
        YearMonth first = from == null ? last.minusMonths(USUAL_MONTHS - 1) : YearMonth.parse(from);
        if (last.isAfter(present) || first.plusMonths(MAX_MONTHS).isBefore(last)) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("to", "Max", request.language())));
        }
        if (last.isBefore(first)) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("to", "Min", request.language())));
        }
        return new Statistics.Period(first, last);
    }

    private static Subset subset(@Nullable String domain, @Nullable CertificateKind kind) {
        return new Subset(domain, kind == null ? null : io.shomei.profile.CertificateKind.valueOf(kind.name()));
    }

    private static StatisticsGroup group(CertificateStatistics.OfGroup of) {
        return new StatisticsGroup(
                of.group().domain(), CertificateKind.valueOf(of.group().kind().name()), counts(of.counts()));
    }

    private static StatisticsMonth month(CertificateStatistics.OfMonth of) {
        Counts counts = of.counts();
        return new StatisticsMonth(
                of.month().toString(),
                counts.applied(),
                counts.issued(),
                counts.renewed(),
                counts.revoked(),
                counts.expired(),
                of.validAtEnd());
    }

    private static StatisticsCounts counts(Counts counts) {
        return new StatisticsCounts(
                counts.applied(),
                counts.issued(),
                counts.renewed(),
                counts.revoked(),
                counts.expired(),
                counts.waiting(),
                counts.valid());
    }
}

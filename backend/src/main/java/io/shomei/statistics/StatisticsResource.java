package io.shomei.statistics;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.CertificateKind;
import io.shomei.api.DayCount;
import io.shomei.api.ExpiringWeek;
import io.shomei.api.ExpiryForecast;
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
    private final Policies policies;
    private final CurrentCaller caller;
    private final RequestFacts request;

    StatisticsResource(Statistics statistics, Policies policies, CurrentCaller caller, RequestFacts request) {
        this.statistics = statistics;
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
        if (format == TableFormat.CSV) {
            return Downloads.stream("text/csv;charset=utf-8", "statistics.csv", table::writeCsv);
        }
        TextEncoding encoding = policies.of(caller.get().tenant()).lists().encodingOr(null);
        return Downloads.stream(
                "text/tab-separated-values;charset=" + encoding.label(),
                "statistics.tsv",
                out -> table.writeTsv(out, encoding));
    }

    @Override
    public ExpiryForecast getExpiryForecast(@Nullable String tenant) {
        Statistics.Forecast forecast = statistics.forecast(statistics.scope(caller.get(), tenant));
        return new ExpiryForecast(
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
    public io.shomei.api.FailedLogIns getFailedLogIns(@Nullable String tenant) {
        Statistics.FailedLogIns failed = statistics.failedLogIns(statistics.scope(caller.get(), tenant));
        return new io.shomei.api.FailedLogIns(
                failed.today(),
                failed.days().entrySet().stream()
                        .map(each -> new DayCount(each.getKey(), each.getValue()))
                        .toList());
    }

    private CertificateStatistics certificates(
            @Nullable String tenant,
            @Nullable String from,
            @Nullable String to,
            @Nullable String domain,
            @Nullable CertificateKind kind) {
        Statistics.Scope scope = statistics.scope(caller.get(), tenant);
        YearMonth present = YearMonth.from(statistics.today(scope));
        YearMonth last = to == null ? present : YearMonth.parse(to);
        YearMonth first = from == null ? last.minusMonths(USUAL_MONTHS - 1) : YearMonth.parse(from);
        if (last.isAfter(present) || first.plusMonths(MAX_MONTHS).isBefore(last)) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("to", "Max", request.language())));
        }
        if (last.isBefore(first)) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("to", "Min", request.language())));
        }
        return statistics.certificates(
                scope,
                new Statistics.Filter(
                        first,
                        last,
                        domain,
                        kind == null ? null : io.shomei.profile.CertificateKind.valueOf(kind.name())));
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

package io.shomei.statistics;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.text.CsvTable;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Statistics as lines of cells, the headings first. */
record StatisticsTable(List<List<String>> lines) {
    private static final Texts HEADINGS = Texts.load("io/shomei/statistics/headings");
    private static final List<String> COUNTS =
            List.of("applied", "issued", "renewed", "revoked", "expired", "waiting", "valid");

    StatisticsTable {
        lines = List.copyOf(lines);
    }

    /** One line per domain and kind, of the whole period. */
    static StatisticsTable byDomain(CertificateStatistics statistics, Language language) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(headings(language, Stream.concat(Stream.of("domain", "kind"), COUNTS.stream())));
        statistics
                .groups()
                .forEach(of -> lines.add(line(
                        of,
                        of.counts().applied(),
                        of.counts().issued(),
                        of.counts().renewed(),
                        of.counts().revoked(),
                        of.counts().expired(),
                        of.counts().waiting(),
                        of.counts().valid())));
        return new StatisticsTable(lines);
    }

    /** One line per month, domain and kind, of what happened in the month. */
    static StatisticsTable byMonth(CertificateStatistics statistics, Language language) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(headings(
                language,
                Stream.concat(
                        Stream.of("month", "domain", "kind"), COUNTS.stream().limit(5))));
        for (CertificateStatistics.OfMonth month : statistics.months()) {
            month.groups().stream().filter(of -> of.counts().isAnyOfThePeriod()).forEach(of -> {
                List<String> cells = new ArrayList<>(List.of(month.month().toString()));
                cells.addAll(line(
                        of,
                        of.counts().applied(),
                        of.counts().issued(),
                        of.counts().renewed(),
                        of.counts().revoked(),
                        of.counts().expired()));
                lines.add(cells);
            });
        }
        return new StatisticsTable(lines);
    }

    /** What ends: one line per week, domain and kind. */
    static StatisticsTable byWeek(List<ExpiryForecast.Ending> ending, Language language) {
        return of(
                headings(language, Stream.of("week", "domain", "kind", "ending")),
                ending.stream()
                        .map(each -> cells(
                                each.from(),
                                Objects.requireNonNullElse(each.group().domain(), ""),
                                each.group().kind(),
                                each.count())));
    }

    /** Renewals to expect: one line per month, with a column for each lifetime. */
    static StatisticsTable ofRenewals(ExpiryForecast forecast, Language language) {
        return of(
                Stream.concat(
                                headings(language, Stream.of("month", "scheduled")).stream(),
                                forecast.lifetimes().stream()
                                        .map(days -> HEADINGS.get(language, "under", days.toString())))
                        .toList(),
                forecast.months().stream()
                        .map(each -> Stream.concat(
                                        cells(each.month(), each.scheduled()).stream(),
                                        each.renewals().stream().map(String::valueOf))
                                .toList()));
    }

    /** What went wrong: one line per day. */
    static StatisticsTable byDay(DayStatistics statistics, Language language) {
        return of(
                headings(language, Stream.of("day", "failedLogIns", "undeliveredMails")),
                statistics.days().stream()
                        .map(each -> cells(each.day(), each.failedLogIns(), each.undeliveredMails())));
    }

    /** RFC 4180, in UTF-8 with a byte order mark. */
    void writeCsv(OutputStream out) throws IOException {
        try (CsvTable table = new CsvTable(out, TextEncoding.UTF_8)) {
            lines.forEach(table::row);
        }
    }

    /** Tab-separated; no cell has a tab. */
    void writeTsv(OutputStream out, TextEncoding encoding) throws IOException {
        for (List<String> line : lines) {
            out.write((String.join("\t", line) + "\r\n").getBytes(encoding.charset()));
        }
    }

    private static List<String> line(CertificateStatistics.OfGroup of, long... counts) {
        List<String> cells = new ArrayList<>();
        cells.add(Objects.requireNonNullElse(of.group().domain(), ""));
        cells.add(of.group().kind().name());
        for (long count : counts) {
            cells.add(Long.toString(count));
        }
        return cells;
    }

    private static StatisticsTable of(List<String> headings, Stream<List<String>> lines) {
        return new StatisticsTable(Stream.concat(Stream.of(headings), lines).toList());
    }

    private static List<String> cells(Object... cells) {
        return Stream.of(cells).map(String::valueOf).toList();
    }

    private static List<String> headings(Language language, Stream<String> keys) {
        return keys.map(key -> HEADINGS.get(language, key)).toList();
    }
}

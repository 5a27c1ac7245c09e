package io.shomei.statistics;

import io.shomei.profile.CertificateKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the certificates of a period of whole months, none of them in the future. */
record CertificateStatistics(LocalDate today, YearMonth from, YearMonth to, List<Tally> tallies) {

    CertificateStatistics {
        tallies = List.copyOf(tallies);
    }

    /**
     * What is counted together.
     *
     * @param domain null for names under no registered domain
     */
    record Group(@Nullable String domain, CertificateKind kind) {
        private static final Comparator<Group> ORDER = Comparator.comparing(
                        Group::domain, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Group::kind);

        static Group of(Tally tally) {
            return new Group(tally.domain(), tally.kind());
        }
    }

    record OfGroup(Group group, Counts counts) {
        private static List<OfGroup> of(List<Tally> tallies, YearMonth from, YearMonth to) {
            return tallies.stream().collect(Collectors.groupingBy(Group::of)).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Group.ORDER))
                    .map(each -> new OfGroup(each.getKey(), Counts.of(each.getValue(), from, to)))
                    .toList();
        }
    }

    /**
     * @param tallies those of the month
     * @param validAtEnd at the end of the month; of a month that has not ended, today
     */
    record OfMonth(YearMonth month, List<Tally> tallies, long validAtEnd) {
        Counts counts() {
            return Counts.of(tallies, month, month);
        }

        List<OfGroup> groups() {
            return OfGroup.of(tallies, month, month);
        }
    }

    Counts total() {
        return Counts.of(tallies, from, to);
    }

    List<OfGroup> groups() {
        return OfGroup.of(tallies, from, to);
    }

    List<OfMonth> months() {
        Map<YearMonth, List<Tally>> byMonth = tallies.stream().collect(Collectors.groupingBy(Tally::month));
        long valid = added(tallies.stream().filter(each -> each.month().isBefore(from)));
        List<OfMonth> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            List<Tally> ofMonth = byMonth.getOrDefault(month, List.of());
            valid += added(ofMonth.stream());
            months.add(new OfMonth(month, ofMonth, valid));
        }
        return months;
    }

    /** What was issued, less what was revoked and what had ended. */
    private static long added(Stream<Tally> tallies) {
        return tallies.mapToLong(each -> switch (each.measure()) {
                    case ISSUED -> each.count();
                    case REVOKED -> -each.count();
                    case ENDING -> each.ahead() ? 0 : -each.count();
                    case APPLIED, RENEWED, WAITING -> 0;
                })
                .sum();
    }
}

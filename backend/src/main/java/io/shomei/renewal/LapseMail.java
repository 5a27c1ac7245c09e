package io.shomei.renewal;

import io.shomei.account.Account;
import io.shomei.account.Lapse;
import io.shomei.notification.Notice;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The mails that tell of rights to acquire a certificate that lapse. They have no link: people log in as usual. */
record LapseMail(Calendar calendar, Instant now) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    Notice toPerson(Lapse lapse) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", lapse.account().name());
        facts.put("deadline", lapse.at().toString());
        facts.put("days", days(lapse));
        if (lapse.password()) {
            facts.put("password", "true");
        }
        return new Notice(
                "acquisition-lapsing", Objects.requireNonNull(lapse.account().email()), null, facts);
    }

    /** One mail for those that became due together, the soonest first. */
    Notice toAdministrator(List<Lapse> lapses, Account administrator) {
        List<Lapse> sorted =
                lapses.stream().sorted(Comparator.comparing(Lapse::at)).toList();
        return new Notice(
                "acquisitions-lapsing",
                Objects.requireNonNull(administrator.email()),
                null,
                Map.of(
                        "name", administrator.name(),
                        "count", String.valueOf(sorted.size()),
                        "days", days(sorted.getLast()),
                        "lines", sorted.stream().map(this::line).collect(Collectors.joining("\n"))));
    }

    private String days(Lapse lapse) {
        return String.valueOf(calendar.daysLeft(lapse.at(), now));
    }

    private String line(Lapse lapse) {
        String id = lapse.account().loginId();
        String name = lapse.account().name();
        return "%s  %s"
                .formatted(
                        MINUTE.format(lapse.at().atZone(calendar.zone())), id == null ? name : name + " (" + id + ")");
    }
}

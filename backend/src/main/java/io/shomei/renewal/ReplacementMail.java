package io.shomei.renewal;

import io.shomei.account.Account;
import io.shomei.certificate.CertificateRegister.Replaced;
import io.shomei.notification.Notice;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The mail that reminds an officer of certificates that were renewed and are valid still. The file that revokes them goes with it. */
final class ReplacementMail {
    /** Certificates that one mail names; it counts the rest, which are in the file. */
    private static final int NAMED = 50;

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private ReplacementMail() {}

    /**
     * Empty where there is nothing to tell, or nobody who could be written to.
     *
     * @param zone in which the ends of the certificates are told
     */
    static Optional<Notice> of(List<Replaced> replaced, Account officer, ZoneId zone) {
        String recipient = officer.email();
        if (recipient == null || replaced.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("name", officer.name());
        facts.put("count", String.valueOf(replaced.size()));
        facts.put(
                "lines",
                replaced.stream().limit(NAMED).map(each -> line(each, zone)).collect(Collectors.joining("\n")));
        if (replaced.size() > NAMED) {
            facts.put("more", String.valueOf(replaced.size() - NAMED));
        }
        return Optional.of(new Notice(
                        "replacement-reminder",
                        recipient,
                        replaced.size() == 1 ? replaced.getFirst().successor().id() : null,
                        facts)
                .replacing(replaced.stream().map(each -> each.successor().id()).toList()));
    }

    private static String line(Replaced replaced, ZoneId zone) {
        return "%s  %s  %s"
                .formatted(
                        SECOND.format(replaced.earlier().notAfter().atZone(zone)),
                        replaced.earlier().commonName(),
                        replaced.earlier().serial().decimal());
    }
}

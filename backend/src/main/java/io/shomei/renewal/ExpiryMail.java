package io.shomei.renewal;

import io.shomei.account.Account;
import io.shomei.certificate.Certificate;
import io.shomei.notification.Notice;
import io.shomei.tenant.Domain;
import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mails about what ends soon. Where a page asks for a secret, none of them holds a link to it: that is what phishing looks like
 * (HK-032). Whoever renews by the present certificate alone is led to the page, which asks for nothing else.
 *
 * @param window how long before the end a certificate can be renewed; null where there is no renewal
 * @param page where a log-in certificate is renewed by itself; null where it is not
 */
record ExpiryMail(
        Calendar calendar,
        @Nullable Period window,
        @Nullable String page,
        Instant now) {
    /** Certificates that one mail names; it counts the rest. */
    private static final int NAMED = 50;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** To the person a certificate belongs to: the subscriber administrator, or whose log-in certificate it is. */
    Notice toPerson(Certificate certificate, String recipient, @Nullable String name) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", name == null ? "" : name);
        facts.put("subject", certificate.subjectDn());
        facts.put("serial", certificate.serial().decimal());
        facts.put("notAfter", certificate.notAfter().toString());
        facts.put("days", days(certificate.notAfter()));
        if (window != null) {
            facts.put(
                    "renewableFrom",
                    calendar.dueAt(certificate.notAfter(), window).toString());
        }
        if (page != null && certificate.account() != null) {
            facts.put("page", page);
        }
        return new Notice("certificate-expiring", recipient, certificate.id(), facts);
    }

    /** To somebody who looks after many: one mail for those of a step that became due together, in the order of their expiry. */
    Notice toOverseer(List<Certificate> certificates, Account overseer) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", overseer.name());
        facts.put("count", String.valueOf(certificates.size()));
        facts.put("days", days(certificates.getLast().notAfter()));
        facts.put("lines", certificates.stream().limit(NAMED).map(this::line).collect(Collectors.joining("\n")));
        if (certificates.size() > NAMED) {
            facts.put("more", String.valueOf(certificates.size() - NAMED));
        }
        return new Notice(
                "certificates-expiring",
                Objects.requireNonNull(overseer.email()),
                certificates.size() == 1 ? certificates.getFirst().id() : null,
                facts);
    }

    Notice ofDomain(Domain domain, Account officer) {
        return new Notice(
                "domain-deadline",
                Objects.requireNonNull(officer.email()),
                null,
                Map.of(
                        "name", officer.name(),
                        "domain", domain.name(),
                        "deadline", domain.issuingDeadline().toString(),
                        "days", days(domain.issuingDeadline())));
    }

    Notice ofReview(Instant deadline, String recipient) {
        return new Notice(
                "review-due", recipient, null, Map.of("deadline", deadline.toString(), "days", days(deadline)));
    }

    private String days(Instant end) {
        return String.valueOf(calendar.daysLeft(end, now));
    }

    private String line(Certificate certificate) {
        return "%s  %s  %s"
                .formatted(
                        MINUTE.format(certificate.notAfter().atZone(calendar.zone())),
                        certificate.commonName(),
                        certificate.serial().decimal());
    }
}

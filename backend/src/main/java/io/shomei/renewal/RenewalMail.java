package io.shomei.renewal;

import io.shomei.notification.Notice;
import io.shomei.request.RegisteredSubject;
import io.shomei.submission.SubmissionLinks;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The mail that asks a subscriber administrator for what is needed to renew certificates. Where submissions are offered it brings a link
 * for these, which asks for no secret and opens nothing else.
 *
 * @param registered what the subjects of new CSRs are to hold
 */
record RenewalMail(RenewalFileKind kind, RegisteredSubject registered, Calendar calendar, String officer, Instant now) {
    /** Certificates that one mail names; it counts the rest. */
    private static final int NAMED = 200;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /**
     * @param link what it says of the link; empty where there is none
     */
    Notice to(String address, List<RenewalDraft> drafts, Map<String, String> link) {
        Renewal first = drafts.getFirst().of();
        Map<String, String> facts = new HashMap<>(link);
        facts.put(
                "name",
                first.subscriber().name() == null ? "" : first.subscriber().name());
        facts.put("officer", officer);
        facts.put("count", String.valueOf(drafts.size()));
        facts.put("days", String.valueOf(calendar.daysLeft(first.notAfter(), now)));
        facts.put("lines", drafts.stream().limit(NAMED).map(this::line).collect(Collectors.joining("\n\n")));
        if (kind != RenewalFileKind.CLIENT) {
            facts.put("csr", "true");
        }
        if (drafts.size() > NAMED) {
            facts.put("more", String.valueOf(drafts.size() - NAMED));
        }
        return new Notice(SubmissionLinks.RENEWAL_MAIL, address, drafts.size() == 1 ? first.id() : null, facts);
    }

    private String line(RenewalDraft draft) {
        Renewal of = draft.of();
        return "%s\n  %s\n  %s"
                .formatted(
                        of.renewedDn(registered),
                        MINUTE.format(of.notAfter().atZone(calendar.zone())),
                        of.serial().decimal());
    }
}

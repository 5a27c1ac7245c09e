package io.shomei.enrolment;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.Holder;
import io.shomei.kernel.CertificateId;
import io.shomei.notification.Notice;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails about one client certificate. {@link EnrolmentMail} puts the URL in. */
final class HolderMail {
    static final String READY = "client-certificate-ready";

    /** What the URL is derived from where it is not the certificate's id. */
    static final String URL_ID = "urlId";

    private static final String COLLECTED = "client-certificate-collected";
    private static final String RENEWED = "client-certificate-renewed";

    private HolderMail() {}

    /** To the holder: where to collect it, once the administrator has handed over the access PIN. */
    static Notice ready(HolderInvitation invitation, Instant deadline) {
        return ready(
                invitation.certificate(),
                invitation.holder(),
                invitation.subject().text(),
                Objects.requireNonNullElse(invitation.administrator().name(), ""),
                deadline,
                null);
    }

    /** The same once more. */
    static Notice ready(HolderEnrolment enrolment) {
        return ready(
                enrolment.certificate(),
                enrolment.holder(),
                enrolment.subjectDn(),
                enrolment.administrator().name(),
                enrolment.deadline(),
                enrolment.urlId());
    }

    private static Notice ready(
            CertificateId certificate,
            Holder holder,
            String subject,
            String administrator,
            Instant deadline,
            @Nullable UUID url) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", holder.name());
        facts.put("subject", subject);
        facts.put("administrator", administrator);
        facts.put("deadline", deadline.toString());
        facts.put("invitation", "true");
        if (url != null) {
            facts.put(URL_ID, url.toString());
        }
        return new Notice(READY, holder.email(), certificate, facts);
    }

    /**
     * To the administrator and the officers: it was collected.
     *
     * @param renewed whose place it took; null where it is a new one
     * @param count how many were collected together; the mail tells the first
     */
    static Notice collected(
            HolderEnrolment first,
            Certificate certificate,
            @Nullable Certificate renewed,
            long count,
            EnrolmentLot.Person recipient,
            Instant at) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", recipient.name());
        facts.put("holder", first.holder().name());
        facts.put("subject", first.subjectLines());
        facts.put("serial", certificate.serial().decimal());
        facts.put("collectedAt", at.toString());
        if (count > 1) {
            facts.put("count", String.valueOf(count));
        }
        if (renewed != null) {
            facts.put("oldSerial", renewed.serial().decimal());
        }
        return new Notice(
                renewed == null ? COLLECTED : RENEWED,
                Objects.requireNonNull(recipient.email()),
                certificate.id(),
                facts);
    }
}

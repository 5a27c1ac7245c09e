package io.shomei.enrolment;

import io.shomei.account.Account;
import io.shomei.certificate.Certificate;
import io.shomei.enrolment.Enrolments.Invitation;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Role;
import io.shomei.notification.Notice;
import io.shomei.notification.UnstoredFacts;
import io.shomei.pki.AttributeType;
import io.shomei.profile.CertificateKind;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails of an enrolment. The URL is put in while the mail is made. */
@ApplicationScoped
class EnrolmentMail implements UnstoredFacts {
    private static final String READY = "server-certificate-ready";
    private static final String INVITATION = "log-in-certificate-invitation";

    /** Those whose URL leads to one certificate. */
    private static final Set<String> WITH_URL = Set.of(READY, INVITATION, HolderMail.READY);

    private final EnrolmentToken tokens;
    private final Entrances entrances;

    EnrolmentMail(EnrolmentToken tokens, Entrances entrances) {
        this.tokens = tokens;
        this.entrances = entrances;
    }

    /** To the subscriber administrator: the certificate can be fetched. */
    static Notice ready(Invitation invitation, Instant deadline) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", Objects.requireNonNullElse(invitation.name(), ""));
        facts.put("subject", invitation.subject().text());
        facts.put("host", invitation.subject().first(AttributeType.CN).orElse(""));
        facts.put("deadline", deadline.toString());
        if (invitation.kind() == CertificateKind.CODE_SIGNING) {
            facts.put("codeSigning", "true");
        }
        return new Notice(READY, invitation.recipient(), invitation.certificate(), facts);
    }

    /** To somebody who is to collect a log-in certificate; the access PIN comes another way. */
    static Notice invitation(CertificateId certificate, Account account, Instant deadline) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", account.name());
        facts.put("deadline", deadline.toString());
        facts.put("invitation", "true");
        if (account.role() == Role.OFFICER) {
            facts.put("officer", "true");
        }
        return new Notice(INVITATION, Objects.requireNonNull(account.email()), certificate, facts);
    }

    /**
     * To the officers whose rights are for it: it was fetched.
     *
     * @param earlier what it took the place of, where that is still valid; the file that revokes it goes with the mail
     */
    static Notice collected(Certificate certificate, @Nullable Certificate earlier, Account officer, Instant at) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", officer.name());
        facts.put("subject", certificate.subjectDn());
        facts.put("serial", certificate.serial().decimal());
        facts.put("collectedAt", at.toString());
        if (earlier != null) {
            facts.put("earlier", earlier.serial().decimal());
            facts.put("earlierUntil", earlier.notAfter().toString());
        }
        return new Notice("certificate-collected", Objects.requireNonNull(officer.email()), certificate.id(), facts)
                .replacing(earlier == null ? List.of() : List.of(certificate.id()));
    }

    @Override
    public boolean belongsTo(String kind) {
        return WITH_URL.contains(kind);
    }

    @Override
    public Map<String, String> of(@Nullable CertificateId certificate, Map<String, String> stored) {
        String other = stored.get(HolderMail.URL_ID);
        CertificateId of =
                other == null ? Objects.requireNonNull(certificate) : new CertificateId(UUID.fromString(other));
        return Map.of("url", entrances.portalUrl() + "/collect/" + tokens.of(of));
    }
}

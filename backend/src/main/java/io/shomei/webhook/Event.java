package io.shomei.webhook;

import io.shomei.account.Account;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.NewCertificate;
import io.shomei.kernel.CertificateId;
import io.shomei.tenant.Domain;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param data what is told of it; never a secret
 */
public record Event(EventType type, Map<String, Object> data) {

    public static Event issued(NewCertificate certificate) {
        return new Event(
                EventType.CERTIFICATE_ISSUED,
                Map.of(
                        "certificate",
                        certificate(
                                certificate.id(),
                                certificate.serial().hex(),
                                certificate.profile().kind().name(),
                                certificate.profile().id(),
                                certificate.commonName(),
                                certificate.subjectDn(),
                                certificate.validity().notBefore(),
                                certificate.validity().notAfter())));
    }

    public static Event of(EventType type, Certificate certificate) {
        return new Event(
                type,
                Map.of(
                        "certificate",
                        certificate(
                                certificate.id(),
                                certificate.serial().hex(),
                                certificate.kind().name(),
                                certificate.profile(),
                                certificate.commonName(),
                                certificate.subjectDn(),
                                certificate.notBefore(),
                                certificate.notAfter())));
    }

    public static Event requestFileDone(UUID file, String fileName, String state, long done, long failed) {
        return new Event(
                EventType.REQUEST_FILE_DONE,
                Map.of(
                        "requestFile",
                        Map.of(
                                "id",
                                file.toString(),
                                "name",
                                fileName,
                                "state",
                                state,
                                "done",
                                done,
                                "failed",
                                failed)));
    }

    /** About a person's account. */
    public static Event of(EventType type, Account account) {
        return new Event(type, Map.of("account", account(account)));
    }

    public static Event submissionReceived(UUID submission, String fileName, long rows) {
        return new Event(
                EventType.SUBMISSION_RECEIVED,
                Map.of("submission", Map.of("id", submission.toString(), "fileName", fileName, "rows", rows)));
    }

    public static Event domainExpiring(Domain domain) {
        return new Event(
                EventType.DOMAIN_EXPIRING,
                Map.of(
                        "domain",
                        Map.of(
                                "name",
                                domain.name(),
                                "issuingDeadline",
                                domain.issuingDeadline().toString())));
    }

    public static Event reviewDue(Instant deadline) {
        return new Event(EventType.REVIEW_DUE, Map.of("review", Map.of("deadline", deadline.toString())));
    }

    public static Event apiTokenEnding(UUID token, String name, String owner, Instant expiresAt) {
        return new Event(
                EventType.API_TOKEN_ENDING,
                Map.of(
                        "apiToken",
                        Map.of(
                                "id",
                                token.toString(),
                                "name",
                                name,
                                "owner",
                                owner,
                                "expiresAt",
                                expiresAt.toString())));
    }

    static Event undeliverable(UUID notice, String kind, String recipient, @Nullable UUID certificate) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", notice.toString());
        told.put("kind", kind);
        told.put("recipient", recipient);
        if (certificate != null) {
            told.put("certificateId", certificate.toString());
        }
        return new Event(EventType.NOTICE_UNDELIVERABLE, Map.of("notice", told));
    }

    /** With another fact, such as the reason of a revocation. */
    public Event with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(name, value);
        return new Event(type, more);
    }

    /** As a member of the message. */
    public static Map<String, Object> account(Account account) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", account.id().toString());
        told.put("name", account.name());
        told.put("role", account.role().name());
        if (account.loginId() != null) {
            told.put("loginId", account.loginId());
        }
        return told;
    }

    private static Map<String, Object> certificate(
            CertificateId id,
            String serial,
            String kind,
            String profile,
            String commonName,
            String subjectDn,
            Instant notBefore,
            Instant notAfter) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", id.toString());
        told.put("serial", serial);
        told.put("kind", kind);
        told.put("profile", profile);
        told.put("commonName", commonName);
        told.put("subjectDn", subjectDn);
        told.put("notBefore", notBefore.toString());
        told.put("notAfter", notAfter.toString());
        return told;
    }
}

package io.shomei.notification;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mail of a notice as the policy of its tenant has it today: its words, languages and encoding, and whether it is signed. Who
 * chose a language for themselves gets theirs alone.
 */
@ApplicationScoped
class MailRoom {
    private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");

    private final MailTemplates templates;
    private final Policies policies;
    private final Letterhead letterheads;
    private final RecipientLanguages languages;
    private final List<UnstoredFacts> unstored;
    private final List<Attachments> attachments;
    private final NoticeRepository notices;

    MailRoom(
            MailTemplates templates,
            Policies policies,
            Letterhead letterheads,
            RecipientLanguages languages,
            @All List<UnstoredFacts> unstored,
            @All List<Attachments> attachments,
            NoticeRepository notices) {
        this.templates = templates;
        this.policies = policies;
        this.letterheads = letterheads;
        this.languages = languages;
        this.unstored = unstored;
        this.attachments = attachments;
        this.notices = notices;
    }

    /** Which of these people chose a language, asked once for all of them. */
    Map<TenantId, Map<String, Language>> languages(List<NoticeView> notices) {
        return notices.stream()
                .collect(Collectors.groupingBy(
                        NoticeView::tenant, Collectors.mapping(NoticeView::recipient, Collectors.toSet())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> languages.of(entry.getKey(), entry.getValue())));
    }

    /**
     * @param chosen the recipient's language; null for as the policy says
     */
    Mail make(NoticeView notice, @Nullable Language chosen) {
        Policy policy = policies.of(notice.tenant());
        List<Attachment> files = attachments(notice);
        MailText text = templates.write(
                notice.kind(),
                facts(notice, files),
                chosen == null ? policy.mail().languages() : List.of(chosen),
                new MailTemplates.Voice(
                        policy.tenantLabel(), policy.mail().subjectPrefix(), letterheads.of(notice.tenant())));
        return new Mail(
                notice.id().toString(),
                notice.recipient(),
                text.subject(),
                text.body(),
                charset(policy.mail().encoding(), text),
                files,
                policy.mail().signed());
    }

    /** With what the outbox must not keep, and what is known only now. */
    private Map<String, String> facts(NoticeView notice, List<Attachment> files) {
        Map<String, String> facts = new HashMap<>(notice.facts());
        if (!files.isEmpty()) {
            facts.put("attached", String.valueOf(files.size()));
        }
        CertificateId certificate = notice.certificate() == null ? null : new CertificateId(notice.certificate());
        unstored.stream()
                .filter(each -> each.belongsTo(notice.kind()))
                .forEach(each -> facts.putAll(each.of(certificate, notice.facts())));
        return facts;
    }

    private List<Attachment> attachments(NoticeView notice) {
        if (!notice.ofRenewals()) {
            return List.of();
        }
        List<CertificateId> renewals =
                QuarkusTransaction.joiningExisting().call(() -> notices.renewals(notice.tenant(), notice.id()));
        return attachments.stream()
                .flatMap(each -> each.of(notice.tenant(), renewals).stream())
                .toList();
    }

    /** What the policy says, unless a name in the mail has a character that this encoding lacks: it is not to become a question mark. */
    private static Charset charset(Policy.Mail.Encoding encoding, MailText text) {
        return switch (encoding) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case ISO_2022_JP ->
                holds(ISO_2022_JP, text.subject()) && holds(ISO_2022_JP, text.body())
                        ? ISO_2022_JP
                        : StandardCharsets.UTF_8;
        };
    }

    /** An encoder reads an array of characters in a third of the time that it needs for a text. */
    private static boolean holds(Charset charset, String text) {
        return charset.newEncoder().canEncode(CharBuffer.wrap(text.toCharArray()));
    }
}

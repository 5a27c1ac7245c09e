package io.shomei.notification;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every kind of mail, filled with facts that are nobody's, as the tenants of a label get it. */
@ApplicationScoped
class NoticeExamples {
    private static final Texts FACTS = Texts.load("io/shomei/notification/examples");
    private static final Letterhead.Of LETTERHEAD = new Letterhead.Of("例示", "Example", ZoneId.of("Asia/Tokyo"));

    private final MailTemplates templates;

    NoticeExamples(MailTemplates templates) {
        this.templates = templates;
    }

    record Example(String kind, MailText text) {}

    List<Example> all(Language language, Policy.TenantLabel label, @Nullable String prefix) {
        var voice = new MailTemplates.Voice(label, prefix, LETTERHEAD);
        return MailTemplates.kinds().stream()
                .map(kind -> new Example(kind, templates.write(kind, facts(kind, language), List.of(language), voice)))
                .toList();
    }

    private static Map<String, String> facts(String kind, Language language) {
        String prefix = kind + ".";
        return FACTS.keys(language).stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(key -> key.substring(prefix.length()), key -> FACTS.get(language, key)));
    }
}

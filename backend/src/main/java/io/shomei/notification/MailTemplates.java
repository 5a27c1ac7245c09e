package io.shomei.notification;

import io.quarkus.arc.All;
import io.quarkus.qute.Engine;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the text of mails: Japanese first, then English, in one mail. The first line of a template is the subject. */
@ApplicationScoped
class MailTemplates {
    private static final Texts TITLES = Texts.load("io/shomei/notification/notices");

    private final Engine engine;
    private final List<UnstoredFacts> unstored;

    MailTemplates(Engine engine, @All List<UnstoredFacts> unstored) {
        this.engine = engine;
        this.unstored = unstored;
    }

    static String title(String kind, Language language) {
        return TITLES.get(language, kind);
    }

    Mail make(NoticeView notice) {
        Map<String, Object> facts = new HashMap<>(notice.facts());
        if (notice.certificate() != null) {
            CertificateId certificate = new CertificateId(notice.certificate());
            unstored.stream()
                    .filter(each -> each.belongsTo(notice.kind()))
                    .forEach(each -> facts.putAll(each.of(certificate)));
        }
        String rendered =
                engine.getTemplate("notification/" + notice.kind() + ".txt").render(facts);
        int line = rendered.indexOf('\n');
        return new Mail(
                notice.id().toString(),
                notice.recipient(),
                rendered.substring(0, line).strip(),
                rendered.substring(line + 1).strip() + "\n");
    }
}

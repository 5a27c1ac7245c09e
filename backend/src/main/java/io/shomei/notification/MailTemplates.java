package io.shomei.notification;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The texts of mails: for each kind one template in each language, whose first line is the subject, and one closing that every mail
 * has. It says that we never ask for secrets, so no kind of mail can be without it.
 */
@ApplicationScoped
class MailTemplates {
    private static final Texts TITLES = Texts.load("io/shomei/notification/notices");
    private static final Texts WORDS = Texts.load("io/shomei/notification/words");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final DateTimeFormatter JAPANESE =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH時mm分ss秒 (z)", Language.JA.locale());
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss (z)", Language.EN.locale());
    private static final String RULE = "\n\n" + "-".repeat(64) + "\n\n";

    private final Engine engine;

    MailTemplates(Engine engine) {
        this.engine = engine;
    }

    /**
     * In whose name a mail speaks, and how.
     *
     * @param label which words it has for the tenant and for those who look after it
     * @param prefix what its subject begins with; null where that is nothing
     */
    record Voice(Policy.TenantLabel label, @Nullable String prefix, Letterhead.Of letterhead) {}

    static String title(String kind, Language language) {
        return TITLES.get(language, kind);
    }

    /** Every kind of mail there is. */
    static List<String> kinds() {
        return List.copyOf(TITLES.keys(Language.JA));
    }

    /** One mail in some languages, one after the other. */
    MailText write(String kind, Map<String, String> facts, List<Language> languages, Voice voice) {
        List<MailText> texts = languages.stream()
                .map(language -> write(kind, facts, language, voice))
                .toList();
        String subject = texts.stream().map(MailText::subject).collect(Collectors.joining(" / "));
        return new MailText(
                voice.prefix() == null ? subject : voice.prefix() + " " + subject,
                texts.stream().map(MailText::body).collect(Collectors.joining(RULE)) + "\n");
    }

    private MailText write(String kind, Map<String, String> facts, Language language, Voice voice) {
        Map<String, Object> told = new HashMap<>();
        facts.forEach((name, value) ->
                told.put(name, readable(value, language, voice.letterhead().zone())));
        told.put("words", words(language, voice.label()));
        told.put("tenant", voice.letterhead().name(language));
        String text = template(kind, language).render(told);
        int line = text.indexOf('\n');
        List<String> parts = new ArrayList<>();
        parts.add(text.substring(line + 1).strip());
        parts.add(template("closing", language).render(told).strip());
        return new MailText(text.substring(0, line).strip(), String.join("\n\n", parts));
    }

    private Template template(String name, Language language) {
        String path = "notification/" + name + "." + language.locale().getLanguage() + ".txt";
        Template template = engine.getTemplate(path);
        if (template == null) {
            throw new IllegalStateException("there is no template " + path);
        }
        return template;
    }

    /** The words for a kind of tenant: what it is called, and whom its people turn to. */
    private static Map<String, String> words(Language language, Policy.TenantLabel label) {
        return Map.of(
                "tenant", WORDS.get(language, label + ".tenant"),
                "contact", WORDS.get(language, label + ".contact"));
    }

    /** A moment as people write it, in their zone with seconds; everything else as it is. */
    private static String readable(String value, Language language, ZoneId zone) {
        if (!value.endsWith("Z") || !INSTANT.matcher(value).matches()) {
            return value;
        }
        try {
            return (language == Language.JA ? JAPANESE : ENGLISH)
                    .format(Instant.parse(value).atZone(zone));
        } catch (DateTimeException notAMoment) {
            return value;
        }
    }
}

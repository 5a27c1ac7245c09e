package io.shomei.audit;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.web.ProblemDocuments;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an event did in words, for operations where that says more than what they acted on (DN-053). */
final class AuditSummary {
    private static final Texts TEXTS = Texts.load("io/shomei/audit/summaries");
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private AuditSummary() {}

    /** Null where the operation has none. */
    static @Nullable String of(AuditEventView event, Language language) {
        String key = event.success() ? event.operation() : event.operation() + ".failed";
        return TEXTS.find(language, key)
                .map(text -> PLACE.matcher(text)
                        .replaceAll(place -> Matcher.quoteReplacement(value(event, place.group(1), language))))
                .orElse(null);
    }

    private static String value(AuditEventView event, String name, Language language) {
        String value = switch (name) {
            case "target" -> event.target();
            case "address" -> event.address();
            default -> event.detail().get(name);
        };
        if (value == null) {
            return "";
        }
        if (value.isEmpty()) {
            return TEXTS.get(language, "nothing");
        }
        return name.equals("problem") ? ProblemDocuments.title(value, language) : value;
    }
}

package io.shomei.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.policy.PolicyDocuments.Difference;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The model in words: keys, values and faults, in both languages. */
final class PolicyTexts {
    private static final Texts KEYS = Texts.load("io/shomei/policy/keys");
    private static final Texts FAULTS = Texts.load("io/shomei/policy/faults");

    private PolicyTexts() {}

    static String title(PolicyKey key, Language language) {
        return KEYS.get(language, key.path());
    }

    /** What the key does, where its title does not say it; may be empty. */
    static String help(PolicyKey key, Language language) {
        return KEYS.find(language, key.path() + ".help").orElse("");
    }

    static String group(String group, Language language) {
        return KEYS.get(language, "group." + group);
    }

    /** A value a person may choose: with words of its own for this key, or the same for all. */
    static String value(PolicyKey key, String value, Language language) {
        return KEYS.find(language, key.path() + "." + value).orElseGet(() -> KEYS.get(language, "value." + value));
    }

    /** A value in words. */
    static String words(PolicyKey key, JsonNode value, Language language) {
        return switch (key.type()) {
            case BOOLEAN -> KEYS.get(language, value.booleanValue() ? "yes" : "no");
            case CHOICE -> value(key, value.asText(), language);
            case CHOICES, METHODS, TEXTS, PERIODS ->
                value.isEmpty()
                        ? KEYS.get(language, "nothing")
                        : elements(
                                key, value, key.type() == PolicyKey.Type.METHODS ? " / " : comma(language), language);
            case DURATION -> span(Duration.parse(value.asText()), language);
            case PERIOD -> span(Period.parse(value.asText()), language);
            case INTEGER, TEXT -> value.asText();
        };
    }

    /** Each key with what it was and is, one a line. */
    static String lines(List<Difference> differences, Language language) {
        String none = KEYS.get(language, "nothing");
        return differences.stream()
                .map(each -> title(each.key(), language) + ": " + words(each.key(), each.before(), language, none)
                        + " → " + words(each.key(), each.after(), language, none))
                .collect(Collectors.joining("\n"));
    }

    /**
     * A value in words.
     *
     * @param none what stands for no value
     */
    static String words(PolicyKey key, @Nullable JsonNode value, Language language, String none) {
        return value == null ? none : words(key, value, language);
    }

    private static String elements(PolicyKey key, JsonNode list, String separator, Language language) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.isArray()
                        ? elements(key, each, " + ", language)
                        : switch (key.type()) {
                            case PERIODS -> span(Period.parse(each.asText()), language);
                            case TEXTS -> each.asText();
                            default -> value(key, each.asText(), language);
                        })
                .collect(Collectors.joining(separator));
    }

    private static String comma(Language language) {
        return language == Language.JA ? "、" : ", ";
    }

    static String fault(PolicyFault fault, Language language) {
        return FAULTS.get(language, fault.rule(), fault.facts().toArray());
    }

    /** Such as {@code 1か月} or {@code 30 days}. */
    static String span(Period period, Language language) {
        List<String> parts = new ArrayList<>();
        part(parts, period.getYears(), "year", language);
        part(parts, period.getMonths(), "month", language);
        part(parts, period.getDays(), "day", language);
        return parts.isEmpty() ? count(0, "day", language) : joined(parts, language);
    }

    /** Such as {@code 30分} or {@code 1 hour}. */
    static String span(Duration duration, Language language) {
        List<String> parts = new ArrayList<>();
        part(parts, (int) duration.toHours(), "hour", language);
        part(parts, duration.toMinutesPart(), "minute", language);
        part(parts, duration.toSecondsPart(), "second", language);
        return parts.isEmpty() ? count(0, "minute", language) : joined(parts, language);
    }

    private static void part(List<String> parts, int number, String unit, Language language) {
        if (number > 0) {
            parts.add(count(number, unit, language));
        }
    }

    private static String count(int number, String unit, Language language) {
        return KEYS.get(language, "unit." + unit + (number == 1 ? "" : "s"), number);
    }

    private static String joined(List<String> parts, Language language) {
        return String.join(language == Language.JA ? "" : " ", parts);
    }
}

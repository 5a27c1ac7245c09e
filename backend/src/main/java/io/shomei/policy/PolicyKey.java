package io.shomei.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One key of the policy model.
 *
 * @param path its place, such as {@code session.idleTimeout}
 * @param optional whether it may have no value
 * @param values what may be chosen; empty where the value is free
 * @param least floor, as text of the key's type
 * @param most ceiling; of a list, how many values it may have
 * @param pattern what a text must match as a whole
 * @param atOnce whether a change holds also for what began under an earlier version
 */
record PolicyKey(
        String path,
        Type type,
        boolean optional,
        List<String> values,
        @Nullable String least,
        @Nullable String most,
        @Nullable String pattern,
        boolean atOnce) {
    /** January has 31 days: a month counts as the longest it can be. */
    private static final LocalDate BASE = LocalDate.of(2001, 1, 1);

    enum Type {
        BOOLEAN,
        INTEGER,
        CHOICE,
        CHOICES,
        /** Lists of choices that go together. */
        METHODS,
        TEXT,
        TEXTS,
        DURATION,
        PERIOD,
        PERIODS
    }

    /** The first part of the path: what the key is about. */
    String group() {
        int end = path.indexOf('.');
        return end < 0 ? path : path.substring(0, end);
    }

    /** Everything that is wrong with a value of this key. */
    Stream<PolicyFault> check(@Nullable JsonNode value) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            return optional ? Stream.empty() : fault("Missing");
        }
        return switch (type) {
            case BOOLEAN -> value.isBoolean() ? Stream.empty() : fault("NotBoolean");
            case INTEGER -> value.isInt() ? within(value.intValue()) : fault("NotInteger");
            case CHOICE -> isOneOf(value) ? Stream.empty() : fault("NotAChoice", String.join(", ", values));
            case CHOICES -> list(value, this::isOneOf, "NotAChoice", String.join(", ", values));
            case METHODS ->
                list(
                        value,
                        method -> method.size() > 0
                                && isSet(method)
                                && stream(method).allMatch(this::isOneOf),
                        "NotAMethod",
                        String.join(", ", values));
            case TEXT -> isText(value) ? Stream.empty() : fault("NotThisText");
            case TEXTS -> list(value, this::isText, "NotThisText");
            case DURATION, PERIOD -> span(value);
            case PERIODS ->
                Stream.concat(
                        list(value, JsonNode::isTextual, "NotAPeriod"),
                        value.isArray() ? stream(value).flatMap(this::span) : Stream.empty());
        };
    }

    /** The same key with other limits. */
    PolicyKey within(@Nullable String floor, @Nullable String ceiling) {
        return new PolicyKey(path, type, optional, values, floor, ceiling, pattern, atOnce);
    }

    /** The value itself, or the limit that it is beyond. */
    JsonNode bounded(JsonNode value) {
        return check(value)
                .map(fault -> switch (fault.rule()) {
                    case "TooSmall", "TooShort" -> limit(least);
                    case "TooLarge", "TooLong" -> limit(most);
                    default -> value;
                })
                .findFirst()
                .orElse(value);
    }

    private JsonNode limit(@Nullable String text) {
        String limit = Objects.requireNonNull(text);
        return type == Type.INTEGER ? IntNode.valueOf(Integer.parseInt(limit)) : TextNode.valueOf(limit);
    }

    /** How long a period is at most, in days. */
    static long days(Period period) {
        return BASE.plus(period).toEpochDay() - BASE.toEpochDay();
    }

    private Stream<PolicyFault> span(JsonNode value) {
        try {
            long millis = millis(value.textValue());
            if (least != null && millis < millis(least)) {
                return fault("TooShort", least);
            }
            return most != null && type != Type.PERIODS && millis > millis(most)
                    ? fault("TooLong", most)
                    : Stream.empty();
        } catch (DateTimeException | NullPointerException unreadable) {
            return fault(type == Type.DURATION ? "NotADuration" : "NotAPeriod");
        }
    }

    private long millis(@Nullable String text) {
        if (text == null) {
            throw new NullPointerException("no text");
        }
        return type == Type.DURATION
                ? Duration.parse(text).toMillis()
                : Duration.ofDays(days(Period.parse(text))).toMillis();
    }

    private Stream<PolicyFault> within(int number) {
        if (least != null && number < Integer.parseInt(least)) {
            return fault("TooSmall", least);
        }
        return most != null && number > Integer.parseInt(most) ? fault("TooLarge", most) : Stream.empty();
    }

    private Stream<PolicyFault> list(
            JsonNode value, java.util.function.Predicate<JsonNode> each, String rule, Object... facts) {
        if (!value.isArray()) {
            return fault("NotAList");
        }
        if (most != null && value.size() > Integer.parseInt(most)) {
            return fault("TooMany", most);
        }
        if (!isSet(value)) {
            return fault("Repeated");
        }
        return stream(value).allMatch(each) ? Stream.empty() : fault(rule, facts);
    }

    private boolean isOneOf(JsonNode value) {
        return value.isTextual() && values.contains(value.textValue());
    }

    private boolean isText(JsonNode value) {
        return value.isTextual() && (pattern == null || Pattern.matches(pattern, value.textValue()));
    }

    private static boolean isSet(JsonNode list) {
        Set<JsonNode> seen = new HashSet<>();
        return list.isArray() && stream(list).allMatch(seen::add);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return IntStream.range(0, list.size()).mapToObj(list::get);
    }

    private Stream<PolicyFault> fault(String rule, Object... facts) {
        return Stream.of(PolicyFault.of(path, rule, facts));
    }
}

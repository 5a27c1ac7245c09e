package io.shomei.policy;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names made from a template, such as {@code client_{seq:06d}}: places in braces are filled with what is known of the subject. */
public final class Templates {
    /** What a template looks like: text, and places whose names are in this list. */
    static final String TEMPLATE =
            "(?:[^{}]|\\{(?:name|userId|contractId|customer|notAfter|cn|domain|seq(?::0[1-9]d)?)\\}){1,120}";

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)(?::0([1-9])d)?\\}");

    private static final String NUMBER = "seq";

    private Templates() {}

    /** Whether names made from a template have a number. */
    static boolean isNumbered(String template) {
        return PLACE.matcher(template)
                .results()
                .anyMatch(place -> place.group(1).equals(NUMBER));
    }

    /** Whether a template makes this name with some number. */
    static boolean numbers(String template, String name) {
        if (!isNumbered(template)) {
            return false;
        }
        StringBuilder pattern = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int end = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(template.substring(end, place.start())))
                    .append(place.group(1).equals(NUMBER) ? "[0-9]+" : ".+");
            end = place.end();
        }
        return name.matches(
                pattern.append(Pattern.quote(template.substring(end))).toString());
    }

    /**
     * Fills the places of a template. A number has at least as many digits as its place says.
     *
     * @throws IllegalArgumentException where a place has no value
     */
    public static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("there is no value for " + place.group());
            }
            String digits = place.group(2);
            return Matcher.quoteReplacement(
                    digits == null
                            ? value
                            : "0".repeat(Math.max(0, Integer.parseInt(digits) - value.length())) + value);
        });
    }
}

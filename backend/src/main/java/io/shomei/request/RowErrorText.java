package io.shomei.request;

import java.util.List;
import java.util.Locale;

/** The sentences of one language for what can be wrong with an application, and the names of its fields. */
public final class RowErrorText {
    private static final RowErrorText JAPANESE = new RowErrorText("row_errors_ja.properties");
    private static final RowErrorText ENGLISH = new RowErrorText("row_errors_en.properties");

    private final TextFile texts;

    private RowErrorText(String resource) {
        texts = TextFile.read(RowErrorText.class, resource);
    }

    /** English for English, Japanese for every other language. */
    public static RowErrorText in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : JAPANESE;
    }

    public String field(RequestField field) {
        return texts.get("field." + field.name());
    }

    /** What is wrong. */
    public String message(RowError error) {
        return filled(texts.get(error.code().name() + ".message"), error);
    }

    /** What to do about it. */
    public String cure(RowError error) {
        return filled(texts.get(error.code().name() + ".cure"), error);
    }

    /** What the errors of one number have in common. */
    public String title(String number) {
        return texts.get("title." + number);
    }

    /**
     * Puts the field's name for {@code {field}} and the facts for {@code {0}}, {@code {1}} … in one pass, so that facts are not
     * read as templates.
     */
    private String filled(String template, RowError error) {
        int open = template.indexOf('{');
        if (open < 0) {
            return template;
        }
        var out = new StringBuilder(template.length() + 64);
        int from = 0;
        while (open >= 0) {
            int close = template.indexOf('}', open);
            out.append(template, from, open).append(fact(template.substring(open + 1, close), error));
            from = close + 1;
            open = template.indexOf('{', from);
        }
        return out.append(template, from, template.length()).toString();
    }

    private String fact(String name, RowError error) {
        if (name.equals("field")) {
            return field(error.field());
        }
        List<String> args = error.args();
        int index = Integer.parseInt(name);
        return index < args.size() ? args.get(index) : "";
    }
}

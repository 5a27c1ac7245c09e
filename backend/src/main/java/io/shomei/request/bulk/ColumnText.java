package io.shomei.request.bulk;

import io.shomei.request.TextFile;
import java.util.Locale;

/** The rules of columns in one language. */
final class ColumnText {
    private static final ColumnText JAPANESE = new ColumnText("columns_ja.properties");
    private static final ColumnText ENGLISH = new ColumnText("columns_en.properties");

    private final TextFile texts;

    private ColumnText(String resource) {
        texts = TextFile.read(ColumnText.class, resource);
    }

    /** English for English, Japanese for every other language. */
    static ColumnText in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : JAPANESE;
    }

    String of(String key) {
        return texts.get(key);
    }

    /** The text for this kind of file where it has one of its own, else the one all kinds share. */
    String of(RequestFileKind kind, String key) {
        return texts.find(kind.name() + "." + key).orElseGet(() -> texts.get(key));
    }
}

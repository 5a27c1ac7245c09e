package io.shomei.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the platform speaks. Japanese is first. */
public enum Language {
    JA(Locale.JAPANESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** From an {@code Accept-Language} header; Japanese when there is none or neither language is accepted. */
    public static Language accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return JA;
        }
        try {
            Locale match = Locale.lookup(
                    Locale.LanguageRange.parse(header), java.util.List.of(Locale.JAPANESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(match) ? EN : JA;
        } catch (IllegalArgumentException unreadable) {
            return JA;
        }
    }
}

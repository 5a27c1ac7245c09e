package io.shomei.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The sentences of one subject in both languages, read once from {@code <name>_ja.properties} and {@code <name>_en.properties}. */
public final class Texts {
    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    private Texts() {}

    /**
     * @param path class path of the files, without language and extension, such as {@code io/shomei/web/problems}
     */
    public static Texts load(String path) {
        Texts texts = new Texts();
        for (Language language : Language.values()) {
            String file = path + "_" + language.locale().getLanguage() + ".properties";
            Properties properties = new Properties();
            try (InputStream in = Texts.class.getClassLoader().getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("no texts at " + file);
                }
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            texts.byLanguage.put(language, properties);
        }
        return texts;
    }

    public Optional<String> find(Language language, String key) {
        return Optional.ofNullable(properties(language).getProperty(key));
    }

    /** The sentence, with {@code %s} places filled; the key itself when there is none, so that a gap is seen and not hidden. */
    public String get(Language language, String key, Object... facts) {
        String text = find(language, key).orElse(key);
        return facts.length == 0 ? text : text.formatted(facts);
    }

    public Set<String> keys(Language language) {
        return new TreeSet<>(properties(language).stringPropertyNames());
    }

    private Properties properties(Language language) {
        Properties properties = byLanguage.get(language);
        if (properties == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return properties;
    }
}

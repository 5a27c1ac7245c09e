package io.shomei.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** Sentences of one language, read once from a properties file in UTF-8 that lies beside a class. */
public final class TextFile {
    private final Properties texts = new Properties();

    private TextFile() {}

    public static TextFile read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            var file = new TextFile();
            file.texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text, which must exist. */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no text " + key));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }
}

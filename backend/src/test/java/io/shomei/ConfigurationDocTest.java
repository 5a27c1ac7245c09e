package io.shomei;

import io.shomei.testing.MadePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/configuration.md to what the configuration interfaces say. See {@link MadePage}.
 */
class ConfigurationDocTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path SETTINGS = Path.of("src/main/resources/application.properties");
    private static final MadePage PAGE = new MadePage("configuration.md");

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern TYPE_COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/\\s*@ConfigMapping", Pattern.DOTALL);
    /** Javadoc, annotations, type and name of one setting. */
    private static final Pattern SETTING = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/((?:\\s*@\\w+(?:\\((?:\"[^\"]*\"|[^)\"])*\\))?)*)\\s*([\\w.<>]+)\\s+(\\w+)\\(\\);",
            Pattern.DOTALL);

    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"([^\"]*)\"\\)");
    private static final Pattern NAMED =
            Pattern.compile("^([\\w.-]+)=\\$\\{(SHOMEI_\\w+)(?::([^}]*))?}", Pattern.MULTILINE);

    private record Setting(String name, String environment, String type, String standard, String meaning) {
        String line() {
            return "| `%s` | `%s` | %s | %s | %s |".formatted(name, environment, type, standard, meaning);
        }
    }

    @Test
    void configurationPageTellsWhatTheSourcesSay() throws IOException {
        PAGE.says(page());
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Configuration

                Made from the sources; not edited by hand. A setting is given as an environment variable, as a system property (`-Dname=value`), or in
                `config/application.properties` beside the working directory. Durations are ISO 8601 (`PT30M`, `P7D`). A wrong value ends the start.

                ## In short

                Environment variables with names of their own.

                | Variable | Unless set | Sets |
                |---|---|---|
                """);
        Matcher named = NAMED.matcher(Files.readString(SETTINGS));
        while (named.find()) {
            String standard = named.group(3) == null || named.group(3).isEmpty() ? "–" : "`" + named.group(3) + "`";
            page.append("| `%s` | %s | `%s` |%n".formatted(named.group(2), standard, named.group(1)));
        }
        page.append("| `SHOMEI_DB_URL` | – | JDBC address of an external PostgreSQL, instead of the embedded one |%n"
                .formatted());
        page.append(
                "| `SHOMEI_DB_USER`, `SHOMEI_DB_PASSWORD` | – | the role as which it works there; it should own nothing |%n"
                        .formatted());
        page.append(
                "| `SHOMEI_DB_OWNER`, `SHOMEI_DB_OWNER_PASSWORD` | that role | the role that owns the tables and migrates them |%n"
                        .formatted());
        for (Path source : configurations()) {
            append(page, Files.readString(source));
        }
        return page.toString();
    }

    private static List<Path> configurations() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith("Config.java"))
                    .sorted()
                    .toList()) {
                if (MAPPING.matcher(Files.readString(file)).find()) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    private static void append(StringBuilder page, String source) {
        Matcher mapping = MAPPING.matcher(source);
        Matcher comment = TYPE_COMMENT.matcher(source);
        if (!mapping.find() || !comment.find()) {
            throw new IllegalStateException("a configuration without a comment: " + source);
        }
        String prefix = mapping.group(1);
        page.append("%n## %s%n%n%s%n%n".formatted(prefix, MadePage.line(comment.group(1))));
        page.append(
                "| Setting | Environment | Type | Unless set | What it does |%n|---|---|---|---|---|%n".formatted());
        Matcher settings = SETTING.matcher(source.substring(mapping.end()));
        while (settings.find()) {
            page.append(setting(prefix, settings).line()).append('\n');
        }
    }

    private static Setting setting(String prefix, Matcher found) {
        String name = prefix + "." + found.group(4).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        Matcher standard = DEFAULT.matcher(found.group(2));
        String type = found.group(3).replaceAll("^Optional<(.*)>$", "$1").replaceAll("^List<(.*)>$", "list of $1");
        return new Setting(
                name,
                name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT),
                type.toLowerCase(Locale.ROOT),
                standard.find() ? "`" + standard.group(1) + "`" : "–",
                MadePage.line(found.group(1)));
    }
}

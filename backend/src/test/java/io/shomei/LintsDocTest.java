package io.shomei;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.testing.MadePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/lints.md to the rules in the sources. See {@link MadePage}.
 */
class LintsDocTest {
    private static final Path SOURCES = Path.of("src/main/java/io/shomei/lint");
    private static final MadePage PAGE = new MadePage("lints.md");

    private static final Pattern RULE = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*final class (\\w+) implements \\w*Rule \\{", Pattern.DOTALL);
    private static final Pattern SOURCE = Pattern.compile("String source\\(\\) \\{\\s*return \"([^\"]+)\";");
    private static final Pattern PACKAGE_COMMENT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@NullMarked", Pattern.DOTALL);
    /** What is written in capitals. */
    private static final Pattern ABBREVIATION =
            Pattern.compile("\\b(aia|crl|dns|der|ecdsa|http|ip|ocsp|rsa|tst|uri|utf|id)(s?)\\b");

    private record Rule(String sentence, String why, String source) {
        String line() {
            return "| %s | %s | %s |%n".formatted(sentence, why, source);
        }
    }

    @Test
    void lintsPageTellsWhatTheSourcesSay() throws IOException {
        PAGE.says(page());
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Lints

                Made from the sources; not edited by hand. What violates one of these rules cannot be signed: the [proof is a type](architecture/issuance.md). Each rule is a class of
                the package above its table; its name is the sentence, and a refusal (`lint-failed`) names it with its source and what was found instead. Before them all stands one
                that is no class: what is signed is DER (X.690 10).

                BR, SBR and CSBR are the CA/Browser Forum's requirements for TLS servers, S/MIME and code signing; CP is our own certificate policy. Which of them hold for a certificate
                its [programme](adr/0017-programmes.md) says.
                """);
        for (Map.Entry<String, List<Rule>> group : groups().entrySet()) {
            page.append("%n## %s%n%n%s%n%n| Rule | Why | Source |%n|---|---|---|%n"
                    .formatted(group.getKey(), comment(group.getKey())));
            group.getValue().forEach(rule -> page.append(rule.line()));
        }
        return page.toString();
    }

    private static Map<String, List<Rule>> groups() throws IOException {
        Map<String, List<Rule>> groups = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                Matcher rule = RULE.matcher(text);
                if (rule.find()) {
                    Matcher source = SOURCE.matcher(text);
                    assertThat(source.find()).as("source of %s", file).isTrue();
                    groups.computeIfAbsent(packageOf(file), ignored -> new ArrayList<>())
                            .add(new Rule(sentence(rule.group(2)), MadePage.line(rule.group(1)), source.group(1)));
                }
            }
        }
        return groups;
    }

    private static String packageOf(Path file) {
        return "lint." + SOURCES.relativize(file.getParent()).toString().replace('/', '.');
    }

    private static String comment(String packageName) throws IOException {
        Path info = SOURCES.resolve(packageName.substring("lint.".length()).replace('.', '/'))
                .resolve("package-info.java");
        Matcher comment = PACKAGE_COMMENT.matcher(Files.readString(info));
        assertThat(comment.find()).as("comment of %s", packageName).isTrue();
        return MadePage.line(comment.group(1));
    }

    /** {@code OcspSignerIsShortLived} as people say it. */
    private static String sentence(String name) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
        String spelled = ABBREVIATION
                .matcher(words)
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT) + found.group(2));
        return spelled.substring(0, 1).toUpperCase(Locale.ROOT) + spelled.substring(1);
    }
}

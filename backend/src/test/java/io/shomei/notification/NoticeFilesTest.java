package io.shomei.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What belongs to each kind of mail lies where it is looked for. */
class NoticeFilesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/notification");

    @Test
    void everyKindHasATemplateInEachLanguageAndThereAreNoOthers() throws IOException {
        List<String> wanted = Stream.concat(MailTemplates.kinds().stream(), Stream.of("closing"))
                .flatMap(name -> Arrays.stream(Language.values())
                        .map(language -> name + "." + language.locale().getLanguage() + ".txt"))
                .toList();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void everyKindHasATitleAndExamplesInEachLanguage() {
        Texts titles = Texts.load("io/shomei/notification/notices");
        Texts examples = Texts.load("io/shomei/notification/examples");
        assertThat(titles.keys(Language.EN)).isEqualTo(titles.keys(Language.JA));
        assertThat(examples.keys(Language.EN)).isEqualTo(examples.keys(Language.JA));
        assertThat(examples.keys(Language.JA).stream().map(key -> key.substring(0, key.indexOf('.'))))
                .containsAll(MailTemplates.kinds());
    }
}

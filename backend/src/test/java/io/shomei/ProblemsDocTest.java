package io.shomei;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every refusal is explained to those who write programs against the platform. */
class ProblemsDocTest {

    @Test
    void everyProblemIsInTheDocumentation() throws Exception {
        Path file = Path.of("..", "docs", "problems.md");
        assertThat(file).exists();
        String text = Files.readString(file);
        List<String> missing = ContractTest.problemCodes().stream()
                .map(code -> code.slug())
                .filter(slug -> !text.contains("`" + slug + "`"))
                .toList();
        assertThat(missing).isEmpty();
    }
}

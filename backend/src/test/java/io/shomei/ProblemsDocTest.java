package io.shomei;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    /** The pages and the documentation have one catalogue of the IDs that people read out. */
    @Test
    void everyMessageIdIsInTheDocumentationAndNamesProblemsThatThereAre() throws Exception {
        JsonNode catalogue = new ObjectMapper()
                .readTree(Path.of("..", "frontend", "src", "api", "messageIds.json")
                        .toFile());
        List<String> known =
                ContractTest.problemCodes().stream().map(code -> code.slug()).toList();
        StringBuilder table = new StringBuilder("| Message ID | Code |\n|---|---|\n");
        catalogue.properties().forEach(entry -> {
            List<String> codes =
                    entry.getValue().valueStream().map(JsonNode::asText).toList();
            assertThat(known).as(entry.getKey()).containsAll(codes);
            table.append("| `%s` | `%s` |\n".formatted(entry.getKey(), String.join("`, `", codes)));
        });
        assertThat(Files.readString(Path.of("..", "docs", "problems.md"))).endsWith(table.toString());
    }
}

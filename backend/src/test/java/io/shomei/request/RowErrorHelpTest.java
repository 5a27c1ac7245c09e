package io.shomei.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that explains error codes explains all of them, in both languages. */
class RowErrorHelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void everyCodeHasItsMeaningCauseAndCure(String language) throws Exception {
        Path file = Path.of("..", "frontend", "src", "shared", "i18n", language, "help.json");
        JsonNode explained = new ObjectMapper().readTree(file.toFile()).at("/errors/list");
        for (RowErrorCode code : RowErrorCode.values()) {
            for (String part : new String[] {"what", "cause", "cure"}) {
                assertThat(explained.at("/%s/%s".formatted(code.number(), part)).asText())
                        .as("%s of %s", part, code.number())
                        .isNotBlank();
            }
        }
    }
}

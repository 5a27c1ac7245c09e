package io.shomei.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "null|JA",
                "''|JA",
                "en|EN",
                "en-GB|EN",
                "ja|JA",
                "ja,en;q=0.8|JA",
                "en;q=0.9,ja;q=0.8|EN",
                "en;q=0.8,ja;q=0.9|JA",
                "fr|JA",
                "fr,en;q=0.1|EN",
                "*|JA",
                "en;q=nonsense|JA",
                ";;;|JA"
            },
            delimiter = '|',
            nullValues = "null")
    void theBestOfTheTwoIsChosenAndJapaneseWhenNeitherIs(@Nullable String header, Language expected) {
        assertThat(Language.accepted(header)).isEqualTo(expected);
    }
}

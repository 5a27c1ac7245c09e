package io.shomei.text;

import static io.shomei.text.PlainCharacters.OF_COMMON_NAMES;
import static io.shomei.text.PlainCharacters.OF_NAMES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCharactersTest {
    @ParameterizedTest
    @EnumSource
    void lettersDigitsAndSomeMarksAreTaken(PlainCharacters characters) {
        assertThat(characters.firstOutside("Shomei University, Tokyo (East)")).isEqualTo(-1);
        assertThat(characters.firstOutside("azAZ09 '(),-./:=")).isEqualTo(-1);
        assertThat(characters.firstOutside("")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R&D", "R+D", "R?", "R\"", "R\t", "R;", "Ré", "Rｒ", "R山", "R\uD83C\uDF93"})
    void theFirstOtherOneIsTold(String name) {
        assertThat(OF_NAMES.firstOutside(name)).isEqualTo(name.codePointAt(1));
        assertThat(OF_COMMON_NAMES.firstOutside(name)).isEqualTo(name.codePointAt(1));
    }

    @Test
    void commonNamesMayBeMailAddressesAndIds() {
        assertThat(OF_COMMON_NAMES.firstOutside("taro_yamada@a.ac.jp")).isEqualTo(-1);
        assertThat(OF_NAMES.firstOutside("taro_yamada")).isEqualTo('_');
        assertThat(OF_NAMES.firstOutside("taro@a.ac.jp")).isEqualTo('@');
    }
}

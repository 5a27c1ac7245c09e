package io.shomei.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RowErrorTextTest {
    static Stream<Arguments> codesInBothLanguages() {
        return Stream.of(RowErrorCode.values())
                .flatMap(code -> Stream.of(Arguments.of(code, Locale.JAPANESE), Arguments.of(code, Locale.ENGLISH)));
    }

    @ParameterizedTest
    @MethodSource("codesInBothLanguages")
    void everyCodeSaysWhatIsWrongAndWhatToDo(RowErrorCode code, Locale language) {
        RowErrorText text = RowErrorText.in(language);
        RowError error = new RowError(RequestField.SUBJECT_DN, code, List.of("{1}", "two", "three"));

        assertThat(text.title(code.number())).isNotBlank();
        assertThat(text.message(error)).isNotBlank().doesNotContain("{field}", "{0}", "{2}");
        assertThat(text.cure(error)).isNotBlank().doesNotContain("{field}", "{0}", "{2}");
        if (language.equals(Locale.JAPANESE)) {
            assertThat(text.message(error)).endsWith("。");
            assertThat(text.cure(error)).endsWith("。");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldHasAName(RequestField field) {
        assertThat(RowErrorText.in(Locale.JAPANESE).field(field)).isNotBlank();
        assertThat(RowErrorText.in(Locale.ENGLISH).field(field)).isNotBlank();
    }

    @Test
    void theCellHasTheFormProgramsKnow() {
        RowError error = RowError.of(RequestField.SUBJECT_DN, RowErrorCode.DN_EXISTS);

        assertThat(error.cell(Locale.JAPANESE)).isEqualTo("212:1,主体者DN,指定したDNはすでに存在しています。");
        assertThat(error.cell(Locale.ENGLISH)).isEqualTo("212:1,Subject DN,The subject DN already exists.");
    }

    @Test
    void languagesWeDoNotSpeakGetJapanese() {
        assertThat(RowErrorText.in(Locale.FRENCH)).isSameAs(RowErrorText.in(Locale.JAPAN));
        assertThat(RowErrorText.in(Locale.US)).isSameAs(RowErrorText.in(Locale.ENGLISH));
    }

    @Test
    void factsAreNotReadAsTemplates() {
        RowError error = RowError.of(RequestField.FQDN, RowErrorCode.FQDN_NOT_CN, "{1}{field}", "b");

        assertThat(RowErrorText.in(Locale.ENGLISH).message(error)).contains("({1}{field})", "(b)");
    }
}

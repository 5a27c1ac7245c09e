package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written in the columns of a row: characters, lengths, addresses. */
class CsrRowTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"第①会議室", "髙", "﨑", "㈱", "🎓", "Ω\u0300", "한"})
    void charactersOutsideTheCommonSetAreRefusedByName(String name) {
        List<RowError> errors = Samples.check(Samples.row().with(RequestField.SUBSCRIBER_UNIT, name))
                .errors();

        assertThat(errors).extracting(RowError::code).containsExactly(RowErrorCode.CHARACTER);
        assertThat(errors.getFirst().args().getLast()).startsWith("U+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"熙", "弌", "ｾﾝﾀｰ", "Ωμ", "～〜", "－−", "堯"})
    void charactersOfLevelsOneAndTwoAreTaken(String name) {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_UNIT, name)))
                .isEmpty();
    }

    @Test
    void bytesWithoutMeaningAndControlCharactersAreRefused() {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_NAME, "山\uFFFD")))
                .containsExactly(RowErrorCode.UNDECODABLE);
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_NAME, "山\u000B田")))
                .containsExactly(RowErrorCode.CONTROL_CHARACTER);
    }

    @Test
    void aQuotationMarkInsideAValueIsACharacterLikeAnyOther() {
        assertThat(Samples.codes(Samples.row().with(RequestField.SOFTWARE, "the \"best\" server")))
                .isEmpty();
        assertThat(Samples.codes(Samples.row().with(RequestField.SOFTWARE, "\"best\"")))
                .containsExactly(RowErrorCode.QUOTED);
    }

    @Test
    void lengthsAreCountedInCharacters() {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_NAME, "山".repeat(64))))
                .isEmpty();
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_NAME, "山".repeat(65))))
                .containsExactly(RowErrorCode.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"三", "3 ", "１２", "-1", "x"})
    void aProfileIsDigits(String profile) {
        assertThat(Samples.codes(Samples.row().with(RequestField.PROFILE, profile)))
                .containsExactly(RowErrorCode.NOT_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yamada", "@example.ac.jp", "yamada@", "a@b@example.ac.jp", "yama da@example.ac.jp"})
    void anAddressHasItsForm(String email) {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_EMAIL, email)))
                .containsExactly(RowErrorCode.MAIL_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a..b@example.ac.jp",
                ".a@example.ac.jp",
                "a.@example.ac.jp",
                "山@example.ac.jp",
                "a@example",
                "a@exa_mple.jp",
                "a,b@example.jp"
            })
    void anAddressCanBeWrittenTo(String email) {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_EMAIL, email)))
                .containsExactly(RowErrorCode.MAIL_ADDRESS);
    }
}

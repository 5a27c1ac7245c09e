package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import io.shomei.text.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RequestFileWriterTest {
    @Test
    void resultsStandBehindTheColumnsOfTheFile() throws IOException {
        List<RowError> errors = List.of(
                RowError.of(RequestField.SUBJECT_DN, RowErrorCode.DN_EXISTS),
                RowError.of(RequestField.SUBSCRIBER_EMAIL, RowErrorCode.REQUIRED));

        assertThat(result(TextEncoding.UTF_8, List.of("a", "b"), 3, "NG", errors, ""))
                .isEqualTo("a\tb\t\tNG\t212:1,主体者DN,指定したDNはすでに存在しています。"
                        + " / 201:10,利用管理者E-mail,利用管理者E-mailは必須項目です。\t\r\n");
        assertThat(result(TextEncoding.SHIFT_JIS, List.of("山", "b", "c", "d"), 3, "OK", List.of(), "123"))
                .isEqualTo("山\tb\tc\td\tOK\t\t123\r\n");
    }

    @Test
    void controlCharactersBecomeSpaces() throws IOException {
        assertThat(result(TextEncoding.UTF_8, List.of("a\tb\r\nc\u0000"), 1, "OK", List.of(), ""))
                .isEqualTo("a b  c \tOK\t\t\r\n");
    }

    @Test
    void formulasStayAsTheyAre() throws IOException {
        assertThat(result(TextEncoding.UTF_8, List.of("=1+1"), 1, "OK", List.of(), ""))
                .startsWith("=1+1\t");
    }

    @Test
    void whatShiftJisCannotHoldBecomesTheGetaMark() throws IOException {
        assertThat(result(TextEncoding.SHIFT_JIS, List.of("🎓한①〜−"), 1, "NG", List.of(), ""))
                .startsWith("〓〓①～－\t");
    }

    private static String result(
            TextEncoding encoding, List<String> cells, int columns, String result, List<RowError> errors, String serial)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new RequestFileWriter(out, encoding)) {
            writer.result(cells, columns, result, errors, serial, Locale.JAPANESE);
        }
        return out.toString(encoding.charset());
    }
}

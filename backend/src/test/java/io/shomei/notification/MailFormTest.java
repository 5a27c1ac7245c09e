package io.shomei.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent as it is, and what is put into seven bits and short lines first. */
class MailFormTest {
    @Test
    void theOldEncodingHasSevenBits() {
        assertThat(MailForm.travelsAsItIs("証明書の失効\r\n\r\nFrom here".getBytes(Charset.forName("ISO-2022-JP"))))
                .isFalse();
        assertThat(MailForm.travelsAsItIs("証明書の失効\r\n\r\n>From here\r\n".getBytes(Charset.forName("ISO-2022-JP"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"From the platform\r\n", "a\r\nFrom b", "ends in a space \r\nb", "é", "a\0b"})
    void whatServersRewriteDoesNotGoAsItIs(String text) {
        assertThat(MailForm.travelsAsItIs(text.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void noLineIsLongerThanALineMayBe() {
        assertThat(MailForm.travelsAsItIs(("x".repeat(998) + "\r\n").repeat(3).getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(MailForm.travelsAsItIs("x".repeat(999).getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }
}

package io.shomei.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header in which a reverse proxy hands a client certificate on. */
class ClientCertHeaderTest {
    private static final CertificateDer CERTIFICATE = Fixtures.server(KeySpec.P256, KeySpec.P256);

    /** RFC 9440 2.1. */
    @Test
    void theBytesBetweenColonsAreRead() {
        String header = ":" + Base64.getEncoder().encodeToString(CERTIFICATE.encoded()) + ":";
        assertThat(Edge.fromHeader(header)).isEqualTo(CERTIFICATE.toX509());
        assertThat(Edge.fromHeader("  " + header + " ")).isEqualTo(CERTIFICATE.toX509());
    }

    @Test
    void theUrlEncodedPemOfNginxIsRead() {
        String encoded =
                URLEncoder.encode(CERTIFICATE.pem(), StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(Edge.fromHeader(encoded)).isEqualTo(CERTIFICATE.toX509());
    }

    @Test
    void theEscapedPemWithPlainPlusesIsRead() {
        String escaped = CERTIFICATE.pem().replace(" ", "%20").replace("\n", "%0A");
        assertThat(Edge.fromHeader(escaped)).isEqualTo(CERTIFICATE.toX509());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", ":", "::", ":not base64:", ":AAAA:", "%", "%zz", "-----BEGIN CERTIFICATE-----", "x"})
    void whatIsNoCertificateIsNone(@Nullable String header) {
        assertThat(Edge.fromHeader(header)).isNull();
    }

    @Test
    void aHeaderOfAnyLengthDoesNoHarm() {
        assertThat(Edge.fromHeader(":" + "A".repeat(1_000_000) + ":")).isNull();
    }
}

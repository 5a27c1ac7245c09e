package io.shomei.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The question in the address of a GET, however a client wrote it. */
class OcspPathTest {

    @Property(tries = 500)
    void everyWayOfWritingItIsUnderstood(@ForAll @Size(min = 1, max = 200) byte[] rest) {
        // A request begins with the tag of a SEQUENCE.
        byte[] der = new byte[rest.length + 1];
        der[0] = 0x30;
        System.arraycopy(rest, 0, der, 1, rest.length);
        String base64 = Base64.getEncoder().encodeToString(der);
        assertThat(question("/ocsp/" + URLEncoder.encode(base64, StandardCharsets.US_ASCII)))
                .contains(der);
        assertThat(question("/ocsp/" + base64)).contains(der);
        assertThat(question("/ocsp//" + base64)).contains(der);
        assertThat(question("//ocsp/" + base64)).contains(der);
        assertThat(question("/ocsp/" + base64.replace("=", ""))).contains(der);
        assertThat(question("/ocsp/" + base64.replace("/", "%2f").replace("+", "%2b")))
                .contains(der);
        assertThat(question("/ocsp/" + Base64.getUrlEncoder().encodeToString(der)))
                .contains(der);
    }

    @Property(tries = 1000)
    void anyTextIsAQuestionOrNone(@ForAll String text) {
        assertThat(OcspPath.question("/ocsp/" + text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ocsp/M",
                "/ocsp/MA%",
                "/ocsp/MA%4",
                "/ocsp/MA%zz",
                "/ocsp/MA%00",
                "/ocsp/MA日",
                "/ocsp/M A=",
                "/pki/x"
            })
    void whatIsNotBase64IsNoQuestion(String path) {
        assertThat(OcspPath.question(path)).isEmpty();
    }

    private static Optional<byte[]> question(String path) {
        return OcspPath.question(path);
    }
}

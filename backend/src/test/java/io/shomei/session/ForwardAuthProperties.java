package io.shomei.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Headers that carry names. */
class ForwardAuthProperties {

    @Property
    void whateverANameHoldsTheHeaderIsAsciiAndCanBeRead(@ForAll String name) {
        String header = ForwardRoute.encoded(name);
        assertThat(header).matches("[!-~]*");
        // What is no text, such as half of a pair of surrogates, is replaced as everywhere.
        String text = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }
}

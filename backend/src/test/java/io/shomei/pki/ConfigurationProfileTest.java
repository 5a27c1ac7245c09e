package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class ConfigurationProfileTest {
    private static final CertificateDer LEAF = Fixtures.server(KeySpec.P256, KeySpec.P256);
    private static final CertificateDer ISSUER = Fixtures.issuer(KeySpec.P256);
    private static final CertificateDer ROOT = Fixtures.root(KeySpec.P256);

    private final byte[] keyFile = Pkcs12.write(
            Pkcs12.Profile.COMPAT,
            Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD,
            Fixtures.key("server", KeySpec.P256).getPrivate(),
            List.of(LEAF, ISSUER, ROOT),
            "山田 太郎",
            "a-password".toCharArray(),
            Fixtures.ENTROPY);

    @Test
    void itHoldsTheKeyFileAndTheAuthorities() throws Exception {
        Map<?, ?> profile = read(profile(null).write());
        assertThat(profile.get("PayloadType")).isEqualTo("Configuration");
        assertThat(profile.get("PayloadVersion")).isEqualTo("1");
        assertThat(profile.get("PayloadDisplayName")).isEqualTo("山田 <太郎> & 銀行");
        List<?> payloads = payloads(profile);
        assertThat(payloads.stream().map(payload -> ((Map<?, ?>) payload).get("PayloadType")))
                .map(String::valueOf)
                .containsExactly("com.apple.security.pkcs12", "com.apple.security.pkcs1", "com.apple.security.root");
        assertThat(payloads.stream().map(payload -> ((Map<?, ?>) payload).get("PayloadUUID")))
                .doesNotHaveDuplicates();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(octets(payloads.getFirst())), "a-password".toCharArray());
        assertThat(store.getCertificate(store.aliases().nextElement()).getEncoded())
                .isEqualTo(LEAF.encoded());
        assertThat(octets(payloads.get(1))).isEqualTo(ISSUER.encoded());
        assertThat(octets(payloads.getLast())).isEqualTo(ROOT.encoded());
    }

    @Test
    void thePasswordIsInItOnlyWhereItWasGiven() throws Exception {
        assertThat(new String(profile(null).write(), StandardCharsets.UTF_8)).doesNotContain("a-password", "Password<");
        List<?> payloads = payloads(read(profile("a-password").write()));
        assertThat(((Map<?, ?>) payloads.getFirst()).get("Password")).isEqualTo("a-password");
    }

    @Test
    void theSameKeyFileGivesTheSameProfile() {
        assertThat(profile(null).write()).isEqualTo(profile(null).write());
    }

    private static List<?> payloads(Map<?, ?> profile) {
        return (List<?>) Objects.requireNonNull(profile.get("PayloadContent"));
    }

    private ConfigurationProfile profile(@Nullable String password) {
        return new ConfigurationProfile(
                "山田 <太郎> & 銀行", "Shomei", "yamada.p12", keyFile, password, List.of(ISSUER, ROOT));
    }

    private static byte[] octets(Object payload) {
        return Base64.getDecoder().decode((String) Objects.requireNonNull(((Map<?, ?>) payload).get("PayloadContent")));
    }

    private static Map<?, ?> read(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Element plist = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        assertThat(plist.getTagName()).isEqualTo("plist");
        return (Map<?, ?>) value(elements(plist).getFirst());
    }

    private static Object value(Element element) {
        List<Element> children = elements(element);
        return switch (element.getTagName()) {
            case "dict" -> {
                Map<String, Object> entries = new HashMap<>();
                for (int i = 0; i < children.size(); i += 2) {
                    entries.put(children.get(i).getTextContent(), value(children.get(i + 1)));
                }
                yield entries;
            }
            case "array" ->
                children.stream().map(ConfigurationProfileTest::value).toList();
            default -> element.getTextContent();
        };
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}

package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys that anybody can have. The request is signed with a key that OpenSSL 0.9.8g-8 of Debian makes on amd64 as process 1000 without
 * a readable {@code .rnd}; its private half has been published.
 */
class WeakKeysTest {
    private static final String SHORT = "49d96fae9bfc0e84bba3";
    private static final String LONG = "6a5fe0a26ec49ea11eda6c6c05ee63f01c8dda392fc771b6ececd2efe4f3f039";

    @TempDir
    Path directory;

    @AfterEach
    void noLists() {
        WeakKeys.open(List.of()).install();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHORT, LONG})
    void aKeyOfDebiansOpenSslIsRefused(String digest) throws IOException {
        assertThat(CsrCheck.ofPem(csr(), EnumSet.allOf(KeySpec.class))).isInstanceOf(CsrCheck.Good.class);
        WeakKeys.open(List.of(list(others(digest.length()), digest))).install();

        assertThat(CsrCheck.ofPem(csr(), EnumSet.allOf(KeySpec.class)))
                .isInstanceOfSatisfying(
                        CsrCheck.Bad.class, bad -> assertThat(bad.faults()).containsExactly(CsrFault.KNOWN_KEY));
        assertThat(CsrCheck.ofDer(Fixtures.csr(KeySpec.RSA_2048), EnumSet.allOf(KeySpec.class)))
                .isInstanceOf(CsrCheck.Good.class);
    }

    /** The digests are those that others compute. */
    @Test
    void digestsAreThoseOfOpenSsl() throws Exception {
        Files.writeString(directory.resolve("weak.csr"), csr());
        String modulus = Tool.ok(directory, "openssl", "req", "-in", "weak.csr", "-noout", "-modulus");
        assertThat(HexFormat.of().formatHex(Digests.sha1(modulus.getBytes(StandardCharsets.US_ASCII))))
                .endsWith(SHORT);
        byte[] octets = HexFormat.of().parseHex(modulus.strip().substring("Modulus=".length()));
        assertThat(HexFormat.of().formatHex(Digests.sha256(octets))).isEqualTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 64})
    void everyLineIsFoundAndNothingElse(int digits) throws IOException {
        List<BigInteger> keys = Stream.generate(() -> new BigInteger(2048, Fixtures.ENTROPY))
                .limit(200)
                .toList();
        WeakKeyList.Form form = digits == 20 ? WeakKeyList.Form.SHORT : WeakKeyList.Form.LONG;
        for (int listed = 1; listed <= keys.size(); listed += 11) {
            Path file = list(keys.subList(0, listed).stream().map(form::nameOf), form.nameOf(keys.getFirst()));
            WeakKeys weak = WeakKeys.open(List.of(file));
            assertThat(weak.size()).isEqualTo(listed);
            assertThat(keys.subList(0, listed)).allMatch(weak::hold);
            assertThat(keys.subList(listed, keys.size())).noneMatch(weak::hold);
        }
    }

    @Test
    void aDirectoryHoldsManyLists() throws IOException {
        Files.move(list(others(20), SHORT), directory.resolve("blacklist.RSA-2048"));
        Files.move(list(others(64), LONG), directory.resolve("sha256"));
        WeakKeys weak = WeakKeys.open(List.of(directory));
        assertThat(weak.lists()).isEqualTo(2);
        assertThat(weak.hold(modulus())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing but remarks\n",
                "49d96fae9bfc0e84bba\n",
                "49D96FAE9BFC0E84BBA3\n",
                "49d96fae9bfc0e84bba3\n00005890bc78bcbee3ca\n",
                "00005890bc78bcbee3ca\n49d96fae9bfc0e84bba3\n# a remark\n",
                "00005890bc78bcbee3ca\r\n49d96fae9bfc0e84bba3\r\n",
                "00005890bc78bcbee3ca 49d96fae9bfc0e84bba3\n"
            })
    void whatIsNoListEndsTheStart(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("list"), content);
        assertThatThrownBy(() -> WeakKeys.open(List.of(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsNotThereEndsTheStart() {
        assertThatThrownBy(() -> WeakKeys.open(List.of(directory.resolve("none"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Stream<String> others(int digits) {
        byte[] octets = new byte[digits / 2];
        return Stream.generate(() -> {
                    Fixtures.ENTROPY.nextBytes(octets);
                    return HexFormat.of().formatHex(octets);
                })
                .limit(1_000);
    }

    private Path list(Stream<String> others, String digest) throws IOException {
        List<String> lines =
                Stream.concat(others, Stream.of(digest)).distinct().sorted().toList();
        return Files.writeString(
                directory.resolve("list"), "# Keys that anybody can have\n#\n" + String.join("\n", lines) + "\n");
    }

    private static BigInteger modulus() throws IOException {
        CsrCheck.Good good = (CsrCheck.Good) CsrCheck.ofPem(csr(), EnumSet.allOf(KeySpec.class));
        try {
            return ((RSAPublicKey) CryptoProvider.publicKey("RSA", good.csr().publicKeyInfo())).getModulus();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String csr() throws IOException {
        try (InputStream in = Objects.requireNonNull(WeakKeysTest.class.getResourceAsStream("debian-weak-key.csr"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

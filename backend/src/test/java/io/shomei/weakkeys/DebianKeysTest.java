package io.shomei.weakkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.pki.WeakKeys;
import io.shomei.weakkeys.DebianKeys.Machine;
import io.shomei.weakkeys.DebianKeys.SeedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we compute are the keys that were published: SHA-256 of their moduli, made by OpenSSL 0.9.8g-8 on Debian itself as process 1000. */
class DebianKeysTest {
    @ParameterizedTest
    @CsvSource({
        "AMD64, READ, 2048, 60f80f7cb1b4de946401cefbb43fb6de6725adf42945b90776259147d88f9cbf",
        "AMD64, UNREADABLE, 2048, 6a5fe0a26ec49ea11eda6c6c05ee63f01c8dda392fc771b6ececd2efe4f3f039",
        "AMD64, MISSING, 2048, 9da68edea95ad8b3f133c7c7185adbd7b5a6a6b832fa5f347d90192a37122601",
        "I386, READ, 2048, 5941badcf4f65fec5b569489dea96cc67ad32fb032f2a36825caeb0cf1c7e1d7",
        "I386, UNREADABLE, 2048, c018d3ba8361ed48146b2e9056de57171924a12d3a75ab5876dbc67d3162f532",
        "I386, UNREADABLE, 4096, 400382ef37ac0f2866a25a364ea7dd7d7b7e6ae98a3d6d0d47d16352e07a5eea",
        "I386, MISSING, 2048, 2b4a2d39bec8ce9b5f5910f5400ed8c986dede6133b926371c3fd4a0625da82f"
    })
    void keysAreThosePublished(Machine machine, SeedFile file, int bits, String digest) {
        assertThat(WeakKeyMaker.nameOf(DebianKeys.modulus(machine, file, 1_000, bits)))
                .isEqualTo(digest);
    }

    @Test
    void aListIsOneThatCanBeUsed(@TempDir Path directory) throws IOException {
        Path list = WeakKeyMaker.make(directory, Machine.AMD64, SeedFile.MISSING, 2_048, 3);
        assertThat(Files.readString(list))
                .contains(WeakKeyMaker.nameOf(DebianKeys.modulus(Machine.AMD64, SeedFile.MISSING, 2, 2_048)));
        assertThat(WeakKeys.open(List.of(directory)).size()).isEqualTo(3);
        assertThat(WeakKeyMaker.make(directory, Machine.AMD64, SeedFile.MISSING, 2_048, 1))
                .as("what is there is left alone")
                .hasSameTextualContentAs(list);
        assertThatThrownBy(() -> DebianKeys.modulus(Machine.AMD64, SeedFile.MISSING, 1, 1_024))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package io.shomei.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.util.List;

/** The header in which a browser says what its user reads. Whatever it holds, one of our languages comes out. */
public final class LanguageFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes("ja,en-US;q=0.9,en;q=0.8"),
                FuzzTarget.bytes("*;q=0.5, de-DE-1996"),
                FuzzTarget.bytes("en-*"),
                FuzzTarget.bytes(";q=1"));
    }

    @Override
    public void take(byte[] input) {
        assertThat(Language.accepted(FuzzTarget.text(input))).isNotNull();
    }
}

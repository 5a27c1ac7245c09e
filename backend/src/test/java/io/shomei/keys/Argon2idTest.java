package io.shomei.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hashes of what people type. */
class Argon2idTest {
    private final Argon2id argon2id = new Argon2id(new SecureRandom());

    @AfterEach
    void close() {
        argon2id.close();
    }

    /** From the test suite of the reference implementation. */
    @Test
    void aHashOfTheReferenceImplementationIsUnderstood() {
        String theirs = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(argon2id.matches(theirs, "password")).isTrue();
        assertThat(argon2id.matches(theirs, "Password")).isFalse();
    }

    @Test
    void eachHashHasASaltOfItsOwnAndItsParametersWithIt() {
        String one = argon2id.hash("Abcd1234");
        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(argon2id.hash("Abcd1234"));
        assertThat(argon2id.matches(one, "Abcd1234")).isTrue();
        assertThat(argon2id.matches(one, "abcd1234")).isFalse();
        assertThat(argon2id.matches(argon2id.hash("パスワード"), "パスワード")).isTrue();
    }

    @Test
    void somethingElseIsNoHash() {
        assertThatThrownBy(() -> argon2id.matches("$2a$10$abc", "x")).isInstanceOf(IllegalStateException.class);
    }
}

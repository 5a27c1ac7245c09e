package io.shomei.account.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** One-time passwords against the examples of their standards. */
class OneTimePasswordTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, of whose eight digits the last six are these. */
    @Test
    void theExamplesOfTheStandardComeOut() {
        assertThat(Totp.code(KEY, 59 / 30)).isEqualTo("287082");
        assertThat(Totp.code(KEY, 1_111_111_109L / 30)).isEqualTo("081804");
        assertThat(Totp.code(KEY, 1_111_111_111L / 30)).isEqualTo("050471");
        assertThat(Totp.code(KEY, 1_234_567_890L / 30)).isEqualTo("005924");
        assertThat(Totp.code(KEY, 2_000_000_000L / 30)).isEqualTo("279037");
        assertThat(Totp.code(KEY, 20_000_000_000L / 30)).isEqualTo("353130");
    }

    @Test
    void theStepsBesideThePresentAreTakenAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_234_567_890L);
        long present = 1_234_567_890L / 30;
        for (long step = present - 3; step <= present + 3; step++) {
            OptionalLong expected = Math.abs(step - present) <= 1 ? OptionalLong.of(step) : OptionalLong.empty();
            assertThat(Totp.step(KEY, Totp.code(KEY, step), now, null)).isEqualTo(expected);
        }
    }

    @Test
    void aStepThatWasUsedAndThoseBeforeAreNotTakenAgain() {
        Instant now = Instant.ofEpochSecond(1_234_567_890L);
        long present = 1_234_567_890L / 30;
        assertThat(Totp.step(KEY, Totp.code(KEY, present), now, present)).isEmpty();
        assertThat(Totp.step(KEY, Totp.code(KEY, present - 1), now, present)).isEmpty();
        assertThat(Totp.step(KEY, Totp.code(KEY, present + 1), now, present)).hasValue(present + 1);
    }

    /** RFC 4648 10, without padding. */
    @Test
    void keysAreWrittenInBase32() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.base32("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
        assertThat(Totp.base32(KEY)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Property(tries = 200)
    void base32HoldsEveryBitOfAKey(@ForAll @Size(20) byte[] key) {
        java.math.BigInteger number = java.math.BigInteger.ZERO;
        for (char each : Totp.base32(key).toCharArray()) {
            number = number.shiftLeft(5)
                    .or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each)));
        }
        assertThat(number).isEqualTo(new java.math.BigInteger(1, key));
    }

    @Test
    void aCardIsAnsweredByTheDigitsInTheOrderOfThePositions() {
        GridCard card = GridCard.random(new SecureRandom());
        List<String> asked = List.of("A1", "G7", "C5");
        String answer = card.cell("A1") + " " + card.cell("G7") + "-" + card.cell("C5");
        assertThat(card.answers(asked, answer)).isTrue();
        assertThat(card.answers(asked, answer + "0")).isFalse();
        assertThat(card.answers(asked, "")).isFalse();
        assertThat(card).hasToString("•••");
        assertThat(GridCard.of(card.exposeCells()).cell("D3")).isEqualTo(card.cell("D3"));
    }

    @Property(tries = 50)
    void threeDifferentCellsAreAskedFor(@ForAll long seed) {
        SecureRandom random = new SecureRandom();
        random.setSeed(seed);
        assertThat(GridCard.challenge(random))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allMatch(position -> position.matches("[A-G][1-7]"));
    }
}

package io.shomei.timestamp.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is required must show that the clock is right; what is not can only show that it is wrong. */
class VerdictTest {
    private static final Duration TOLERANCE = Duration.ofSeconds(1);
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final AtomicLong counter = new AtomicLong();
    private final Said database = new Said("database", false);
    private final Said ntp = new Said("ntp", true);
    private final References references = new References(List.of(database, ntp), counter::get, TOLERANCE, MAX_AGE);

    @Test
    void whereAllAgreeNothingIsSaidAgainstTheClock() {
        references.ask();
        assertThat(references.verdict().objection()).isEmpty();
    }

    @Test
    void whatIsRequiredMustHaveSpoken() {
        assertThat(references.verdict().objection()).contains("ntp does not confirm the clock: not asked yet");
        ntp.silence = "nobody answers";
        references.ask();
        assertThat(references.verdict().objection()).contains("ntp does not confirm the clock: nobody answers");
    }

    @Test
    void itsWordCountsForAWhile() {
        references.ask();
        ntp.silence = "nobody answers";
        references.ask();
        counter.addAndGet(MAX_AGE.toNanos());
        assertThat(references.verdict().objection()).isEmpty();
        counter.addAndGet(1);
        assertThat(references.verdict().objection()).contains("ntp does not confirm the clock: nobody answers");
        ntp.silence = null;
        references.ask();
        assertThat(references.verdict().objection()).isEmpty();
    }

    @Test
    void whatIsNotRequiredMayBeSilent() {
        database.silence = "the database does not answer";
        references.ask();
        assertThat(references.verdict().objection()).isEmpty();
    }

    @Test
    void doubtCountsAgainstTheClockOnlyWhereItMustBeConfirmed() {
        Offset vague = new Offset(Duration.ofMillis(900), Duration.ofMillis(200));
        database.offset = vague;
        references.ask();
        assertThat(references.verdict().objection()).isEmpty();
        ntp.offset = vague;
        references.ask();
        assertThat(references.verdict().objection()).contains("by ntp the clock is PT0.9S off, give or take PT0.2S");
    }

    @Test
    void aContradictionCountsWhoeverMakesIt() {
        database.offset = new Offset(Duration.ofSeconds(-2), Duration.ofMillis(1));
        references.ask();
        assertThat(references.verdict().objection())
                .contains("by database the clock is PT-2S off, give or take PT0.001S");
    }

    @Test
    void whatWasForgottenDoesNotCount() {
        references.ask();
        references.forget();
        assertThat(references.verdict().objection()).contains("ntp does not confirm the clock: not asked yet");
    }

    /** A reference that says what it is told to. */
    private static final class Said implements TimeReference {
        private final String name;
        private final boolean required;
        private Offset offset = new Offset(Duration.ZERO, Duration.ofMillis(1));
        private @Nullable String silence;

        Said(String name, boolean required) {
            this.name = name;
            this.required = required;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isRequired() {
            return required;
        }

        @Override
        public Offset measure() throws SilentReference {
            if (silence != null) {
                throw new SilentReference(silence);
            }
            return offset;
        }
    }
}

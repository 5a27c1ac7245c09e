package io.shomei.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
    @Test
    void theFirstIsSoonAndTheOthersLessAndLessOften() {
        assertThat(Retries.pauseAfter(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Retries.pauseAfter(1)).isEqualTo(Duration.ofSeconds(3));
        assertThat(IntStream.range(0, 15).mapToObj(Retries::pauseAfter))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyWaitsForLongerThanTenMinutes() {
        for (int failures : new int[] {15, 100, 10_000, Integer.MAX_VALUE}) {
            assertThat(Retries.pauseAfter(failures)).isEqualTo(Duration.ofMinutes(10));
        }
    }
}

package io.shomei.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private final AtomicLong millis = new AtomicLong(1_800_000_000_000L);
    private final Ids ids = new Ids(() -> Instant.ofEpochMilli(millis.get()), new SecureRandom());

    /** RFC 9562 5.7. */
    @Test
    void anIdIsOfVersionSevenAndHoldsItsTime() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis.get());
    }

    @Test
    void laterIdsSortBehindEarlierOnesAlsoAsText() {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(ids.next());
            millis.addAndGet(1);
        }
        assertThat(made).isSortedAccordingTo(Ids.ORDER).doesNotHaveDuplicates();
        assertThat(made.stream().map(UUID::toString).toList()).isSorted();
    }

    /** RFC 9562 6.2, method 3. */
    @Test
    void idsOfOneMillisecondSortByItsMicroseconds() {
        Instant begin = Instant.parse("2026-04-01T00:00:00.123Z");
        List<UUID> made = IntStream.range(0, 1_000)
                .mapToObj(micros -> new Ids(() -> begin.plusNanos(micros * 1_000L), new SecureRandom()).next())
                .toList();
        assertThat(made).isSortedAccordingTo(Ids.ORDER);
        assertThat(made)
                .allMatch(id -> id.version() == 7 && id.getMostSignificantBits() >>> 16 == begin.toEpochMilli());
        assertThat(Ids.ORDER.compare(Ids.first(begin), made.getFirst())).isNegative();
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        var made = new HashSet<UUID>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }
        assertThat(made).hasSize(10_000);
    }

    @Test
    void theOrderIsThatOfTheDatabaseAndNotOfJava() {
        UUID small = UUID.fromString("00000000-0000-7000-8000-000000000000");
        UUID large = UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff");
        assertThat(Ids.ORDER.compare(small, large)).isNegative();
        assertThat(small.compareTo(large)).isPositive();
    }

    @Test
    void onlyTheWholeFormIsAnId() {
        UUID id = ids.next();
        assertThat(Ids.parse(id.toString())).contains(id);
        for (String wrong : List.of("", "1-1-1-1-1", id + "0", id.toString().replace('-', '_'), "z".repeat(36))) {
            assertThat(Ids.parse(wrong)).as(wrong).isEmpty();
        }
    }
}

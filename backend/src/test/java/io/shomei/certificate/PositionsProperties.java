package io.shomei.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PositionsProperties {
    @Property
    void runsAreThePositionsAndNothingElse(@ForAll @Size(max = 200) Set<@IntRange(min = 1, max = 300) Integer> some) {
        TreeSet<Integer> sorted = new TreeSet<>(some);
        Positions positions = new Positions();
        sorted.forEach(positions::add);
        List<Integer> told = new ArrayList<>();
        Long[] firsts = positions.firsts();
        Long[] lasts = positions.lasts();
        for (int run = 0; run < firsts.length; run++) {
            for (long each = firsts[run]; each <= lasts[run]; each++) {
                told.add((int) each);
            }
        }
        assertThat(told).containsExactlyElementsOf(sorted);
        assertThat(positions.count()).isEqualTo(sorted.size());
        for (int each = 0; each <= 301; each++) {
            assertThat(positions.contains(each)).isEqualTo(sorted.contains(each));
        }
        if (!sorted.isEmpty()) {
            assertThat(positions.first()).isEqualTo((long) sorted.first());
            assertThat(positions.last()).isEqualTo((long) sorted.last());
        }
    }

    @Example
    void aMillionThatFollowEachOtherAreOneRun() {
        Positions positions = new Positions();
        for (long each = 5; each < 1_000_005; each++) {
            positions.add(each);
        }
        assertThat(positions.firsts()).containsExactly(5L);
        assertThat(positions.lasts()).containsExactly(1_000_004L);
    }

    @Example
    void positionsOnlyGrow() {
        Positions positions = new Positions();
        positions.add(7);
        assertThatThrownBy(() -> positions.add(7)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.shomei.certificate;

import java.util.Arrays;
import java.util.Collection;

/** Positions of entries in growing order, kept as runs without a gap: a million that came one after the other are two numbers. */
public final class Positions {
    private long[] firsts = new long[16];
    private long[] lasts = new long[16];
    private int runs;
    private long count;

    public static Positions of(Collection<RevokedCertificate> entries) {
        Positions positions = new Positions();
        entries.forEach(each -> positions.add(each.position()));
        return positions;
    }

    /** Adds one that is greater than all before. */
    void add(long position) {
        if (runs > 0 && position <= lasts[runs - 1]) {
            throw new IllegalArgumentException(position + " is not greater than " + lasts[runs - 1]);
        }
        if (runs > 0 && position == lasts[runs - 1] + 1) {
            lasts[runs - 1] = position;
        } else {
            begin(position);
        }
        count++;
    }

    public long count() {
        return count;
    }

    /** The smallest; greater than any where there is none. */
    long first() {
        return runs == 0 ? Long.MAX_VALUE : firsts[0];
    }

    /** The greatest; 0 where there is none. */
    public long last() {
        return runs == 0 ? 0 : lasts[runs - 1];
    }

    boolean contains(long position) {
        int found = Arrays.binarySearch(firsts, 0, runs, position);
        int run = found >= 0 ? found : -found - 2;
        return run >= 0 && position <= lasts[run];
    }

    /** Where each run begins. */
    Long[] firsts() {
        return boxed(firsts);
    }

    /** Where each run ends. */
    Long[] lasts() {
        return boxed(lasts);
    }

    private Long[] boxed(long[] values) {
        return Arrays.stream(values, 0, runs).boxed().toArray(Long[]::new);
    }

    private void begin(long position) {
        if (runs == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * runs);
            lasts = Arrays.copyOf(lasts, 2 * runs);
        }
        firsts[runs] = position;
        lasts[runs] = position;
        runs++;
    }
}
